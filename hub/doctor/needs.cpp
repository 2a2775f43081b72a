#include "hub/doctor/needs.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "drivers/catalogue.h"
#include "drivers/converter/chip_list.h"
#include "drivers/converter/gpio_options.h"
#include "drivers/nau7802/nau7802_protocol.h"
#include "hub/service/chair_indicator.h"

namespace chairhub {
namespace {

constexpr std::uint8_t highest_address = 0x77;

// The options of one kit as far as they name hardware.
class KitReader {
 public:
  KitReader(const DriverInfo& driver, const Options& options) : driver_(driver), options_(options) {}

  bool has(std::string_view key) const {
    return std::any_of(driver_.options.begin(), driver_.options.end(), [key](const auto& o) { return o.key == key; });
  }
  std::string text(std::string_view key) const { return has(key) ? options_.text(key) : ""; }
  std::string where(std::string_view key) const { return options_.where(key); }

  std::vector<std::uint8_t> addresses() const {
    const std::string_view key = has("addresses") ? "addresses" : "multiplexer";
    if (!text(key).empty()) return number_list(options_, key, 0, highest_address).value_or(std::vector<std::uint8_t>{});
    return has("multiplexer") ? std::vector{nau7802::address} : std::vector<std::uint8_t>{};
  }
  std::vector<unsigned> lines(std::string_view key) const {
    return has(key) ? gpio_lines(options_, key).value_or(std::vector<unsigned>{}) : std::vector<unsigned>{};
  }
  std::optional<unsigned> line(std::string_view key) const {
    return has(key) ? std::optional(static_cast<unsigned>(options_.integer(key))) : std::nullopt;
  }

 private:
  const DriverInfo& driver_;
  const Options& options_;
};

void add_kit(const KitReader& kit, Needs& needs) {
  if (const std::string bus = kit.text("bus"); !bus.empty()) {
    needs.devices.push_back({BusKind::i2c, bus, kit.where("bus")});
    for (const std::uint8_t address : kit.addresses()) needs.chips.push_back({bus, address});
  }
  for (const std::string& device : split_list(kit.text("device")))
    needs.devices.push_back({BusKind::spi, device, kit.where("device")});
  const std::string gpio_chip = kit.text("gpio_chip");
  for (const unsigned line : kit.lines("mux_lines")) needs.lines.push_back({gpio_chip, line, "the multiplexer"});
  for (const unsigned line : kit.lines("data_lines")) needs.lines.push_back({gpio_chip, line, "a load cell's data"});
  if (const auto line = kit.line("clock_line")) needs.lines.push_back({gpio_chip, *line, "the load cells' clock"});
}

void add_indicator(const IndicatorLines& lines, Needs& needs) {
  const auto add = [&](const std::optional<unsigned>& line, const char* what_for, bool is_felt) {
    if (line) needs.lines.push_back({lines.chip, *line, what_for, is_felt});
  };
  add(lines.led, "the lamp", false);
  add(lines.haptic, "the motor", true);
  add(lines.buzzer, "the buzzer", true);
  add(lines.button, "the button", false);
}

}  // namespace

Needs needs_of(const ChairConfig& chair) {
  Needs needs{chair.chair.id, {}, {}, {}};
  const DriverInfo* driver = find_driver(chair.kit.driver);
  if (driver != nullptr)
    if (const auto options = Options::check(chair.kit, driver->options)) add_kit({*driver, *options}, needs);
  if (chair.indicator) add_indicator(lines_of(*chair.indicator), needs);
  return needs;
}

std::vector<Needs> needs_of(const Config& config) {
  std::vector<Needs> all;
  for (const ChairConfig& chair : config.chairs) all.push_back(needs_of(chair));
  return all;
}

}  // namespace chairhub
