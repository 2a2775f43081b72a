// A register-level model of the ADS1115 and its 12-bit brother ADS1015:
// conversions take the time of the data sheet, so a driver that reads too
// early gets the result of the previous channel, as from the real chip.
// Protocol and numbers: data sheets SBAS444 and SBAS473.

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <utility>

#include "drivers/bus/bus_clock.h"
#include "tests/support/chips/chip.h"

namespace chairhub {

class Ads111x final : public I2cChip {
 public:
  enum class Kind : std::uint8_t { ads1115, ads1015 };

  // `clock` outlives the chip; only its now() is asked.
  Ads111x(Kind kind, BusClock& clock) : kind_(kind), clock_(&clock) {}

  void reset() override;

  // The voltage at an input (0 to 3) against ground.
  void set_volts(std::size_t input, double volts) { volts_.at(input) = volts; }
  // The code that a single-ended conversion of `input` at ±4.096 V will have.
  void set_counts(std::size_t input, std::int32_t counts);
  // That code is asked at the moment a conversion begins, such as of a multiplexer in front of the chip.
  void measure_with(std::function<std::int32_t(std::size_t input)> counts) { measure_ = std::move(counts); }
  // How much slower than the data sheet's nominal value the oscillator runs; ±0.1 is allowed to it.
  void set_oscillator_error(double part) { slower_ = part; }
  // Conversions begin but never end.
  void hold_conversions(bool held) { is_held_ = held; }
  // The multiplexer is stuck: a conversion of `input` shows another one.
  void copy_input(std::size_t shown, std::size_t input) { shown_instead_.at(input) = shown; }
  // What stands in the four lowest bits of an ADS1015, where a real one is not always 0.
  void set_low_bits(std::uint16_t bits) { low_bits_ = bits; }

  bool is_converting();
  std::uint16_t config() const { return config_; }
  int conversions() const { return conversions_; }

 private:
  void write(std::span<const std::uint8_t> bytes) override;
  void read(std::span<std::uint8_t> bytes) override;
  void write_config(std::uint16_t word);
  std::uint16_t register_value(std::uint8_t pointer);

  void begin_conversion(Nanos at);
  // Lets the time since the last call happen.
  void advance();
  Nanos conversion_time(std::uint16_t config) const;
  std::uint16_t code(std::uint16_t config) const;
  double input_volts(std::size_t input) const;
  static bool is_continuous(std::uint16_t config) { return (config & 0x0100U) == 0; }

  static constexpr std::uint16_t reset_config = 0x8583;

  Kind kind_;
  BusClock* clock_;
  std::array<double, 4> volts_{};
  std::function<std::int32_t(std::size_t)> measure_;
  std::array<std::size_t, 4> shown_instead_{0, 1, 2, 3};
  double slower_ = 0;
  bool is_held_ = false;
  std::uint16_t low_bits_ = 0;

  std::uint8_t pointer_ = 0;
  std::uint16_t conversion_ = 0;
  std::uint16_t config_ = reset_config;
  std::uint16_t low_threshold_ = 0x8000;
  std::uint16_t high_threshold_ = 0x7FFF;
  bool is_converting_ = false;
  std::uint16_t running_code_ = 0;  // of the conversion that is under way
  Nanos ready_at_{};
  int conversions_ = 0;
};

}  // namespace chairhub
