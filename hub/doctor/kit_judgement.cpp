#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/doctor/kit_trial.h"

namespace chairhub {
namespace {

// Less of the configured rate than this is worth a word (engineering default). The detection works on two samples
// a second and hardly minds; the machine has something to tell.
constexpr double enough_of_rate = 0.95;

struct SignalWords {
  Signal signal;
  Severity severity;
  const char* name;
  const char* shows;
  const char* cure;
};

constexpr SignalWords signal_words[] = {
    {Signal::missing, Severity::problem, "pad.missing", "not read at all",
     "check the converter's supply and wires, and the pad's channel in the configuration"},
    {Signal::open_wire, Severity::problem, "pad.open_wire", "like a broken wire",
     "check the pad's plug and wire, and its end-of-line resistor"},
    {Signal::short_circuit, Severity::problem, "pad.short_circuit", "the supply itself",
     "look for a short circuit in the pad or its wire"},
    {Signal::out_of_range, Severity::warning, "pad.out_of_range", "beyond what the converter can measure",
     "take the load off; if that does not help, check the wires, or choose less gain"},
    {Signal::below_ground, Severity::problem, "pad.below_ground", "less than nothing",
     "check the ground of pad and converter, and whether two wires are swapped"},
    {Signal::crosstalk, Severity::warning, "pad.crosstalk", "exactly as another one",
     "check the multiplexer's select lines, and that no two inputs touch"},
};

// The pads that show this signal in most scans.
std::vector<std::string> pads_with(Signal signal, const ChairConfig& chair, const KitTrial& trial) {
  std::vector<std::string> names;
  for (std::size_t pad = 0; pad < trial.pads.size(); ++pad)
    if (2 * trial.times(pad, signal) > trial.scans) names.push_back(chair.chair.pads[pad].name);
  return names;
}

Findings judge_pads(const ChairConfig& chair, const KitTrial& trial) {
  Findings findings;
  for (const SignalWords& words : signal_words) {
    const auto pads = pads_with(words.signal, chair, trial);
    if (!pads.empty())
      findings.push_back({words.severity, words.name, chair.chair.id,
                          fmt::format("{} {} {}", fmt::join(pads, ", "),
                                      words.signal == Signal::missing ? (pads.size() == 1 ? "is" : "are")
                                                                      : (pads.size() == 1 ? "reads" : "read"),
                                      words.shows),
                          words.cure});
  }
  return findings;
}

// What the kit itself says. While pads are missing it explains why.
Findings judge_notices(const ChairConfig& chair, const KitTrial& trial) {
  const bool pads_missing = !pads_with(Signal::missing, chair, trial).empty();
  Findings findings;
  for (const std::string& notice : trial.notices)
    findings.push_back({pads_missing ? Severity::problem : Severity::warning, "kit.says", chair.chair.id, notice,
                        "compare the wiring with the README of the driver " + chair.kit.driver});
  return findings;
}

std::optional<Finding> judge_rate(const ChairConfig& chair, const KitTrial& trial) {
  if (trial.pace.own_time || trial.scans == 0) return std::nullopt;
  const double configured = 1000.0 / static_cast<double>(trial.pace.interval.count());
  const double reached = configured * trial.scans / (trial.scans + trial.missed);
  const std::string what = fmt::format("{:.1f} scans a second of {:.1f}", reached, configured);
  if (reached >= enough_of_rate * configured) return Finding{Severity::ok, "rate.reached", chair.chair.id, what};
  return Finding{Severity::warning, "rate.slow", chair.chair.id, what,
                 fmt::format("{}: lower rate_hz, raise data_rate or the bus's speed (dtparam=i2c_arm_baudrate=400000), "
                             "or see with top what keeps the machine busy",
                             chair.kit.where)};
}

}  // namespace

Findings judge_kit(const ChairConfig& chair, const KitTrial& trial) {
  if (trial.scans == 0)
    return {{Severity::problem, "kit.silent", chair.chair.id, trial.description + ": not a single scan came of it",
             "a recording or scenario needs at least one row"}};
  Findings findings = judge_notices(chair, trial);
  append(findings, judge_pads(chair, trial));
  if (findings.empty())
    findings.push_back({Severity::ok, "kit.answers", chair.chair.id,
                        fmt::format("{}: all {} pads read", trial.description, trial.pads.size())});
  if (auto rate = judge_rate(chair, trial)) findings.push_back(std::move(*rate));
  return findings;
}

}  // namespace chairhub
