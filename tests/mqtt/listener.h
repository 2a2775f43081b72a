// Another client of the broker: publishes, and waits for what it hears.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/support/child_process.h"

namespace chairhub {

class Listener {
 public:
  explicit Listener(int port) : port_(std::to_string(port)) {}

  // Also what was retained before it came.
  bool hears(const std::string& topic, const std::string& payload) {
    const auto arguments = {"/usr/bin/mosquitto_sub", "-p", port_.c_str(), "-t", topic.c_str(), "-v", "-q", "1"};
    if (!subscriber_)
      subscriber_ = std::make_unique<ChildProcess>(std::vector<std::string>(arguments.begin(), arguments.end()));
    return subscriber_->says(topic + " " + payload + "\n");
  }
  void publish(const std::string& topic, const std::string& payload, bool retain) const {
    std::vector<std::string> arguments = {"/usr/bin/mosquitto_pub", "-p", port_, "-t", topic, "-m", payload, "-q", "1"};
    if (retain) arguments.push_back("-r");
    run(arguments);
  }

 private:
  std::string port_;
  std::unique_ptr<ChildProcess> subscriber_;
};

}  // namespace chairhub
