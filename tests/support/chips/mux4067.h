// A model of the multiplexer CD74HC4067 with 16 inputs: whoever measures too
// early after selecting still gets the input that was selected before.

#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>

#include "drivers/bus/bus_clock.h"
#include "tests/support/chips/fake_gpio.h"

namespace chairhub {

class Mux4067 {
 public:
  // `clock` outlives the chip; only its now() is asked.
  explicit Mux4067(BusClock& clock) : clock_(&clock) {}

  // The select lines hang on these outputs, S0 first. The chip outlives their use.
  void wire(FakeGpio& gpio, std::span<const unsigned> lines) {
    for (unsigned bit = 0; bit < lines.size(); ++bit)
      gpio.wire_output(lines[bit], [this, bit](bool level) { select(bit, level); });
  }
  void set_code(unsigned input, std::uint32_t code) { codes_.at(input) = code; }
  void set_settling(Nanos settling) { settling_ = settling; }
  // Called whenever a select line moves the selection.
  void watch(std::function<void()> moved) { moved_ = std::move(moved); }

  // What stands at the common pin.
  std::uint32_t code() const { return codes_[clock_->now() - selected_at_ < settling_ ? before_ : position_]; }
  unsigned position() const { return position_; }
  int moves() const { return moves_; }

 private:
  // The lines change one after another; inputs that flash by in between are not held.
  void select(unsigned bit, bool level) {
    const unsigned wanted = (position_ & ~(1U << bit)) | (level ? 1U << bit : 0U);
    if (wanted == position_) return;
    if (clock_->now() - selected_at_ >= settling_) before_ = position_;
    position_ = wanted;
    selected_at_ = clock_->now();
    ++moves_;
    if (moved_) moved_();
  }

  BusClock* clock_;
  std::array<std::uint32_t, 16> codes_{};
  Nanos settling_ = std::chrono::microseconds(100);
  std::function<void()> moved_;
  int moves_ = 0;
  unsigned before_ = 0;
  unsigned position_ = 0;
  Nanos selected_at_{};
};

}  // namespace chairhub
