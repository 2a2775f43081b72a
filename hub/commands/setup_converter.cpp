#include "hub/commands/setup_converter.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "drivers/converter/chip_list.h"

namespace chairhub {
namespace {

struct Offer {
  std::string words;
  std::function<ConverterChoice()> choose;
};

std::string refuse_lines(const std::string& text, std::size_t least, std::size_t most) {
  const auto lines = split_list(text);
  const bool are_numbers = std::all_of(lines.begin(), lines.end(), [](const std::string& line) {
    return line.size() <= 3 && std::all_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
  });
  if (are_numbers && lines.size() >= least && lines.size() <= most) return "";
  return fmt::format("{} to {} GPIO (BCM) numbers are wanted, such as \"17,27,22,23\"", least, most);
}

// The select lines of an analog multiplexer; none without one.
std::vector<std::string> ask_mux(const Terminal& terminal, const std::string& in_front_of) {
  if (!terminal.confirm(fmt::format("Is a multiplexer (CD74HC4067, CD74HC4051) in front of {}?", in_front_of), false))
    return {};
  return split_list(terminal.ask("GPIO lines of its select pins, S0 first", "17,27,22,23",
                                 [](const std::string& text) { return refuse_lines(text, 3, 4); }));
}

ConverterChoice ask_ads111x(const Terminal& terminal, const FoundConverter& found) {
  // The two cannot be told apart by reading them.
  const std::vector<std::string> chips = {"ADS1115 (16 bits; usual)", "ADS1015 (12 bits)"};
  say("What is printed on the chips or their boards?\n");
  const bool is_ads1015 = terminal.choose("Which?", chips) == 1;
  std::vector<std::string> mux_lines;
  if (found.chips.size() == 1) mux_lines = ask_mux(terminal, "its input A0");
  return choose_ads111x(is_ads1015 ? "ads1015" : "ads1115", found.bus, found.chips, mux_lines);
}

ConverterChoice choose_found(const Terminal& terminal, const FoundConverter& found) {
  if (found.driver == "ads1115") return ask_ads111x(terminal, found);
  if (found.driver == "nau7802") return choose_nau7802(found.bus, "", found.chips);
  return choose_iio(found.chips, found.channels, found.counts_per_volt);
}

ConverterChoice ask_mcp(const Terminal& terminal, const std::vector<std::string>& devices) {
  const std::vector<std::string> chips = {"MCP3008", "MCP3208", "MCP3004", "MCP3204"};
  say("What is printed on the chip?\n");
  const std::size_t chip = terminal.choose("Which?", chips);
  const auto refuse_devices = [](const std::string& text) {
    return split_list(text).empty() ? "a device is wanted, such as /dev/spidev0.0" : "";
  };
  const auto chosen = split_list(terminal.ask("On which devices? Several with commas",
                                              devices.empty() ? "/dev/spidev0.0" : devices.front(), refuse_devices));
  std::vector<std::string> mux_lines;
  if (chosen.size() == 1) mux_lines = ask_mux(terminal, "it");
  return choose_mcp(chip % 2 == 0 ? "mcp3008" : "mcp3208", chosen, chip < 2 ? 8 : 4, mux_lines);
}

ConverterChoice ask_hx711(const Terminal& terminal) {
  const long clock = terminal.number("GPIO line to the clock (SCK) of all chips", 20, 0, 255);
  const auto refuse = [](const std::string& text) { return refuse_lines(text, min_pads, max_pads); };
  return choose_hx711(static_cast<int>(clock),
                      split_list(terminal.ask("GPIO lines from the data pin (DT) of each", "21,19,6,5", refuse)));
}

ConverterChoice ask_nau7802(const Terminal& terminal) {
  const std::string bus = terminal.ask("On which bus is the multiplexer?", "/dev/i2c-1");
  const std::string address = terminal.ask("Its address, 0x70 to 0x77", "0x70");
  const auto refuse = [](const std::string& text) { return refuse_lines(text, min_pads, 8); };
  return choose_nau7802(bus, address, split_list(terminal.ask("Its ports with a chip, 0 to 7", "0,1,2,3", refuse)));
}

void tell(const Findings& findings) {
  for (const std::string& remark : findings.remarks) say(fmt::format("  ! {}\n", remark));
  if (findings.converters.empty())
    say("No converter was found on I2C or among the kernel's devices. Is it wired, and is I2C enabled\n"
        "(dtparam=i2c_arm=on in config.txt)?\n");
}

}  // namespace

ConverterChoice ask_for_converter(const Terminal& terminal, const Findings& findings) {
  tell(findings);
  std::vector<Offer> offers;
  for (const FoundConverter& found : findings.converters)
    offers.push_back({"found: " + found.words, [&] { return choose_found(terminal, found); }});
  const std::string devices = fmt::format("{}", fmt::join(findings.spi_devices, ", "));
  offers.push_back({fmt::format("MCP3008 and the like on SPI ({})", devices.empty() ? "no device is there" : devices),
                    [&] { return ask_mcp(terminal, findings.spi_devices); }});
  offers.push_back({"HX711 on GPIO lines", [&] { return ask_hx711(terminal); }});
  offers.push_back({"NAU7802 behind a TCA9548A", [&] { return ask_nau7802(terminal); }});
  say("\nWhat do the pads hang on?\n");
  std::vector<std::string> words;
  for (const Offer& offer : offers) words.push_back(offer.words);
  return offers.at(terminal.choose("Which?", words)).choose();
}

}  // namespace chairhub
