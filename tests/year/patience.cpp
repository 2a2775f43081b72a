#include "tests/year/patience.h"

#include <algorithm>
#include <cmath>

#include "hub/core/exposure.h"
#include "hub/core/units.h"

namespace chairhub::year {

Patience::Patience(Cause cause, const Thresholds& thresholds)
    : cause_(cause),
      thresholds_(thresholds),
      open_(seconds(exit_factor * to_seconds(Exposure::limit(cause, thresholds)))) {}

void Patience::note(Millis at, Millis built_up, bool goes_on) {
  if (!last_) return;
  least_ = std::min(least_, built_up);
  if (goes_on) went_on_ = at;
  if (last_->is_judged) return;
  const Millis heeded_within = minutes(thresholds_.acted_on_min);
  const Millis went_on_for = went_on_ - last_->at;
  if (has_gone_on() && went_on_for > heeded_within + moment) {
    decide(least_ignored_ + 1, most_ignored_ + 1);
  } else if (has_ended()) {
    const bool is_sure = went_on_for < heeded_within - moment;
    decide(0, is_sure ? 0 : most_ignored_ + 1);
  }
}

void Patience::told(Millis at, bool is_repeat) {
  // A repeat proves that the alert before it was ignored.
  if (last_ && !last_->is_judged) decide(is_repeat ? least_ignored_ + 1 : 0, most_ignored_ + 1);
  last_ = Told{at, is_repeat};
  least_ = Millis::max();
  went_on_ = at;
}

void Patience::lose_sight() {
  least_ = Millis{0};
  if (last_ && !last_->is_judged) decide(0, most_ignored_ + 1);
}

void Patience::decide(int least_ignored, int most_ignored) {
  least_ignored_ = least_ignored;
  most_ignored_ = most_ignored;
  last_->is_judged = true;
}

Millis Patience::interval(bool goes_on, int ignored) const {
  const double usual = goes_on ? thresholds_.repeat_after_min : thresholds_.same_cause_cooldown_min;
  const double doublings = std::floor(ignored / thresholds_.back_off_after);
  return minutes(usual * std::min(std::exp2(doublings), thresholds_.back_off_max));
}

bool Patience::may_wait(Millis at) const {
  if (!last_) return false;
  if (last_->is_repeat && !has_ended()) return true;
  const int ignored = most_ignored_ + (last_->is_judged ? 0 : 1);
  const bool is_repeat_due = has_gone_on();
  return at - last_->at < interval(is_repeat_due, ignored);
}

bool Patience::has_to_wait(Millis at) const {
  if (!last_) return false;
  if (last_->is_repeat && has_gone_on()) return true;
  return at - last_->at < interval(!has_ended(), last_->is_judged ? least_ignored_ : 0);
}

}  // namespace chairhub::year
