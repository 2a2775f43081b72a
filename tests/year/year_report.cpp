// Prints the simulated year as tables: what was due and told, and how that
// moves when a threshold does.

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "hub/core/thresholds.h"
#include "tests/year/office_year.h"

namespace {

using namespace chairhub;
using namespace chairhub::year;

constexpr std::array moved = {"occupied_on",
                              "supported_on",
                              "bent_rear",
                              "shift_threshold",
                              "unsupported_warn_min",
                              "forward_warn_min",
                              "static_warn_min",
                              "sit_alert_min",
                              "break_credit",
                              "same_cause_cooldown_min",
                              "any_cause_cooldown_min",
                              "alerts_per_hour",
                              "repeat_after_min",
                              "settle_after_sit_s"};

void print_causes(const Report& report) {
  fmt::print("{} days, {:.0f} h of sitting\n\n| cause | due | missed | alerts | false |\n|---|---|---|---|---|\n",
             report.days, report.hours_sat);
  for (const Cause cause : all_causes) {
    const auto i = static_cast<std::size_t>(cause);
    fmt::print("| {} | {} | {} | {} | {} |\n", to_string(cause), report.due[i], report.missed[i], report.alerts[i],
               report.false_alerts[i]);
  }
}

void print_moved(std::string_view key, double factor) {
  // One sitting in five of the year: enough to see what moves.
  Options options{.sitters = 5, .days_each = 10, .seed = 2026, .thresholds = {}};
  const ThresholdInfo& info = *find_threshold(key);
  const double value = std::clamp(options.thresholds.*info.value * factor, info.min, info.max);
  options.thresholds.*info.value = value;
  const Report report = live(options);
  fmt::print("| {} | {:.3g} | {:.1f} | {:.2f} | {} of {} |\n", key, value, sum(report.alerts) / report.weeks(),
             sum(report.false_alerts) / report.weeks(), sum(report.missed), sum(report.due));
}

}  // namespace

int main() {
  const Report report = live({});
  print_causes(report);
  for (const auto& mistake : report.mistakes) fmt::print("  {}\n", mistake);
  fmt::print("\n| threshold | value | alerts a week | false a week | missed |\n|---|---|---|---|---|\n");
  for (const std::string_view key : moved)
    for (const double factor : {0.75, 1.0, 1.33}) print_moved(key, factor);
  return 0;
}
