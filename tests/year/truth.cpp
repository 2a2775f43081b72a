#include "tests/year/truth.h"

#include <algorithm>
#include <cmath>

#include "hub/core/units.h"

namespace chairhub::year {
namespace {

using simulated::Pose;

bool is_person(Pose pose) {
  return pose != Pose::empty && pose != Pose::bag && pose != Pose::cat && pose != Pose::pushed;
}

// The places that the story's sitters shift between are further apart by far.
bool has_shifted(const simulated::Stance& a, const simulated::Stance& b) {
  constexpr double least = 0.1;
  return a.pose != b.pose || std::abs(a.sideways - b.sideways) >= least || std::abs(a.forward - b.forward) >= least;
}

}  // namespace

void Truth::note(const simulated::Stance& stance, bool can_see_posture) {
  const bool sat = sits_;
  sits_ = is_person(stance.pose);
  count_sitting(sits_);
  Millis& still = built_up(Cause::static_too_long);
  still = sits_ && sat && !has_shifted(before_, stance) ? still + tick : Millis{0};
  before_ = stance;
  const Pose pose = sits_ ? stance.pose : Pose::empty;
  goes_on_ = {sits_, can_see_posture && pose == Pose::bent_forward, sits_,
              can_see_posture && pose == Pose::unsupported_upright, false};
  if (sits_ && !can_see_posture) return;
  count_bent(pose);
  count_unsupported(pose);
}

void Truth::count_sitting(bool sits) {
  Millis& session = built_up(Cause::sitting_too_long);
  if (!sits) {
    sat_for_ = Millis{0};
    away_for_ += tick;
    if (away_for_ >= minutes(thresholds_.break_full_min)) session = Millis{0};
    return;
  }
  if (away_for_ >= seconds(thresholds_.break_min_s)) {
    constexpr Millis seen_later = Seconds(5);
    is_break_unsure_ = std::abs((away_for_ - minutes(thresholds_.break_full_min)).count()) < seen_later.count();
    session = std::max(session - seconds(to_seconds(away_for_) * thresholds_.break_credit), Millis{0});
  }
  away_for_ = Millis{0};
  sat_for_ += tick;
  session += tick;
}

void Truth::count_bent(Pose pose) {
  Millis& built_up = this->built_up(Cause::bent_forward);
  if (pose == Pose::bent_forward) {
    if (sat_for_ > seconds(thresholds_.settle_after_sit_s)) built_up += tick;
  } else if (away_for_ >= seconds(thresholds_.forward_recovery_s)) {
    built_up = Millis{0};
  } else {
    built_up = seconds(to_seconds(built_up) * std::exp2(-to_seconds(tick) / thresholds_.forward_recovery_s));
  }
}

void Truth::count_unsupported(Pose pose) {
  Millis& built_up = this->built_up(Cause::unsupported_upright);
  if (pose == Pose::unsupported_upright) {
    if (built_up > Millis{0} && supported_for_ < seconds(thresholds_.unsupported_gap_s)) built_up += supported_for_;
    supported_for_ = Millis{0};
    if (sat_for_ > seconds(thresholds_.settle_after_sit_s)) built_up += tick;
  } else if (pose == Pose::bent_forward) {
    supported_for_ = Millis{0};
  } else {
    supported_for_ += tick;
    if (supported_for_ >= seconds(thresholds_.support_drains_s)) built_up = Millis{0};
  }
}

}  // namespace chairhub::year
