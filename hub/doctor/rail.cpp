#include "hub/doctor/rail.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace chairhub {
namespace {

// All engineering defaults. A smaller zero is lost in a converter's offset; fewer pads agree by chance.
constexpr double least_zero_counts = 50;
constexpr std::size_t least_pads = 3;
// Pads that moved for reasons of their own are further apart than this.
constexpr double alike_within = 0.03;
constexpr double worth_telling = 0.02;
// What a 3.3 V rail is allowed.
constexpr double too_far = 0.05;

bool has_own_reference(const std::string& driver) {
  return driver == "ads1115" || driver == "ads1015";
}

}  // namespace

std::optional<double> common_move(const KitTrial& trial, const Calibration& calibration) {
  std::vector<double> ratios;
  for (std::size_t pad = 0; pad < trial.pads.size() && pad < calibration.pads.size(); ++pad) {
    const double zero = calibration.pads[pad].zero;
    const std::uint32_t times = trial.times(pad, Signal::ok);
    if (zero >= least_zero_counts && times > 0) ratios.push_back(trial.pads[pad].counts / times / zero);
  }
  if (ratios.size() < least_pads) return std::nullopt;
  std::sort(ratios.begin(), ratios.end());
  const double middle = ratios[ratios.size() / 2];
  if (ratios.front() < middle * (1 - alike_within) || ratios.back() > middle * (1 + alike_within)) return std::nullopt;
  return middle - 1;
}

Findings check_rail(const ChairConfig& chair, const KitTrial& trial, const Calibration& calibration) {
  const auto moved = has_own_reference(chair.kit.driver) ? common_move(trial, calibration) : std::nullopt;
  if (!moved) return {};
  const std::string what = fmt::format(
      "the unloaded pads read {:+.1f} % of their calibrated zeros, all alike: so has their supply moved", 100 * *moved);
  if (std::abs(*moved) < worth_telling)
    return {{Severity::ok, "rail.steady", chair.chair.id,
             fmt::format("the pads' supply is within {:.0f} % of when they were calibrated", 100 * worth_telling)}};
  return {{std::abs(*moved) < too_far ? Severity::note : Severity::warning, "rail.moved", chair.chair.id, what,
           "shares and balances do not notice; beyond 5 % measure the 3.3 V at the pads, then calibrate anew"}};
}

Findings check_power(const Machine& machine) {
  for (const std::string& name : machine.names_in("/sys/class/hwmon")) {
    const std::string folder = "/sys/class/hwmon/" + name;
    if (machine.first_line(folder + "/name") != "rpi_volt") continue;
    if (machine.first_line(folder + "/in0_lcrit_alarm") == "1")
      return {{Severity::warning, "power.low", "", "the 5 V supply of the Raspberry Pi is too low",
               "use the official power supply and a short, thick cable; what hangs on USB can be too much"}};
    return {{Severity::ok, "power.fine", "", "the 5 V supply of the Raspberry Pi is high enough"}};
  }
  return {};
}

}  // namespace chairhub
