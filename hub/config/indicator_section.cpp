#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "hub/config/sections.h"

namespace chairhub {
namespace {

constexpr int not_wired = -1;
constexpr int last_line = 255;  // no board's GPIO chip has more

void read_line(TableReader& table, std::string_view key, std::optional<int>& line) {
  int number = line.value_or(not_wired);
  table.read(key, number, not_wired, last_line);
  line = number == not_wired ? std::nullopt : std::optional(number);
}

void refuse_shared_lines(TableReader& table, const IndicatorConfig& config) {
  const std::array<std::pair<std::string_view, std::optional<int>>, 4> lines{{{"led_line", config.led_line},
                                                                              {"haptic_line", config.haptic_line},
                                                                              {"buzzer_line", config.buzzer_line},
                                                                              {"button_line", config.button_line}}};
  for (auto line = lines.begin(); line != lines.end(); ++line)
    for (auto other = lines.begin(); other != line; ++other)
      if (line->second && line->second == other->second)
        table.refuse(line->first, fmt::format("'{}' and '{}' are both line {}; each needs its own", other->first,
                                              line->first, *line->second));
}

PulseSettings read_pulse(TableReader table) {
  PulseSettings settings;
  table.read("enabled", settings.enabled);
  table.read("strength", settings.strength, 0.05, 1.0);
  for (const Cause cause : all_causes)
    table.read(to_string(cause), settings.cause_on.at(static_cast<std::size_t>(cause)));
  table.refuse_unknown_keys();
  return settings;
}

}  // namespace

std::optional<IndicatorConfig> read_indicator(TableReader table) {
  if (!table.present()) return std::nullopt;
  IndicatorConfig config;
  table.read("chip", config.chip);
  read_line(table, "led_line", config.led_line);
  read_line(table, "haptic_line", config.haptic_line);
  read_line(table, "buzzer_line", config.buzzer_line);
  read_line(table, "button_line", config.button_line);
  config.settings.haptic = read_pulse(table.table("haptic"));
  config.settings.buzzer = read_pulse(table.table("buzzer"));
  table.refuse_unknown_keys();
  refuse_shared_lines(table, config);
  return config;
}

}  // namespace chairhub
