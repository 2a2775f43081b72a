#include "hub/core/pad_health.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "hub/core/middles.h"
#include "hub/core/units.h"

namespace chairhub {
namespace {

// Time constant of a pad's mean jump, and how much livelier than the usual pad a noisy one is.
constexpr double jump_memory_s = 10;
constexpr double livelier = 5;
// What tells a dead pad from one that is merely relieved: it shows less than this part of its span, this
// person puts at least that part on it, and the zone's other pads carry most of what they do (engineering default).
constexpr double shows_something = 0.005;
constexpr double rests_on = 0.15;
constexpr double zone_carries = 0.7;

// The status of a pad that gives no reading.
PadStatus status_of(Signal signal) {
  switch (signal) {
    case Signal::open_wire:
      return PadStatus::open_wire;
    case Signal::short_circuit:
      return PadStatus::short_circuit;
    case Signal::out_of_range:
      return PadStatus::out_of_range;
    case Signal::below_ground:
      return PadStatus::below_ground;
    case Signal::crosstalk:
      return PadStatus::crosstalk;
    case Signal::ok:
    case Signal::missing:
      break;
  }
  return PadStatus::missing;
}

bool gives_no_reading(PadStatus status) {
  return status >= PadStatus::missing && status <= PadStatus::crosstalk;
}

}  // namespace

std::string_view to_string(PadStatus status) {
  switch (status) {
    case PadStatus::ok:
      return "ok";
    case PadStatus::missing:
      return "missing";
    case PadStatus::open_wire:
      return "open_wire";
    case PadStatus::short_circuit:
      return "short_circuit";
    case PadStatus::out_of_range:
      return "out_of_range";
    case PadStatus::below_ground:
      return "below_ground";
    case PadStatus::crosstalk:
      return "crosstalk";
    case PadStatus::dead:
      return "dead";
    case PadStatus::stuck:
      return "stuck";
    case PadStatus::saturated:
      return "saturated";
    case PadStatus::noisy:
      return "noisy";
  }
  return "";
}

PadHealth::PadHealth(const Chair& chair) : chair_(chair), watches_(chair.pads.size()), reports_(chair.pads.size()) {}

void PadHealth::update(const Sample& sample, const Calibration& calibration, bool occupied,
                       const Thresholds& thresholds, std::vector<PadStatusChanged>& changed) {
  count_sittings(occupied);
  // A long silence of the whole kit says nothing about its pads.
  const Millis elapsed = std::min(sample.elapsed, Millis{1'000});
  for (std::size_t i = 0; i < watches_.size(); ++i) read(watches_[i], chair_.pads[i], sample, i, thresholds);
  for (Watch& watch : watches_) follow(watch, occupied, elapsed, thresholds);
  follow_loss(calibration, occupied, elapsed, thresholds);
  for (std::size_t i = 0; i < watches_.size(); ++i) {
    const PadStatus now = judge(i, occupied, elapsed, thresholds);
    PadReport& report = reports_[i];
    if (now == report.status) continue;
    const PadStatus from = report.status;
    report.status = now;
    report.reason = reason(i, now);
    report.since = sample.at;
    if (from == PadStatus::ok) ++report.times;
    watches_[i].sound = Millis{0};
    changed.push_back({i, from, report});
  }
}

void PadHealth::count_sittings(bool occupied) {
  if (occupied && !was_occupied_) ++sittings_;
  was_occupied_ = occupied;
}

void PadHealth::read(Watch& watch, const Pad& pad, const Sample& sample, std::size_t index, const T& thresholds) {
  const Millis elapsed = std::min(sample.elapsed, Millis{1'000});
  if (index >= sample.pad_count || !sample.present[index]) {
    const Signal instead = index < sample.pad_count ? sample.instead[index] : Signal::missing;
    watch.instead_for = instead == watch.instead ? watch.instead_for + elapsed : Millis{0};
    watch.instead = instead;
    watch.silent += elapsed;
    return;
  }
  watch.silent = Millis{0};
  const double span = static_cast<double>(pad.range.loaded) - pad.range.unloaded;
  const double level = (sample.counts[index] - pad.range.unloaded) / span;
  if (watch.answered) {
    const double share = std::min(1.0, to_seconds(elapsed) / jump_memory_s);
    watch.jumping += (std::abs(level - watch.level) - watch.jumping) * share;
  }
  if (!watch.answered || std::abs(level - watch.anchor) > thresholds.pad_stuck_within) {
    watch.anchor = level;
    watch.sittings_at_anchor = sittings_;
  }
  watch.answered = true;
  watch.level = level;
  watch.counts = sample.counts[index];
}

double PadHealth::usual_jump() const {
  std::array<double, max_pads> jumps;
  const std::size_t n = watches_.size();
  for (std::size_t i = 0; i < n; ++i) jumps[i] = watches_[i].jumping;
  return middles<double>({jumps.data(), n}).lower;
}

void PadHealth::follow(Watch& watch, bool occupied, Millis elapsed, const T& thresholds) const {
  if (occupied) {
    const bool full = watch.level >= thresholds.pad_saturated;
    watch.full = std::clamp(watch.full + (full ? elapsed : -elapsed), Millis{0}, seconds(thresholds.pad_saturated_s));
  }
  const bool jumpy = watch.jumping > thresholds.pad_noisy_jump && watch.jumping > livelier * usual_jump();
  watch.jumpy = std::clamp(watch.jumpy + (jumpy ? elapsed : -elapsed), Millis{0}, seconds(thresholds.pad_noisy_s));
}

// A pad that this person's weight always rests on, and that shows nothing at all while the rest of its
// zone carries as much as ever, is dead long before many sittings have gone by.
void PadHealth::follow_loss(const Calibration& calibration, bool occupied, Millis elapsed, const T& thresholds) {
  if (!occupied) return;
  std::array<double, 2> usual{};           // by Zone
  std::array<double, 2> usual_of_shown{};  // without pads that show nothing
  std::array<double, 2> carried{};
  std::array<bool, max_pads> shows_nothing{};
  for (std::size_t i = 0; i < watches_.size(); ++i) {
    const PadCalibration& pad = calibration.pads[i];
    const auto zone = static_cast<std::size_t>(chair_.pads[i].zone);
    const double load = pad.load_of(watches_[i].counts);
    shows_nothing[i] = load < shows_something;
    usual[zone] += pad.supported.value_or(0.0);
    if (shows_nothing[i] || !pad.supported) continue;
    usual_of_shown[zone] += *pad.supported;
    carried[zone] += load;
  }
  for (std::size_t i = 0; i < watches_.size(); ++i) {
    const auto zone = static_cast<std::size_t>(chair_.pads[i].zone);
    const bool expected = calibration.pads[i].supported.value_or(0.0) >= rests_on;
    // When most of the zone shows nothing it is the sitter who is not there.
    const bool zone_loaded =
        2 * usual_of_shown[zone] > usual[zone] && carried[zone] >= zone_carries * usual_of_shown[zone];
    Watch& watch = watches_[i];
    const bool lost = expected && shows_nothing[i] && zone_loaded;
    watch.lost = lost ? std::min<Millis>(watch.lost + elapsed, seconds(thresholds.pad_dead_s)) : Millis{0};
  }
}

// Somebody heavy for the kit, or leaning over one side of it, fills several pads of a zone; that is no fault of the
// pads.
bool PadHealth::zone_full(Zone zone) const {
  std::size_t pads = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i < watches_.size(); ++i) {
    if (chair_.pads[i].zone != zone) continue;
    ++pads;
    if (watches_[i].level >= nearly_full) ++full;
  }
  return filled_by_sitter(full, pads);
}

PadStatus PadHealth::fault(std::size_t index, const T& thresholds) const {
  const Watch& watch = watches_[index];
  if (watch.silent >= seconds(thresholds.pad_missing_s)) return absence(index, thresholds);
  const auto still_for = static_cast<double>(sittings_ - watch.sittings_at_anchor);
  const bool loaded = watch.anchor > thresholds.pad_stuck_within;
  if (loaded && still_for >= thresholds.pad_stuck_sittings) return PadStatus::stuck;
  if (!loaded && still_for >= thresholds.pad_dead_sittings) return PadStatus::dead;
  if (watch.lost >= seconds(thresholds.pad_dead_s)) return PadStatus::dead;
  if (watch.full >= seconds(thresholds.pad_saturated_s) && !zone_full(chair_.pads[index].zone))
    return PadStatus::saturated;
  if (watch.jumpy >= seconds(thresholds.pad_noisy_s)) return PadStatus::noisy;
  return PadStatus::ok;
}

// Two electrical faults that take turns are told once, as the one that was seen first.
PadStatus PadHealth::absence(std::size_t index, const T& thresholds) const {
  const PadStatus before = reports_[index].status;
  const bool lasts = watches_[index].instead_for >= seconds(thresholds.pad_missing_s);
  return gives_no_reading(before) && !lasts ? before : status_of(watches_[index].instead);
}

// A sign of the fault right now, which starts the wait for recovery again.
bool PadHealth::still_faulty(const Watch& watch, PadStatus status, const T& thresholds) const {
  switch (status) {
    case PadStatus::missing:
    case PadStatus::open_wire:
    case PadStatus::short_circuit:
    case PadStatus::out_of_range:
    case PadStatus::below_ground:
    case PadStatus::crosstalk:
      return watch.silent > Millis{0};
    case PadStatus::saturated:
      return watch.level >= thresholds.pad_saturated;
    case PadStatus::noisy:
      return watch.jumping > thresholds.pad_noisy_jump / 2;
    case PadStatus::dead:
      return watch.lost > Millis{0} || watch.sittings_at_anchor + 1 < sittings_;
    case PadStatus::stuck:
      return watch.sittings_at_anchor + 1 < sittings_;
    case PadStatus::ok:
      break;
  }
  return false;
}

PadStatus PadHealth::judge(std::size_t index, bool occupied, Millis elapsed, const T& thresholds) {
  Watch& watch = watches_[index];
  const PadStatus before = reports_[index].status;
  const PadStatus found = fault(index, thresholds);
  if (before == PadStatus::ok || gives_no_reading(found)) return found;
  if (found != PadStatus::ok && gives_no_reading(before)) return found;
  if (still_faulty(watch, before, thresholds))
    watch.sound = Millis{0};
  else if (occupied || gives_no_reading(before))
    watch.sound += elapsed;
  // A reading again is all that a silent pad owes; five seconds keep a loose plug from flapping.
  const Millis needed = gives_no_reading(before) ? Millis{5'000} : seconds(thresholds.pad_recovers_s);
  return watch.sound >= needed ? PadStatus::ok : before;
}

std::string PadHealth::reason(std::size_t index, PadStatus status) const {
  const Pad& pad = chair_.pads[index];
  const Watch& watch = watches_[index];
  switch (status) {
    case PadStatus::ok:
      return "";
    case PadStatus::missing:
      return "does not answer";
    case PadStatus::open_wire:
      return "its wire is open: the resistor at its far end cannot be seen";
    case PadStatus::short_circuit:
      return "reads the supply itself: a short circuit in the pad or its cable";
    case PadStatus::out_of_range:
      return "is beyond what its converter can measure: a loose wire, or too much gain";
    case PadStatus::below_ground:
      return "reads below ground: its ground wire or its supply is loose";
    case PadStatus::crosstalk:
      return "reads exactly what another channel of its chip reads";
    case PadStatus::dead:
      if (watch.lost > Millis{0}) return fmt::format("reads {} as if empty, though this person loads it", watch.counts);
      return fmt::format("has stayed unloaded at {} through {} sittings", watch.counts,
                         sittings_ - watch.sittings_at_anchor);
    case PadStatus::stuck:
      return fmt::format("has stayed at {} through {} sittings", watch.counts, sittings_ - watch.sittings_at_anchor);
    case PadStatus::saturated:
      return fmt::format("reads {} while somebody sits; its range ends at {}", watch.counts, pad.range.loaded);
    case PadStatus::noisy:
      return fmt::format("jumps by {:.0f} % of its range every half second while the others are still",
                         100 * watch.jumping);
  }
  return "";
}

}  // namespace chairhub
