// The lamp, the motor and the buzzer at a chair, and its button, as a port:
// indicator.h decides what they do, a driver switches the lines.
//
// Rules for a device: the lamp is off and everything is silent when it begins
// and when it ends, whatever ends it. It ends a pulse by itself, also when
// nobody calls it again, and cuts one that is longer than longest_pulse.
// Called from one thread.

#pragma once

#include "hub/core/result.h"
#include "hub/core/time.h"

namespace chairhub {

// No pulse is longer: a motor that runs on startles, a transistor gets warm
// (engineering default).
inline constexpr Millis longest_pulse{1500};

struct Pulse {
  Millis length{};
  double strength = 1;  // above 0 up to 1; a device that cannot dose takes every strength for full
};

class IndicatorDevice {
 public:
  virtual ~IndicatorDevice() = default;

  // Stays as it is until the next call. The policy blinks by calling it, never faster than 1 Hz.
  virtual Result<void> light(bool on) = 0;
  // A chair without the part takes the call and does nothing.
  virtual Result<void> vibrate(Pulse pulse) = 0;
  virtual Result<void> beep(Pulse pulse) = 0;
  // Ends a pulse that goes on.
  virtual Result<void> silence() = 0;
};

// What the button's line did, as the kernel saw it: edges in the order of their
// time, with every bounce (button.h makes presses of them).
struct ButtonEdge {
  bool pressed = false;
  SteadyTime at{};
};

}  // namespace chairhub
