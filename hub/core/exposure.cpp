#include "hub/core/exposure.h"

#include <algorithm>
#include <cmath>

#include "hub/core/units.h"

namespace chairhub {

Millis Exposure::limit(Cause cause, const Thresholds& thresholds) {
  switch (cause) {
    case Cause::sitting_too_long:
      return minutes(thresholds.sit_alert_min);
    case Cause::bent_forward:
      return minutes(thresholds.forward_warn_min);
    case Cause::static_too_long:
      return minutes(thresholds.static_warn_min);
    case Cause::unsupported_upright:
      return minutes(thresholds.unsupported_warn_min);
    case Cause::asymmetric:
      return minutes(thresholds.asym_warn_min);
  }
  return Millis{0};
}

Millis Exposure::until_due(Cause cause, const Thresholds& thresholds) const {
  if (active(cause)) return Millis{0};
  const bool counts_at_once = cause == Cause::sitting_too_long || cause == Cause::static_too_long;
  const Millis left = std::max(limit(cause, thresholds) - of(cause), Millis{0});
  return counts_at_once ? left : left + until_settled_;
}

void Exposure::update(const SitterNow& sitter, Moment now, Millis elapsed, const Thresholds& thresholds) {
  built_up_[index(Cause::sitting_too_long)] = sitter.session;
  built_up_[index(Cause::static_too_long)] = sitter.occupied ? sitter.still : Millis{0};
  away_for_ = sitter.occupied ? Millis{0} : away_for_ + elapsed;
  until_settled_ = std::max(seconds(thresholds.settle_after_sit_s) - sitter.since_sat, Millis{0});
  count_unsupported(sitter, elapsed, thresholds);
  count_forward(sitter, elapsed, thresholds);
  count_asymmetric(sitter, elapsed, thresholds);

  for (const Cause cause : all_causes) {
    const Millis built_up = built_up_[index(cause)];
    const Millis limit = Exposure::limit(cause, thresholds);
    if (built_up <= Millis{0}) {
      since_[index(cause)].reset();
    } else if (!since_[index(cause)]) {
      since_[index(cause)] = now + -built_up;
    }
    const double enough = active_[index(cause)] ? exit_factor : 1.0;
    active_[index(cause)] =
        built_up > Millis{0} && static_cast<double>(built_up.count()) >= enough * static_cast<double>(limit.count());
  }
}

void Exposure::count_unsupported(const SitterNow& sitter, Millis elapsed, const Thresholds& thresholds) {
  Millis& built_up = built_up_[index(Cause::unsupported_upright)];
  goes_on_[index(Cause::unsupported_upright)] = sitter.posture == Posture::unsupported_upright;
  const bool settled = sitter.since_sat >= seconds(thresholds.settle_after_sit_s);
  const bool relieved = sitter.posture == Posture::supported || sitter.posture == Posture::slumped || !sitter.occupied;
  if (sitter.posture == Posture::unsupported_upright && settled) {
    // A short lean back was no support: the time goes on as if it had not been.
    if (supported_for_ < seconds(thresholds.unsupported_gap_s) && built_up > Millis{0}) built_up += supported_for_;
    built_up += elapsed;
    supported_for_ = Millis{0};
  } else if (relieved) {
    supported_for_ += elapsed;
    if (supported_for_ >= seconds(thresholds.support_drains_s)) built_up = Millis{0};
  } else if (sitter.posture == Posture::bent_forward) {
    supported_for_ = Millis{0};  // no support either
  }
}

void Exposure::count_forward(const SitterNow& sitter, Millis elapsed, const Thresholds& thresholds) {
  Millis& built_up = built_up_[index(Cause::bent_forward)];
  goes_on_[index(Cause::bent_forward)] = sitter.posture == Posture::bent_forward;
  if (sitter.posture == Posture::bent_forward) {
    if (sitter.since_sat >= seconds(thresholds.settle_after_sit_s)) built_up += elapsed;
    return;
  }
  if (sitter.posture == Posture::unknown || built_up <= Millis{0}) return;
  if (away_for_ >= seconds(thresholds.forward_recovery_s)) {
    built_up = Millis{0};
    return;
  }
  const double halvings = to_seconds(elapsed) / thresholds.forward_recovery_s;
  built_up = seconds(to_seconds(built_up) * std::exp2(-halvings));
  if (built_up < Millis(1000)) built_up = Millis{0};
}

void Exposure::count_asymmetric(const SitterNow& sitter, Millis elapsed, const Thresholds& thresholds) {
  Millis& built_up = built_up_[index(Cause::asymmetric)];
  const bool leans = sitter.occupied && sitter.asymmetry >= thresholds.asym_warn;
  goes_on_[index(Cause::asymmetric)] = leans;
  if (leans) {
    if (sitter.since_sat >= seconds(thresholds.settle_after_sit_s)) built_up += elapsed;
    even_for_ = Millis{0};
    return;
  }
  even_for_ += elapsed;
  if (even_for_ >= seconds(thresholds.support_drains_s)) built_up = Millis{0};
}

}  // namespace chairhub
