// A register-level model of the NAU7802: powers up, ramps its load cell's
// supply, calibrates and converts in the times of its data sheet. Until it is
// calibrated its readings are off, a calibration against the outside takes the
// present load for zero, and six conversions after a start or another gain are
// not right yet, nor is a calibration during them, as in the real chip.

#pragma once

#include <array>
#include <cstdint>

#include "drivers/bus/bus_clock.h"
#include "tests/support/chips/chip.h"

namespace chairhub {

class Nau7802 final : public I2cChip {
 public:
  // `clock` outlives the chip; only its now() is asked.
  explicit Nau7802(BusClock& clock) : clock_(&clock) {}

  void reset() override;

  // What the load cell would read on a calibrated chip with gain 128.
  void set_counts(std::int32_t counts) { loads_ = {counts, counts}; }
  // Conversions read one and the other in turn.
  void alternate(std::int32_t first, std::int32_t second) { loads_ = {first, second}; }
  // How much slower than nominal the oscillator runs.
  void set_oscillator_error(double part) { slower_ = part; }

  std::uint8_t register_value(std::uint8_t reg) const { return registers_.at(reg); }

  // It never says that it has powered up, that its calibration has ended, that a conversion is there.
  void hold_power_up(bool held) { holds_power_up_ = held; }
  void hold_calibration(bool held) { holds_calibration_ = held; }
  void hold_conversions(bool held) { holds_conversions_ = held; }
  void fail_calibration(bool fails) { fails_calibration_ = fails; }

 private:
  void write(std::span<const std::uint8_t> bytes) override;
  void read(std::span<std::uint8_t> bytes) override;
  void write_register(std::uint8_t reg, std::uint8_t value);
  std::uint8_t read_register(std::uint8_t reg);
  void write_power(std::uint8_t value);
  void begin_conversions();
  void begin_calibration();
  void unsettle();
  Nanos period() const;
  void advance();
  std::int32_t converted(std::int64_t number, Nanos at) const;

  BusClock* clock_;
  std::array<std::int32_t, 2> loads_{};
  double slower_ = 0;
  bool holds_power_up_ = false;
  bool holds_calibration_ = false;
  bool holds_conversions_ = false;
  bool fails_calibration_ = false;

  std::array<std::uint8_t, 0x20> registers_{};
  std::uint8_t pointer_ = 0;
  Nanos powered_at_{};
  Nanos supply_on_at_{};
  Nanos converting_since_{};
  std::int64_t conversions_ = 0;  // since then
  bool has_new_ = false;
  std::int32_t result_ = 0;
  bool is_calibrating_ = false;
  Nanos calibrated_at_{};
  Nanos settled_at_{};
  bool began_settled_ = false;  // the calibration
  std::int32_t offset_ = uncalibrated;

  static constexpr std::int32_t uncalibrated = 250'000;
};

}  // namespace chairhub
