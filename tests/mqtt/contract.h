// Checks a device message against what Home Assistant 2024.12 to 2026.10
// accepts, so that the rules hold without running one. Each fault is a
// sentence.

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace chairhub {

struct Announcement {
  std::string topic;
  nlohmann::json message;
  // What the hub publishes on each topic that the message may name.
  std::map<std::string, std::string> published;
  std::set<std::string> never_retained = {};  // of these
};

std::vector<std::string> contract_faults(const Announcement& announcement);

}  // namespace chairhub
