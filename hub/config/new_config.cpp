#include "hub/config/new_config.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace chairhub {
namespace {

constexpr std::string_view introduction =
    "# chairhub's configuration, as `chairhub setup` found it. docs/configuration.md explains every key,\n"
    "# `chairhub check` shows every value that holds. Change what you like and check it again.\n\n";

std::string in_quotes(std::string_view text) {
  std::string all = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') all += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      all += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      all += c;
  }
  return all + '"';
}

std::string written(const KitOption& option) {
  if (const auto* text = std::get_if<std::string>(&option.value)) return in_quotes(*text);
  if (const auto* flag = std::get_if<bool>(&option.value)) return *flag ? "true" : "false";
  if (const auto* whole = std::get_if<std::int64_t>(&option.value)) return fmt::format("{}", *whole);
  return fmt::format("{}", std::get<double>(option.value));
}

// A channel of digits alone is a number.
std::string written_channel(const KitOption& channel) {
  const auto* text = std::get_if<std::string>(&channel.value);
  const bool is_number =
      text != nullptr && !text->empty() && text->find_first_not_of("0123456789") == std::string::npos;
  return is_number ? *text : written(channel);
}

std::string kit_text(const KitConfig& kit) {
  std::string text = fmt::format("kit = {{ driver = {}, rate_hz = {}", in_quotes(kit.driver), kit.rate_hz);
  for (const KitOption& option : kit.options) text += fmt::format(", {} = {}", option.key, written(option));
  return text + " }\n";
}

std::string pad_text(const Pad& pad, const KitOption& channel, std::string_view note) {
  return fmt::format(
      "\n# {}; {}\n[[chair.pad]]\nname = {}\nzone = \"{}\"\nx = {}\ny = {}\nchannel = {}\nrange = [{}, {}]\n",
      place_in_words(pad), note, in_quotes(pad.name), pad.zone == Zone::seat ? "seat" : "back", pad.x, pad.y,
      written_channel(channel), pad.range.unloaded, pad.range.loaded);
}

std::string_view without_blanks(std::string_view line) {
  const auto begin = line.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? "" : line.substr(begin);
}

}  // namespace

std::string place_in_words(const Pad& pad) {
  const bool is_seat = pad.zone == Zone::seat;
  constexpr std::array<std::string_view, 3> seat_rows = {"rear", "middle", "front"};
  constexpr std::array<std::string_view, 3> back_rows = {"bottom", "middle", "top"};
  const std::size_t row = pad.y < 0.4 ? 0 : (pad.y > 0.6 ? 2 : 1);
  const std::string_view side = pad.x < -0.1 ? "left" : (pad.x > 0.1 ? "right" : "centre");
  return fmt::format("{}, {} {}", is_seat ? "seat" : "backrest", is_seat ? seat_rows.at(row) : back_rows.at(row), side);
}

std::string config_text(const NewConfig& config) {
  const ChairConfig& chair = config.chair;
  std::string text(introduction);
  if (!config.others.top.empty()) text += config.others.top + "\n";
  text += fmt::format("[[chair]]\nid = {}\n", in_quotes(chair.chair.id));
  if (chair.chair.name != chair.chair.id) text += fmt::format("name = {}\n", in_quotes(chair.chair.name));
  text += kit_text(chair.kit);
  if (!chair.calibration.empty())
    text += fmt::format(
        "# how the chair and the person on it look to the pads; `chairhub calibrate --save` makes it anew\n"
        "calibration = {}\n",
        in_quotes(chair.calibration.string()));
  text += "\n# Left and right are the sitter's. A range is [unloaded, loaded] in counts.\n";
  for (std::size_t i = 0; i < chair.chair.pads.size(); ++i)
    text += pad_text(chair.chair.pads[i], chair.kit.channels.at(i), config.pad_notes.at(i));
  if (!config.database.empty())
    text += fmt::format("\n# The log, beside this file.\n[storage]\ndatabase = {}\n", in_quotes(config.database));
  return text + config.others.tables;
}

OtherTables other_tables(std::string_view text) {
  OtherTables others;
  std::string* part = &others.top;  // where the present line goes; null: it is about a chair
  std::string comments;             // which belong to what comes below them
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::string_view words = without_blanks(line);
    if (words.empty()) {
      comments.clear();
      continue;
    }
    if (words.starts_with('#')) {
      comments += fmt::format("{}\n", line);
      continue;
    }
    if (words.starts_with('[')) {
      const bool is_chair = words.starts_with("[chair") || words.starts_with("[[chair");
      part = is_chair ? nullptr : &others.tables;
      others.has_storage = others.has_storage || words.starts_with("[storage");
      if (part != nullptr) *part += '\n';
    }
    if (part != nullptr) *part += fmt::format("{}{}\n", comments, line);
    comments.clear();
  }
  return others;
}

}  // namespace chairhub
