// The broker as the hub would find it: whether it lets us in, hands messages
// on, knows the chairs, and whether Home Assistant listens there.

#pragma once

#include <map>
#include <optional>
#include <string>

#include "hub/config/config.h"
#include "hub/core/time.h"
#include "hub/doctor/finding.h"
#include "hub/doctor/machine.h"

namespace chairhub {

// What a visit found.
struct BrokerReport {
  std::string trouble;                          // why it was not let in; empty: it was
  bool wrong_user = false;                      // that is why
  bool port_answers = false;                    // something listens there nevertheless
  std::string refusal;                          // of a subscription; empty: none
  std::optional<Millis> round_trip;             // of a message to ourselves; unset: it never came
  std::map<std::string, std::string> retained;  // by topic: what the hub and Home Assistant left
};

// Waits for the broker, ten seconds at most.
BrokerReport visit_broker(const Machine& machine, const Config& config);

// `hub_runs`: on this machine.
Findings judge_broker(const Config& config, const BrokerReport& report, bool hub_runs);
Findings judge_home_assistant(const MqttConfig& config, const BrokerReport& report);

// Who else may read the password.
Findings check_password_file(const Machine& machine, const MqttConfig& config);

}  // namespace chairhub
