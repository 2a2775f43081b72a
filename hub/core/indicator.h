// Decides what the lamp, the motor and the buzzer at a chair do, and what its
// button asks for; indicator_device.h does it.
//
// The lamp is dark while all is well, lit while something is due, and blinks
// slowly on a fault. Motor and buzzer give one short pulse with an alert and
// are off unless configured, because they startle (evidence: vibration is
// noticed fast and disrupts most, Haller 2011). Snoozed, in a meeting, in quiet
// hours and paused, nothing happens but the answer to the button.

#pragma once

#include <array>
#include <optional>

#include "hub/core/button.h"
#include "hub/core/indicator_device.h"
#include "hub/core/observation.h"
#include "hub/core/result.h"
#include "hub/core/settings.h"

namespace chairhub {

// The motor or the buzzer.
struct PulseSettings {
  bool enabled = false;
  double strength = 0.5;                                                    // 0.05 to 1
  std::array<bool, cause_count> cause_on = {true, true, true, true, true};  // by Cause
};
struct IndicatorSettings {
  PulseSettings haptic;
  PulseSettings buzzer;
};

// Once: snooze for 15 min, or end the snooze. Twice: a meeting begins or ends.
// Held: pause, so that nothing is judged or logged, or go on.
Command command_of(Press press, const Settings& settings);

class IndicatorPolicy {
 public:
  // Engineering defaults: short and gentle, and far from the three flashes a
  // second that may harm (WCAG 2.3.1).
  static constexpr Millis haptic_pulse{600};
  static constexpr Millis buzzer_pulse{200};
  static constexpr Millis blink_half{1000};
  static constexpr Millis answer_lit{300};
  static constexpr Millis answer_dark{700};

  // `device` outlives this.
  IndicatorPolicy(const IndicatorSettings& settings, IndicatorDevice& device) : settings_(settings), device_(device) {}

  // Takes what a tick brought. `clock_time` is what the clock on the wall shows
  // (local_time.h); `has_fault` when a pad or the whole kit is not well.
  void observe(const Observation& observation, const Settings& settings, Millis clock_time, bool has_fault);
  // Somebody pressed the button: what they ask for. The lamp answers, once when
  // something begins and twice when it ends.
  Command press(Press press, const Settings& settings, SteadyTime now);

  // Does what the last calls asked for: to be called after each of them, and at next_wake().
  Result<void> drive(SteadyTime now);
  std::optional<SteadyTime> next_wake() const { return next_wake_; }

 private:
  enum class Lamp : std::uint8_t { dark, lit, blinking };

  bool lamp_is_lit(SteadyTime now);
  Result<void> pulse();

  IndicatorSettings settings_;
  IndicatorDevice& device_;
  Lamp lamp_ = Lamp::dark;
  SteadyTime lamp_since_{};
  std::optional<SteadyTime> answer_since_;
  int answer_flashes_ = 0;
  std::optional<Cause> alert_;  // to be told by pulses
  SteadyTime pulses_until_{};
  bool is_stopped_ = false;  // the person has acted while a pulse may go on
  std::optional<bool> lit_;  // what the device does; unset: unknown
  std::optional<SteadyTime> next_wake_;
};

}  // namespace chairhub
