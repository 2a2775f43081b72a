#include "drivers/ads1115/ads111x_protocol.h"

#include <algorithm>

namespace chairhub::ads111x {
namespace {

// In the order of their codes in the config register.
constexpr std::array ranges = {6.144, 4.096, 2.048, 1.024, 0.512, 0.256};
constexpr std::array rates_1115 = {8, 16, 32, 64, 128, 250, 475, 860};
constexpr std::array rates_1015 = {128, 250, 490, 920, 1600, 2400, 3300};

constexpr unsigned first_single_ended_mux = 4;
constexpr std::uint16_t single_shot = 0x0100;
constexpr std::uint16_t comparator_off = 0x0003;

template <class Table, class Value>
unsigned code_of(const Table& table, Value value) {
  return static_cast<unsigned>(std::find(table.begin(), table.end(), value) - table.begin());
}

template <class Table, class Value>
bool contains(const Table& table, Value value) {
  return std::find(table.begin(), table.end(), value) != table.end();
}

double steps(Variant variant) {
  return variant == Variant::ads1115 ? 32768 : 2048;
}

}  // namespace

std::span<const double> ranges_volts() {
  return ranges;
}

std::span<const int> rates_sps(Variant variant) {
  return variant == Variant::ads1115 ? std::span<const int>(rates_1115) : std::span<const int>(rates_1015);
}

std::optional<Settings> settings_of(Variant variant, double range_volts, std::int64_t rate_sps) {
  if (!contains(ranges, range_volts) || !contains(rates_sps(variant), rate_sps)) return std::nullopt;
  return Settings{variant, range_volts, static_cast<int>(rate_sps)};
}

std::uint16_t config_word(const Settings& settings, std::uint32_t input) {
  const unsigned mux = first_single_ended_mux + input;
  const unsigned range = code_of(ranges, settings.range_volts);
  const unsigned rate = code_of(rates_sps(settings.variant), settings.rate_sps);
  return static_cast<std::uint16_t>(start_bit | mux << 12U | range << 9U | single_shot | rate << 5U | comparator_off);
}

bool holds(std::uint16_t read, std::uint16_t written) {
  return ((read ^ written) & ~unsigned{start_bit}) == 0;
}

Nanos conversion_time(const Settings& settings) {
  return Nanos(1'000'000'000 / settings.rate_sps);
}

// The oscillator may be a tenth slow, and a sleeping chip needs about 25 us to wake up (data sheets).
Nanos conversion_wait(const Settings& settings) {
  return Nanos(1'100'000'000 / settings.rate_sps) + std::chrono::microseconds(100);
}

// The ADS1015 has its twelve bits at the top; what stands in the lowest four is not always 0. The shift of a
// signed number keeps the sign.
std::int32_t counts_of(Variant variant, std::uint16_t raw) {
  const auto value = static_cast<std::int16_t>(raw);
  return variant == Variant::ads1115 ? value : value >> 4;
}

double counts_at(const Settings& settings, double volts) {
  return volts / settings.range_volts * steps(settings.variant);
}

}  // namespace chairhub::ads111x
