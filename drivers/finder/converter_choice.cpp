#include "drivers/finder/converter_choice.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace chairhub {
namespace {

// A resistive pad at the end of its range reads this part of its supply (250 ohm, 10 kilohm to ground: 0.976),
// with some room for a supply that sags (engineering default).
constexpr double end_of_supply = 0.95;
constexpr double supply_volts = 3.3;
// Of the drivers' default, plus and minus 4.096 V.
constexpr double ads1115_per_volt = 32768 / 4.096;
constexpr double ads1015_per_volt = 2048 / 4.096;
// A load cell of 1 mV/V at its rated load, with a gain of 128 and a full scale of half its supply.
constexpr double load_cell_counts = 0.001 * 128 * 2 * 8388608;

KitConfig kit_of(std::string driver, double rate_hz, std::vector<KitOption> options) {
  KitConfig kit;
  kit.driver = std::move(driver);
  kit.rate_hz = rate_hz;
  kit.options = std::move(options);
  kit.where = "this converter";
  for (KitOption& option : kit.options) option.where = kit.where;
  return kit;
}

// As many as a chair can have pads.
std::vector<std::string> channels_of(const std::vector<std::string>& chips, unsigned channels) {
  std::vector<std::string> names;
  for (const std::string& chip : chips)
    for (unsigned i = 0; i < channels && names.size() < max_pads; ++i)
      names.push_back(chips.size() == 1 ? fmt::format("{}", i) : fmt::format("{}:{}", chip, i));
  return names;
}

// How many channels `inputs` have behind multiplexers with these select lines.
unsigned behind(unsigned inputs, const std::vector<std::string>& mux_lines) {
  return inputs << std::min<std::size_t>(mux_lines.size(), 4);
}

std::string list(const std::vector<std::string>& items) {
  return fmt::format("{}", fmt::join(items, ", "));
}

}  // namespace

ConverterChoice choose_ads111x(std::string driver, std::string bus, const std::vector<std::string>& addresses,
                               const std::vector<std::string>& mux_lines) {
  const double per_volt = driver == "ads1015" ? ads1015_per_volt : ads1115_per_volt;
  std::vector<KitOption> options = {{"bus", std::move(bus), ""}, {"addresses", list(addresses), ""}};
  unsigned channels = 4;
  if (!mux_lines.empty()) {
    options.push_back({"mux_lines", fmt::format("{}", fmt::join(mux_lines, ",")), ""});
    channels = behind(1, mux_lines);
  }
  return {kit_of(std::move(driver), 10, std::move(options)),
          channels_of(addresses, channels),
          {end_of_supply * supply_volts * per_volt, false}};
}

ConverterChoice choose_nau7802(std::string bus, std::string multiplexer, const std::vector<std::string>& ports) {
  std::vector<KitOption> options = {{"bus", std::move(bus), ""}};
  if (!multiplexer.empty()) {
    options.push_back({"multiplexer", std::move(multiplexer), ""});
    options.push_back({"ports", list(ports), ""});
  }
  return {kit_of("nau7802", 10, std::move(options)), channels_of(ports, 1), {load_cell_counts, true}};
}

ConverterChoice choose_mcp(std::string driver, const std::vector<std::string>& devices, unsigned inputs,
                           const std::vector<std::string>& mux_lines) {
  std::vector<std::string> chips;
  for (const std::string& device : devices) {
    const auto found = device.rfind("spidev");
    chips.push_back(found == std::string::npos ? device : device.substr(found + std::string_view("spidev").size()));
  }
  const double full = driver == "mcp3208" ? 4095 : 1023;
  std::vector<KitOption> options = {{"device", list(devices), ""}, {"inputs", std::int64_t{inputs}, ""}};
  unsigned channels = inputs;
  if (!mux_lines.empty()) {
    options.push_back({"mux_lines", fmt::format("{}", fmt::join(mux_lines, ",")), ""});
    channels = behind(inputs, mux_lines);
  }
  return {
      kit_of(std::move(driver), 10, std::move(options)), channels_of(chips, channels), {end_of_supply * full, false}};
}

ConverterChoice choose_hx711(int clock_line, const std::vector<std::string>& data_lines) {
  // Its ten conversions a second allow for eight scans.
  return {kit_of("hx711", 8, {{"clock_line", std::int64_t{clock_line}, ""}, {"data_lines", list(data_lines), ""}}),
          channels_of(data_lines, 1),
          {load_cell_counts, true}};
}

ConverterChoice choose_iio(const std::vector<std::string>& devices, unsigned channels, double counts_per_volt) {
  const double per_volt = counts_per_volt > 0 ? counts_per_volt : ads1115_per_volt;
  return {kit_of("iio", 10, {{"devices", list(devices), ""}, {"channels", std::int64_t{channels}, ""}}),
          channels_of(devices, channels),
          {end_of_supply * supply_volts * per_volt, false}};
}

ConverterChoice choose_simulated(std::string scenario, std::string wiring, double speed, std::size_t pads) {
  std::vector<KitOption> options = {{"scenario", std::move(scenario), ""}, {"speed", speed, ""}};
  if (!wiring.empty()) options.push_back({"wiring", std::move(wiring), ""});
  return {kit_of("simulated", 10, std::move(options)), channels_of({""}, static_cast<unsigned>(pads)), {4095, false}};
}

Chair chair_of_channels(const ConverterChoice& choice, const std::vector<Pad>& layout) {
  const CountRange range{0, static_cast<std::int32_t>(choice.scale.full)};
  Chair chair{"setup", "setup", {}};
  if (choice.kit.driver == "simulated") {
    chair.pads = layout;
    for (Pad& pad : chair.pads) pad.range = range;
    return chair;
  }
  for (std::size_t i = 0; i < choice.channels.size(); ++i)
    chair.pads.push_back({fmt::format("channel_{}", i), Zone::seat, 0, 0.5, range});
  return chair;
}

}  // namespace chairhub
