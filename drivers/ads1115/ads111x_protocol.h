// The ADS1115 and its 12-bit brother ADS1015 as words of 16 bits: what to
// write for a conversion, how long it takes, what the result means. Pure.
// Source: data sheets SBAS444 and SBAS473.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "drivers/bus/bus_clock.h"

namespace chairhub::ads111x {

enum class Variant : std::uint8_t { ads1115, ads1015 };

inline constexpr std::uint8_t conversion_register = 0;
inline constexpr std::uint8_t config_register = 1;
inline constexpr std::uint16_t start_bit = 0x8000;  // written: begin a conversion; read: none is running
inline constexpr std::uint32_t inputs = 4;

// What a conversion is made with. Only values of the tables are possible.
struct Settings {
  Variant variant = Variant::ads1115;
  double range_volts = 4.096;  // plus and minus
  int rate_sps = 250;
};

std::span<const double> ranges_volts();
std::span<const int> rates_sps(Variant variant);

// Empty when a value is not in the tables.
std::optional<Settings> settings_of(Variant variant, double range_volts, std::int64_t rate_sps);

// One conversion of an input (0 to 3) against ground, then sleep; comparator off.
std::uint16_t config_word(const Settings& settings, std::uint32_t input);

// What a chip must hold after `written`: everything but the start bit.
bool holds(std::uint16_t read, std::uint16_t written);

// A conversion at the nominal rate, and how long to wait for one.
Nanos conversion_time(const Settings& settings);
Nanos conversion_wait(const Settings& settings);

std::int32_t counts_of(Variant variant, std::uint16_t raw);
// Counts of a voltage, also of one beyond the range.
double counts_at(const Settings& settings, double volts);

}  // namespace chairhub::ads111x
