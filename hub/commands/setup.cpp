#include <algorithm>

#include <fmt/format.h>

#include "drivers/catalogue.h"
#include "hub/commands/command.h"
#include "hub/commands/setup_converter.h"
#include "hub/commands/setup_files.h"
#include "hub/commands/setup_pads.h"
#include "hub/config/layouts.h"

namespace chairhub {
namespace {

struct SetupOptions {
  std::string config = default_config_file;
  std::string simulated;
  std::string wiring;
  double speed = 1;
};

constexpr const char* introduction =
    "This sets up a chair in a few minutes: it finds the converter, learns which pad is on which channel, and\n"
    "measures the empty chair and how you sit. Nothing is written before the end; Ctrl-C leaves all as it is.\n";

std::vector<Pad> ask_for_layout(const Terminal& terminal) {
  const std::vector<std::string> layouts = {"the usual eight: four in the seat, four in the backrest",
                                            "another number of pads"};
  say("\nWhich pads does the chair have?\n");
  if (terminal.choose("Which?", layouts) == 0) return standard8({});
  const long seat = terminal.number("How many in the seat?", 4, 1, 32);
  const long least = seat == 1 ? 1 : 0;  // two pads make a chair
  const long back = terminal.number("How many in the backrest?", least, least, 32);
  say("They stand in rows of two, from the rear and the bottom on. Names and places can be changed in the file.\n");
  return pads_in_rows(static_cast<std::size_t>(seat), static_cast<std::size_t>(back));
}

void ask_for_names(const Terminal& terminal, Chair& chair) {
  chair.id = terminal.ask("\nA short name for the chair, of a-z, 0-9, _ and -", "desk", [&](const std::string& given) {
    const auto valid = validate(Chair{given, given, chair.pads});
    return valid ? "" : valid.error().message;
  });
  chair.name = terminal.ask("And how people call it", chair.id);
}

ConverterChoice choose_converter(const Terminal& terminal, const SetupOptions& options, std::size_t pads) {
  if (!options.simulated.empty()) return choose_simulated(options.simulated, options.wiring, options.speed, pads);
  say("\nLooking for converters ...\n");
  return ask_for_converter(terminal, find_converters(FinderPlaces{}));
}

struct Opened {
  ConverterChoice choice;
  std::unique_ptr<Kit> kit;
};

// Until one can be read; with a simulation the person has nothing to choose.
Opened open_converter(const Terminal& terminal, const SetupOptions& options, const std::vector<Pad>& layout) {
  while (true) {
    ConverterChoice choice = choose_converter(terminal, options, layout.size());
    auto kit = make_kit(choice.kit, chair_of_channels(choice, layout));
    if (kit && choice.channels.size() >= layout.size()) return {std::move(choice), std::move(*kit)};
    const std::string why =
        kit ? fmt::format("it has {} of the {} channels that the pads need", choice.channels.size(), layout.size())
            : kit.error().message;
    if (!options.simulated.empty()) throw CommandFailed{exit_failed, why};
    say(fmt::format("  ! {}\n", why));
  }
}

std::vector<FoundPad> only_found(const std::vector<std::optional<FoundPad>>& found) {
  std::vector<FoundPad> pads;
  for (const auto& pad : found)
    if (pad) pads.push_back(*pad);
  return pads;
}

// With end-of-line resistors no pad reads nothing; whether that is why they do not, only the person knows.
void ask_for_end_of_line(const Terminal& terminal, const ConverterChoice& choice, const std::vector<FoundPad>& found,
                         KitConfig& kit) {
  constexpr double least = 0.007;  // of the full scale: 470 kilohm over 4.7 read 0.01 (drivers/converter/wiring.cpp)
  constexpr double most = 0.06;
  const bool can = kit.driver.starts_with("ads") || kit.driver.starts_with("mcp");
  const bool may_have = std::all_of(found.begin(), found.end(), [&](const FoundPad& pad) {
    const double part = pad.unloaded / choice.scale.full;
    return pad.pressed > pad.unloaded && part > least && part < most;
  });
  if (!can || !may_have) return;
  say("\nEach pad reads a little with nothing on it, as pads with an end-of-line resistor do: then a broken wire "
      "shows.\n");
  if (terminal.confirm("Is a resistor of some 470 kilohm soldered across every pad?", false))
    kit.options.push_back({"end_of_line", true, kit.where});
}

struct Learned {
  NewConfig config;
  std::optional<Calibration> calibration;
};

// All that frames tell. The kit is let go at the end, since GPIO lines can be held only once.
Learned learn(const Terminal& terminal, const ConverterChoice& choice, std::unique_ptr<Kit> kit, const Chair& named) {
  ScanFeed feed(std::move(kit));
  const auto found = find_pads(terminal, feed, choice, named.pads);
  Learned learned{new_config_of(named, found, choice), std::nullopt};
  ChairConfig& chair = learned.config.chair;
  succeed_or_fail(validate(chair.chair));
  ask_for_end_of_line(terminal, choice, only_found(found), chair.kit);
  say("\nNow the chair and you.\n");
  learned.calibration = calibrate_new_chair(terminal, feed, chair.chair, only_found(found), choice.scale);
  if (learned.calibration) chair.calibration = chair.chair.id + "-calibration.toml";
  return learned;
}

void setup(const SetupOptions& options) {
  const Terminal terminal("setup was broken off; nothing was changed");
  say(introduction);
  require_writable(options.config);
  const std::string older = ask_about_older(terminal, options.config);
  Chair chair{"", "", ask_for_layout(terminal)};
  ask_for_names(terminal, chair);
  auto [choice, kit] = open_converter(terminal, options, chair.pads);
  say(
      fmt::format("\nReading {}.\nTake everything off the chair. Then press each pad when it is asked for: firmly, on "
                  "its middle, one\n"
                  "pad at a time, until it was felt.",
                  kit->describe()));
  terminal.ask(" Ready?", "Enter");

  auto [config, calibration] = learn(terminal, choice, std::move(kit), chair);
  config.others = other_tables(older);
  if (!config.others.has_storage && options.config != default_config_file) config.database = "chairhub.db";
  value_or_fail(make_kit(config.chair.kit, config.chair.chair));  // what is written will be taken
  say(fmt::format("\n{} pads are known.\n", config.chair.chair.pads.size()));
  if (!terminal.confirm(fmt::format("Write {}?", options.config), true)) terminal.break_off();
  write_setup(options.config, config, calibration);
  say(fmt::format("\nNext: chairhub check --config {0}, then chairhub run --config {0}\n", options.config));
}

}  // namespace

void add_setup_command(CLI::App& app) {
  auto* command =
      app.add_subcommand("setup", "Sets up a chair, step by step: finds the converter, learns the pads and you");
  const auto options = std::make_shared<SetupOptions>();
  command->add_option("-c,--config", options->config, "The configuration file to write")
      ->capture_default_str()
      ->type_name("FILE");
  auto* simulated =
      command->add_option("--simulated", options->simulated, "Without hardware: a scenario such as press-each-pad")
          ->type_name("SCENARIO");
  command->add_option("--wiring", options->wiring, "The channel of each simulated pad, such as 3,0,2,1")
      ->type_name("LIST")
      ->needs(simulated);
  command
      ->add_option("--speed", options->speed, "How many times faster than real the simulation is, 0 as fast as it goes")
      ->type_name("N")
      ->check(CLI::Range(0.0, 1000.0))
      ->needs(simulated);
  command->footer(
      "What it does, in this order:\n"
      "  1  asks which pads there are and looks for converters, on I2C by reading only; what cannot be found\n"
      "     without risk (SPI, HX711, multiplexers) it asks for\n"
      "  2  asks to press one pad after the other, and so learns its channel, its polarity and its range;\n"
      "     says so when a pad barely changes, two move together, one is stuck or nothing moves\n"
      "  3  measures the empty chair and how you sit\n"
      "  4  writes the configuration and the calibration beside it; what was there is kept as .bak\n"
      "Examples:\n"
      "  sudo chairhub setup                                         for the service\n"
      "  chairhub setup --config my.toml --simulated press-each-pad  to see how it goes\n"
      "It needs a terminal. Ctrl-C at any step leaves everything as it was. docs/setup.md shows a whole talk.");
  command->callback([options] { setup(*options); });
}

}  // namespace chairhub
