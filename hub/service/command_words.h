// A command in words, as the log and whoever watches hear of it.

#pragma once

#include <string>

#include "hub/core/settings.h"

namespace chairhub {

struct CommandWords {
  std::string name;  // as in topics: "snooze", "static_warn_min"
  std::string value;
};

CommandWords in_words(const Command& command);

}  // namespace chairhub
