#include "tests/support/chips/ads111x.h"

#include <algorithm>
#include <cmath>

namespace chairhub {
namespace {

constexpr std::uint16_t os_bit = 0x8000;
constexpr std::array<double, 8> full_scale_volts = {6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256};
constexpr std::array<int, 8> rates_1115 = {8, 16, 32, 64, 128, 250, 475, 860};
constexpr std::array<int, 8> rates_1015 = {128, 250, 490, 920, 1600, 2400, 3300, 3300};
// Of a chip that was asleep (data sheet, power-down and single-shot mode).
constexpr Nanos wake_up{25'000};

constexpr double steps(Ads111x::Kind kind) {
  return kind == Ads111x::Kind::ads1115 ? 32768 : 2048;
}

constexpr std::size_t field(std::uint16_t word, unsigned shift) {
  return (static_cast<unsigned>(word) >> shift) & 7U;
}

}  // namespace

void Ads111x::reset() {
  pointer_ = 0;
  conversion_ = 0;
  config_ = reset_config;
  low_threshold_ = 0x8000;
  high_threshold_ = 0x7FFF;
  is_converting_ = false;
}

void Ads111x::set_counts(std::size_t input, std::int32_t counts) {
  set_volts(input, counts * full_scale_volts[1] / steps(kind_));
}

double Ads111x::input_volts(std::size_t input) const {
  const std::size_t shown = shown_instead_[input];
  return measure_ ? measure_(shown) * full_scale_volts[1] / steps(kind_) : volts_[shown];
}

bool Ads111x::is_converting() {
  advance();
  return is_converting_;
}

void Ads111x::write(std::span<const std::uint8_t> bytes) {
  advance();
  pointer_ = bytes[0] & 3U;
  if (bytes.size() < 3) return;
  const auto word = static_cast<std::uint16_t>(bytes[1] << 8U | bytes[2]);
  if (pointer_ == 1) write_config(word);
  if (pointer_ == 2) low_threshold_ = word;
  if (pointer_ == 3) high_threshold_ = word;
}

void Ads111x::write_config(std::uint16_t word) {
  const bool was_continuous = is_continuous(config_);
  config_ = word;
  const bool is_asked = (word & os_bit) != 0;
  // A running conversion goes on with the settings it began with.
  if (is_converting_) return;
  if (is_continuous(word) ? !was_continuous || is_asked : is_asked) begin_conversion(clock_->now());
}

void Ads111x::read(std::span<std::uint8_t> bytes) {
  advance();
  const std::uint16_t word = register_value(pointer_);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<std::uint8_t>(i % 2 == 0 ? word >> 8U : word & 0xFFU);
}

std::uint16_t Ads111x::register_value(std::uint8_t pointer) {
  switch (pointer) {
    case 0:
      return conversion_;
    case 1:
      return static_cast<std::uint16_t>((config_ & ~os_bit) | (is_converting_ ? 0U : os_bit));
    case 2:
      return low_threshold_;
    default:
      return high_threshold_;
  }
}

void Ads111x::begin_conversion(Nanos at) {
  is_converting_ = true;
  running_code_ = code(config_);
  ready_at_ = at + conversion_time(config_);
}

void Ads111x::advance() {
  const Nanos now = clock_->now();
  if (!is_converting_ || is_held_ || now < ready_at_) return;
  conversion_ = running_code_;
  ++conversions_;
  is_converting_ = false;
  if (!is_continuous(config_)) return;
  // Of the conversions since then only the last one can still be seen.
  const Nanos period = conversion_time(config_);
  const auto more = (now - ready_at_) / period;
  if (more > 0) conversion_ = code(config_);
  begin_conversion(ready_at_ + more * period);
}

Nanos Ads111x::conversion_time(std::uint16_t config) const {
  const int rate = (kind_ == Kind::ads1115 ? rates_1115 : rates_1015)[field(config, 5)];
  const Nanos nominal(static_cast<std::int64_t>(1e9 / rate * (1 + slower_)));
  return is_continuous(config) ? nominal : nominal + wake_up;
}

std::uint16_t Ads111x::code(std::uint16_t config) const {
  const std::size_t mux = field(config, 12);
  // 0 to 3 are pairs of inputs, 4 to 7 single ones against ground.
  constexpr std::array<std::array<std::size_t, 2>, 4> pairs = {{{0, 1}, {0, 3}, {1, 3}, {2, 3}}};
  const double volts = mux >= 4 ? input_volts(mux - 4) : input_volts(pairs[mux][0]) - input_volts(pairs[mux][1]);
  const double part = volts / full_scale_volts[field(config, 9)];
  const double most = steps(kind_);
  const auto value = static_cast<std::int32_t>(std::lround(std::clamp(part * most, -most, most - 1)));
  if (kind_ == Kind::ads1115) return static_cast<std::uint16_t>(value);
  return static_cast<std::uint16_t>(static_cast<std::uint32_t>(value) << 4U | low_bits_);
}

}  // namespace chairhub
