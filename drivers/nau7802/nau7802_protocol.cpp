#include "drivers/nau7802/nau7802_protocol.h"

#include <algorithm>
#include <stdexcept>

namespace chairhub::nau7802 {
namespace {

// In the order of their codes.
constexpr std::array all_gains = {1, 2, 4, 8, 16, 32, 64, 128};
constexpr std::array all_ldos = {4.5, 4.2, 3.9, 3.6, 3.3, 3.0, 2.7, 2.4};
constexpr std::array all_rates = {10, 20, 40, 80, 320};
constexpr std::array<unsigned, 5> rate_codes = {0, 1, 2, 3, 7};

template <class Table, class Value>
std::size_t place_of(const Table& table, Value value) {
  const auto found = std::find(table.begin(), table.end(), value);
  if (found == table.end()) throw std::invalid_argument("nau7802: a setting that its tables do not have");
  return static_cast<std::size_t>(found - table.begin());
}

}  // namespace

std::span<const int> gains() {
  return all_gains;
}
std::span<const int> rates_sps() {
  return all_rates;
}
std::span<const double> ldos_volts() {
  return all_ldos;
}

std::uint8_t ctrl1_of(const Settings& settings) {
  return static_cast<std::uint8_t>(place_of(all_ldos, settings.ldo_volts) << 3U | place_of(all_gains, settings.gain));
}

std::uint8_t ctrl2_of(const Settings& settings) {
  return static_cast<std::uint8_t>(rate_codes[place_of(all_rates, settings.rate_sps)] << 4U);
}

Nanos time_of(int conversions, const Settings& settings) {
  return Nanos(1'100'000'000LL * conversions / settings.rate_sps);
}

std::int32_t counts_of(std::span<const std::uint8_t, 3> bytes) {
  const auto value = static_cast<std::uint32_t>(bytes[0]) << 24U | static_cast<std::uint32_t>(bytes[1]) << 16U |
                     static_cast<std::uint32_t>(bytes[2]) << 8U;
  return static_cast<std::int32_t>(value) >> 8;  // keeps the sign of 24 bits
}

bool is_out_of_range(std::int32_t counts) {
  return counts == 0x7FFFFF || counts == -0x800000;
}

}  // namespace chairhub::nau7802
