// The lines of a FakeGpio: what everything that is requested from it shares.

#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/chips/fake_gpio.h"

namespace chairhub {

struct FakeGpio::State {
  struct Line {
    bool level = false;
    bool is_output = false;
    std::string consumer;
    std::optional<Pull> pull;
    std::vector<FakeGpio::Change> changes;
    std::function<void(bool)> takes;
    std::function<bool()> gives;
    std::vector<GpioEdge> edges;
    int edges_fd = -1;
    bool loses_edges = false;
  };

  explicit State(BusClock& bus_clock) : clock(&bus_clock) {}

  // A call may come out of another, such as the question who holds a line out of a request for it.
  auto locked() { return std::lock_guard(mutex); }

  BusResult<void> call() {
    ++calls;
    clock->wait(std::chrono::microseconds(1));
    if (interrupted_call > 0 && --interrupted_call == 0) clock->wait(interruption);
    if (fault) return bus_failure(*fault, name);
    return {};
  }
  void drive(unsigned number, bool level) {
    if (posts_writes)
      posted[number] = level;
    else
      apply(number, level);
  }
  // What was written comes out of the bridge: the last level of each line, and nothing of those before.
  void arrive() {
    for (const auto& [number, level] : std::exchange(posted, {})) apply(number, level);
  }
  void apply(unsigned number, bool level) {
    Line& line = lines[number];
    if (line.level != level) line.changes.push_back({clock->now(), level});
    line.level = level;
    if (line.takes) line.takes(level);
  }

  std::recursive_mutex mutex;
  BusClock* clock;
  std::string name = "pinctrl-bcm2711 (/dev/gpiochip0)";
  std::map<unsigned, Line> lines;
  bool posts_writes = false;
  std::map<unsigned, bool> posted;
  std::optional<BusFault> fault;
  int calls = 0;
  int interrupted_call = 0;
  Nanos interruption{};
};

}  // namespace chairhub
