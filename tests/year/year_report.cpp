// Prints the simulated year as tables: what was due and told, and how that
// moves when a threshold does.

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/core/thresholds.h"
#include "hub/core/units.h"
#include "tests/year/office_year.h"

namespace {

using namespace chairhub;
using namespace chairhub::year;

// Twenty of the 250 days: enough to see what moves.
constexpr int fewer_days = 4;

void print_causes(const Report& report) {
  fmt::print("{} days, {:.0f} h of sitting, {} meetings, {} snoozes, {} coats, {} faults\n\n", report.days,
             report.hours_sat, report.meetings, report.snoozes, report.coats, report.faults);
  fmt::print("| cause | due | held back | missed | alerts | false |\n|---|---|---|---|---|---|\n");
  for (const Cause cause : all_causes) {
    const auto i = static_cast<std::size_t>(cause);
    fmt::print("| `{}` | {} | {} | {} | {} | {} |\n", to_string(cause), report.due[i], report.held[i], report.missed[i],
               report.alerts[i], report.false_alerts[i]);
  }
}

void print_held(const Report& report) {
  fmt::print("\n| held back, for the longest |");
  for (const Cause cause : all_causes) fmt::print(" `{}` |", to_string(cause));
  fmt::print("\n|---|---|---|---|---|---|");
  for (const auto& [reason, counts] : report.held_by) fmt::print("\n| {} | {} |", reason, fmt::join(counts, " | "));
  fmt::print("\n\n");
  for (const Cause cause : all_causes) {
    auto late = report.late[static_cast<std::size_t>(cause)];
    if (late.empty()) continue;
    std::sort(late.begin(), late.end());
    const auto at = [&](double part) {
      return to_seconds(late[static_cast<std::size_t>(part * static_cast<double>(late.size() - 1))]);
    };
    fmt::print("late {}: median {} s, 90 % {} s, 95 % {} s, most {} s\n", to_string(cause), at(0.5), at(0.9), at(0.95),
               at(1));
  }
}

std::string counts(const Thresholds& thresholds) {
  const Report report = live({.days_each = fewer_days, .thresholds = thresholds});
  return fmt::format("{} / {} / {} / {}", sum(report.due), sum(report.missed), sum(report.alerts),
                     sum(report.false_alerts));
}

// "0.3: 120 / 0 / 110 / 2", or nothing when the threshold cannot go there.
std::string moved(const ThresholdInfo& info, double factor) {
  Thresholds thresholds;
  const double usual = thresholds.*info.value;
  const double value = std::clamp(usual * factor, info.min, info.max);
  if (value == usual) return "";
  thresholds.*info.value = value;
  return fmt::format("{:.3g}: {}", value, counts(thresholds));
}

void print_thresholds() {
  const Thresholds usual;
  const std::string as_usual = counts(usual);
  fmt::print("\nin use: {}\n\n| threshold | in use | a quarter less | a third more |\n|---|---|---|---|\n", as_usual);
  std::string without_effect;
  for (const ThresholdInfo& info : threshold_table()) {
    const std::string less = moved(info, 0.75);
    const std::string more = moved(info, 4.0 / 3);
    const bool moves =
        !(less.empty() || less.ends_with(": " + as_usual)) || !(more.empty() || more.ends_with(": " + as_usual));
    if (moves)
      fmt::print("| `{}` | {:.3g} | {} | {} |\n", info.key, usual.*info.value, less, more);
    else
      without_effect += fmt::format(" `{}`", info.key);
  }
  fmt::print("\nwithout effect:{}\n", without_effect);
}

}  // namespace

int main(int argc, char** argv) {
  const Report report = live({});
  print_causes(report);
  print_held(report);
  for (const auto& mistake : report.mistakes) fmt::print("  {}\n", mistake);
  for (const auto& law : report.broken_laws) fmt::print("  against the law: {}\n", law);
  if (argc == 2 && std::string_view(argv[1]) == "--thresholds") print_thresholds();
  return 0;
}
