// The lines of motor and buzzer with a thread of their own that ends every
// pulse, whatever the rest of the program does meanwhile.
//
// Thread rule: any thread may call; a lock keeps the lines for one at a time.

#pragma once

#include <array>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "drivers/bus/gpio.h"
#include "drivers/indicator/pulse_train.h"

namespace chairhub {

class PulseLines {
 public:
  enum class Part : std::uint8_t { haptic, buzzer };

  // `outputs` holds the lines of the parts that there are, motor first. `clock` outlives this.
  PulseLines(std::unique_ptr<GpioOutputs> outputs, bool has_haptic, bool has_buzzer, BusClock& clock);

  // A part that is not there does nothing. An error of an earlier pulse's end is told with the next call.
  BusResult<void> begin(Part part, Pulse pulse);
  BusResult<void> silence();

 private:
  void work(const std::stop_token& stop);
  BusResult<void> drive();  // with the lock held
  BusResult<void> drive_and_tell();
  std::optional<Nanos> next_change(Nanos now) const;

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::unique_ptr<GpioOutputs> outputs_;
  std::array<bool, 2> is_there_;
  std::array<PulseTrain, 2> trains_;
  std::array<bool, 2> levels_{};
  std::uint64_t asked_ = 0;          // counts the calls, so that the thread sees each
  std::optional<BusError> trouble_;  // of the thread, not told yet
  BusClock& clock_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace chairhub
