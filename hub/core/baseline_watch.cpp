#include "hub/core/baseline_watch.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "hub/core/units.h"

namespace chairhub {
namespace {

// A sitting fits again when it is this much nearer than one that does not (Dorso's exit factor).
constexpr double exit_factor = 0.7;

// A clock that was never set, or a file from another world, tells no age.
std::optional<std::chrono::days> age_of(const Calibration& calibration, WallTime now) {
  if (!calibration.has_person() || calibration.made_at <= WallTime{} || now < calibration.made_at) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(now - calibration.made_at);
}

}  // namespace

void BaselineWatch::change_person() {
  why_[load_elsewhere].clear();
  why_[other_person].clear();
  pattern_.clear();
  sittings_off_ = 0;
  is_judged_ = false;
}

void BaselineWatch::take_zeros() {
  why_[something_there].clear();
  why_[zero_far].clear();
}

void BaselineWatch::update(const Now& now, const Loads& loads, const Calibration& calibration, const ZeroKeeper& zeros,
                           const Thresholds& thresholds, std::vector<Event>& events) {
  const auto age = age_of(calibration, now.at.wall);
  const bool is_old = age && static_cast<double>(age->count()) >= thresholds.baseline_age_days;
  if (is_old != !why_[old].empty())
    why_[old] = is_old ? fmt::format("the calibration is {} days old; calibrate anew", age->count()) : "";

  if (now.occupied && !was_occupied_) {
    look_at_empty_chair(zeros, calibration, thresholds);
    pattern_.clear();
    is_judged_ = false;
  } else if (!now.occupied && zeros.rest()) {
    // Whatever lay there has gone, or what has drifted was followed; what is there counts when somebody sits down on
    // it.
    const bool had_thing = !why_[something_there].empty() || !why_[zero_far].empty();
    if (had_thing) look_at_empty_chair(zeros, calibration, thresholds);
  }
  was_occupied_ = now.occupied;
  if (why_[other_person] != now.stranger) why_[other_person] = now.stranger;
  if (now.like_baseline && !is_judged_ && now.stranger.empty()) {
    pattern_.add(loads, now.elapsed);
    if (pattern_.length() >= minutes(thresholds.baseline_look_min)) judge_sitting(calibration, thresholds);
  }

  const auto first = std::find_if(why_.begin(), why_.end(), [](const std::string& why) { return !why.empty(); });
  const bool is_doubted = first != why_.end();
  const bool was_doubted = !doubt_.empty();
  if (!is_doubted && !was_doubted) return;
  if (is_doubted && doubt_ == *first) return;
  doubt_ = is_doubted ? *first : "";
  if (is_doubted != was_doubted) events.emplace_back(BaselineDoubted{is_doubted, doubt_, now.at});
}

void BaselineWatch::look_at_empty_chair(const ZeroKeeper& zeros, const Calibration& calibration,
                                        const Thresholds& thresholds) {
  if (!zeros.rest()) return;
  const ZeroKeeper::Rest& rest = *zeros.rest();
  why_[zero_far] = far_zero(calibration, rest, thresholds);
  std::string thing = thing_on(Zone::back, calibration, rest, thresholds);
  if (thing.empty()) thing = thing_on(Zone::seat, calibration, rest, thresholds);
  why_[something_there] = std::move(thing);
}

std::string BaselineWatch::far_zero(const Calibration& calibration, const ZeroKeeper::Rest& rest,
                                    const Thresholds& thresholds) const {
  for (std::size_t i = 0; i < chair_.pads.size(); ++i) {
    if (!rest[i]) continue;
    const double drift = zero_drift(chair_.pads[i], calibration.pads[i]) + *rest[i];
    if (std::abs(drift) <= thresholds.zero_drift) continue;
    return fmt::format(
        "pad {} reads {:.0f} % of its span more than when the empty chair was calibrated; calibrate anew",
        chair_.pads[i].name, 100 * drift);
  }
  return "";
}

// What rests on a zone of the empty chair, as a part of what the person's own sitting puts there.
std::string BaselineWatch::thing_on(Zone zone, const Calibration& calibration, const ZeroKeeper::Rest& rest,
                                    const Thresholds& thresholds) const {
  double there = 0;
  double own = 0;
  for (std::size_t i = 0; i < chair_.pads.size(); ++i) {
    const auto& supported = calibration.pads[i].supported;
    if (chair_.pads[i].zone != zone || !rest[i] || !supported) continue;
    there += *rest[i];
    own += *supported;
  }
  if (own <= 0 || there / own < thresholds.baseline_burden) return "";
  return fmt::format("{} carries {:.0f} % of its load with nobody there; take off what is on it, or calibrate anew",
                     zone == Zone::back ? "the backrest" : "the seat", 100 * there / own);
}

void BaselineWatch::judge_sitting(const Calibration& calibration, const Thresholds& thresholds) {
  is_judged_ = true;
  const auto mismatch = pattern_.against(calibration);
  if (!mismatch) return;
  const double off = mismatch->in_all(thresholds);
  if (off >= 1) {
    ++sittings_off_;
    if (static_cast<double>(sittings_off_) < thresholds.baseline_sittings) return;
    why_[load_elsewhere] = fmt::format(
        "through {} sittings {:.0f} % of the load has lain elsewhere than when calibrated, and all of it is {:.0f} % "
        "of what it was, as with a cushion added; calibrate anew",
        sittings_off_, 100 * mismatch->spread, 100 * mismatch->weight);
  } else if (off < exit_factor || why_[load_elsewhere].empty()) {
    sittings_off_ = 0;
    why_[load_elsewhere].clear();
  }
}

}  // namespace chairhub
