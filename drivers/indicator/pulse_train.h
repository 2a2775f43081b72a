// One pulse of the motor or the buzzer as levels of its line over time: never
// longer than longest_pulse, and for a motor dosed by switching it on and off.
// Pure.

#pragma once

#include <chrono>
#include <optional>

#include "drivers/bus/bus_clock.h"
#include "hub/core/indicator_device.h"

namespace chairhub {

class PulseTrain {
 public:
  // Engineering defaults for a coin motor, which takes some 50 ms to turn and
  // to stop: it gets all to begin with, then a part of each period.
  static constexpr Nanos kick = std::chrono::milliseconds(40);
  static constexpr Nanos period = std::chrono::milliseconds(20);

  PulseTrain() = default;  // off
  PulseTrain(Pulse pulse, bool is_dosed, Nanos now);

  bool level(Nanos now) const;
  // The next moment at which the level may change; unset when it stays off.
  std::optional<Nanos> next_change(Nanos now) const;

 private:
  Nanos begin_{};
  Nanos length_{};
  Nanos on_ = period;  // of each period
};

}  // namespace chairhub
