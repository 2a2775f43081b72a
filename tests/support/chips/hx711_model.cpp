#include "tests/support/chips/hx711_model.h"

#include <chrono>
#include <utility>

namespace chairhub {
namespace {

constexpr Nanos power_down = std::chrono::microseconds(60);
constexpr int settling = 4;  // conversions

}  // namespace

Hx711Model::Hx711Model(double rate_sps, BusClock& clock) : clock_(&clock), rate_sps_(rate_sps) {
  reset();
  resets_ = 0;
}

void Hx711Model::plug_in() {
  is_there_ = true;
  reset();
}

void Hx711Model::hold_conversions(bool held) {
  advance();
  is_held_ = held;
  if (!held && !is_ready_) ready_at_ = clock_->now() + period();
}

Nanos Hx711Model::period() const {
  return Nanos(static_cast<std::int64_t>(1e9 / rate_sps_ * (1 + slower_)));
}

void Hx711Model::reset() {
  ++resets_;
  gain_ = next_gain_ = 128;
  pulses_ = 0;
  begin_conversion();
  right_at_ = clock_->now() + settling * period();
}

void Hx711Model::begin_conversion() {
  is_ready_ = false;
  ready_at_ = clock_->now() + period();
}

// Between its conversions the data line is high for a moment too short to see.
void Hx711Model::advance() {
  const Nanos now = clock_->now();
  if (is_held_ || now < ready_at_) return;
  if (!is_ready_) {
    is_ready_ = true;
    if (std::exchange(gain_, next_gain_) != next_gain_) right_at_ = ready_at_ + (settling - 1) * period();
  }
  if (now < ready_at_ + period()) return;
  // The next one replaces what nobody has read to its end.
  ready_at_ += (now - ready_at_) / period() * period();
  pulses_ = 0;
}

std::uint32_t Hx711Model::code() const {
  // Half of it until it has settled: wrong, but not so wrong that anybody could tell.
  std::int32_t value = clock_->now() < right_at_ ? counts_ / 2 : counts_;
  if (value != -0x800000 && value != 0x7FFFFF) value = value * gain_ / 128;
  return static_cast<std::uint32_t>(value) & 0xFFFFFFU;
}

void Hx711Model::set_clock(bool level) {
  if (!is_there_ || level == clock_level_) return;
  advance();
  clock_level_ = level;
  const Nanos now = clock_->now();
  if (level) {
    rose_at_ = now;
    was_busy_ = false;
    if (missed_pulse_ == 0 || --missed_pulse_ > 0) rise();
  } else if (now - rose_at_ > power_down) {
    reset();
  } else if (was_busy_) {
    ++disturbed_;
  }
}

void Hx711Model::rise() {
  if (pulses_ > 24 && pulses_ < 27 && !is_ready_) {
    // Behind the frame: the pulses that choose another input.
    ++pulses_;
    next_gain_ = pulses_ == 26 ? 32 : 64;
    return;
  }
  if (!is_ready_) {
    was_busy_ = true;
    return;
  }
  if (pulses_ >= 25) pulses_ = 0;
  if (pulses_ == 0) frame_ = code();
  ++pulses_;
  if (pulses_ == 25) {
    next_gain_ = 128;
    begin_conversion();
  }
}

bool Hx711Model::data() {
  if (!is_there_) return true;  // the pull-up
  advance();
  if (clock_level_ && clock_->now() - rose_at_ > power_down) return true;  // off
  if (!is_ready_) return true;
  if (pulses_ == 0 || pulses_ > 24) return false;
  return ((frame_ >> static_cast<unsigned>(24 - pulses_)) & 1U) != 0;
}

}  // namespace chairhub
