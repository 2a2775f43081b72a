#include "hub/commands/replay_summary.h"

#include <algorithm>

#include <fmt/format.h>

namespace chairhub {
namespace {

double hours(Millis d) {
  return static_cast<double>(d.count()) / 3'600'000.0;
}

constexpr std::array all_postures{
    Posture::empty,        Posture::object,  Posture::supported, Posture::unsupported_upright,
    Posture::bent_forward, Posture::slumped, Posture::unknown};
static_assert(all_postures.size() == posture_count);

}  // namespace

void ReplaySummary::add(const Observation& observation) {
  for (const Event& event : observation.events) {
    if (const auto* span = std::get_if<SpanEnded>(&event))
      by_posture_[static_cast<std::size_t>(span->posture)] += span->end.steady - span->start.steady;
    if (const auto* sitting = std::get_if<SittingEnded>(&event))
      occupied_ += sitting->end.steady - sitting->start.steady;
    shifts_ += std::holds_alternative<Shifted>(event) ? 1 : 0;
    breaks_ += std::holds_alternative<BreakTaken>(event) ? 1 : 0;
    sittings_ += std::holds_alternative<SittingStarted>(event) ? 1 : 0;
    if (const auto* alert = std::get_if<Alert>(&event)) ++alerts_[static_cast<std::size_t>(alert->cause)];
  }
}

void ReplaySummary::print(std::uint64_t rows, const Chair& chair, std::span<const PadReport> pads) const {
  Millis all{};
  for (const Millis d : by_posture_) all += d;
  fmt::print("{} rows, {:.2f} h, of them {:.2f} h sat in {} sittings with {} breaks\n", rows, hours(all),
             hours(occupied_), sittings_, breaks_);
  for (const Posture posture : all_postures) {
    const Millis d = by_posture_[static_cast<std::size_t>(posture)];
    if (d > Millis{0})
      fmt::print("  {:20} {:7.2f} h {:5.1f} %\n", to_string(posture), hours(d), 100 * hours(d) / hours(all));
  }
  if (occupied_ > Millis{0})
    fmt::print("posture shifts: {} ({:.1f} per hour sat)\n", shifts_, static_cast<double>(shifts_) / hours(occupied_));
  for (const Cause cause : all_causes)
    if (const auto n = alerts_[static_cast<std::size_t>(cause)]; n > 0)
      fmt::print("alerts: {} {}\n", n, to_string(cause));
  for (std::size_t i = 0; i < pads.size(); ++i)
    if (pads[i].times > 0)
      fmt::print("pad {}: {}{}\n", chair.pads[i].name, to_string(pads[i].status),
                 pads[i].reason.empty() ? "" : ", " + pads[i].reason);
}

}  // namespace chairhub
