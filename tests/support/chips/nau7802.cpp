#include "tests/support/chips/nau7802.h"

#include <algorithm>
#include <chrono>

namespace chairhub {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr std::uint8_t pu_ctrl = 0x00;
constexpr std::uint8_t ctrl1 = 0x01;
constexpr std::uint8_t ctrl2 = 0x02;
constexpr std::uint8_t adco = 0x12;
constexpr std::uint8_t revision = 0x1F;

constexpr Nanos power_up_time = microseconds(200);
constexpr Nanos ramp_time = milliseconds(200);
constexpr Nanos calibration_time = milliseconds(344);
constexpr int conversions_to_settle = 6;

int rate_of(std::uint8_t value) {
  constexpr std::array<int, 8> rates = {10, 20, 40, 80, 80, 80, 80, 320};
  return rates[static_cast<std::size_t>(value >> 4U) & 7U];
}

}  // namespace

void Nau7802::reset() {
  registers_.fill(0);
  pointer_ = 0;
  has_new_ = false;
  is_calibrating_ = false;
  offset_ = uncalibrated;
  conversions_ = 0;
  result_ = 0;
}

void Nau7802::write(std::span<const std::uint8_t> bytes) {
  advance();
  pointer_ = bytes[0] & 0x1FU;
  for (const std::uint8_t value : bytes.subspan(1)) write_register(pointer_++ & 0x1FU, value);
}

void Nau7802::read(std::span<std::uint8_t> bytes) {
  advance();
  for (std::uint8_t& value : bytes) value = read_register(pointer_++ & 0x1FU);
}

void Nau7802::write_register(std::uint8_t reg, std::uint8_t value) {
  if (reg == pu_ctrl) return write_power(value);
  registers_[reg] = value;
  if (reg == ctrl1) unsettle();
  if (reg == ctrl2 && (value & 0x04U) != 0) begin_calibration();
}

void Nau7802::write_power(std::uint8_t value) {
  const std::uint8_t before = registers_[pu_ctrl];
  const auto rises = [before, value](unsigned bit) { return (value & bit) != 0 && (before & bit) == 0; };
  if ((value & 0x01U) != 0) reset();
  if (rises(0x02U)) powered_at_ = clock_->now() + power_up_time;
  if (rises(0x80U)) supply_on_at_ = clock_->now() + ramp_time;
  registers_[pu_ctrl] = value & 0xD7U;  // ready bits are the chip's own
  if (!rises(0x10U)) return;
  begin_conversions();
  unsettle();
}

void Nau7802::unsettle() {
  settled_at_ = clock_->now() + conversions_to_settle * period();
}

Nanos Nau7802::period() const {
  return Nanos(static_cast<std::int64_t>(1e9 / rate_of(registers_[ctrl2]) * (1 + slower_)));
}

void Nau7802::begin_conversions() {
  converting_since_ = clock_->now();
  conversions_ = 0;
  has_new_ = false;
}

void Nau7802::begin_calibration() {
  is_calibrating_ = true;
  calibrated_at_ = clock_->now() + calibration_time;
  began_settled_ = clock_->now() >= settled_at_;
}

std::uint8_t Nau7802::read_register(std::uint8_t reg) {
  if (reg == revision) return 0x0F;
  if (reg == pu_ctrl) {
    const bool is_powered = (registers_[pu_ctrl] & 0x02U) != 0 && !holds_power_up_ && clock_->now() >= powered_at_;
    return static_cast<std::uint8_t>(registers_[pu_ctrl] | (is_powered ? 0x08U : 0U) | (has_new_ ? 0x20U : 0U));
  }
  if (reg < adco || reg > adco + 2) return registers_[reg];
  has_new_ = has_new_ && reg != adco + 2;
  const auto value = static_cast<std::uint32_t>(result_);
  return static_cast<std::uint8_t>(value >> (8U * static_cast<unsigned>(adco + 2 - reg)) & 0xFFU);
}

// Lets the time since the last transfer happen.
void Nau7802::advance() {
  const Nanos now = clock_->now();
  if (is_calibrating_ && !holds_calibration_ && now >= calibrated_at_) {
    is_calibrating_ = false;
    const bool against_the_outside = (registers_[ctrl2] & 0x03U) == 2;
    const bool is_supplied = calibrated_at_ - calibration_time >= supply_on_at_;
    registers_[ctrl2] = static_cast<std::uint8_t>((registers_[ctrl2] & 0xF3U) | (fails_calibration_ ? 0x08U : 0U));
    if (!fails_calibration_ && is_supplied && began_settled_) offset_ = against_the_outside ? -loads_[0] : 0;
    begin_conversions();
  }
  if ((registers_[pu_ctrl] & 0x16U) != 0x16U || is_calibrating_ || holds_conversions_) return;
  const std::int64_t ended = (now - converting_since_) / period();
  if (ended == conversions_) return;
  conversions_ = ended;
  has_new_ = true;
  result_ = converted(ended, converting_since_ + ended * period());
}

std::int32_t Nau7802::converted(std::int64_t number, Nanos at) const {
  constexpr std::int32_t max = 0x7FFFFF;
  const bool is_supplied = (registers_[pu_ctrl] & 0x80U) != 0 && at >= supply_on_at_;
  const std::int32_t load = loads_[static_cast<std::size_t>(number % 2)];
  return std::clamp((is_supplied && at >= settled_at_ ? load : load / 2) + offset_, -max - 1, max);
}

}  // namespace chairhub
