// Laws of the alert policy, on random days with random thresholds.

#include <algorithm>
#include <array>
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "hub/core/units.h"
#include "tests/properties/random_day.h"

namespace chairhub::policy_properties_test {

const Alert& alert_of(const Told& told) {
  return std::get<Alert>(told.what);
}

bool is_posture_alert(Cause cause) {
  return cause == Cause::bent_forward || cause == Cause::unsupported_upright || cause == Cause::asymmetric;
}

RC_GTEST_PROP(AlertPolicyLaws, NeverMoreAlertsAnHourAndADayThanAllowed, ()) {
  const Settings settings = random_settings();
  const auto alerts = live(random_day(), settings).alerts();
  const Thresholds& t = settings.thresholds;
  std::map<std::chrono::sys_days, int> by_day;
  for (std::size_t i = 0; i < alerts.size(); ++i) {
    const Alert& alert = alert_of(alerts[i]);
    const auto in_hour =
        std::count_if(alerts.begin(), alerts.begin() + static_cast<std::ptrdiff_t>(i) + 1, [&](const Told& before) {
          return alert.raised.steady - alert_of(before).raised.steady < std::chrono::hours(1);
        });
    RC_ASSERT(static_cast<double>(in_hour) < t.alerts_per_hour + 1);
    const int in_day = ++by_day[std::chrono::floor<std::chrono::days>(alert.raised.wall)];
    RC_ASSERT(in_day < t.alerts_per_day + 1);
  }
}

RC_GTEST_PROP(AlertPolicyLaws, AlertsKeepTheirDistance, ()) {
  const Settings settings = random_settings();
  const auto alerts = live(random_day(), settings).alerts();
  const Thresholds& t = settings.thresholds;
  std::array<std::optional<SteadyTime>, cause_count> last_of{};
  for (std::size_t i = 0; i < alerts.size(); ++i) {
    const Alert& alert = alert_of(alerts[i]);
    if (i > 0)
      RC_ASSERT(alert.raised.steady - alert_of(alerts[i - 1]).raised.steady >= minutes(t.any_cause_cooldown_min));
    auto& last = last_of[static_cast<std::size_t>(alert.cause)];
    const double interval = alert.is_repeat ? t.repeat_after_min : t.same_cause_cooldown_min;
    if (last) RC_ASSERT(alert.raised.steady - *last >= minutes(interval));
    last = alert.raised.steady;
  }
}

RC_GTEST_PROP(AlertPolicyLaws, TheFirstInOrderWins, ()) {
  for (const Told& told : live(random_day(), random_settings()).alerts())
    for (const Cause other : alert_of(told).also_due) RC_ASSERT(alert_of(told).cause < other);
}

RC_GTEST_PROP(AlertPolicyLaws, ACauseHasOneOpenAlertAndOneRepeatAtMost, ()) {
  std::array<int, cause_count> open{};
  std::uint64_t last_id = 0;
  for (const Told& told : live(random_day(), random_settings()).story) {
    if (const auto* cleared = std::get_if<AlertCleared>(&told.what)) {
      open[static_cast<std::size_t>(cleared->cause)] = 0;
      continue;
    }
    const Alert& alert = alert_of(told);
    int& of_cause = open[static_cast<std::size_t>(alert.cause)];
    RC_ASSERT(alert.is_repeat == (of_cause == 1));
    RC_ASSERT(++of_cause <= 2);
    RC_ASSERT(alert.id == last_id + 1);
    last_id = alert.id;
  }
}

// RapidCheck takes an expression apart to show its sides, and so evaluates both, unless it stands in parentheses.
RC_GTEST_PROP(AlertPolicyLaws, NothingIsToldThatIsToBeHeld, ()) {
  for (const Told& told : live(random_day(), random_settings()).alerts()) {
    const Alert& alert = alert_of(told);
    RC_ASSERT(told.stretch.posture != Posture::empty);
    RC_ASSERT(!told.settings.meeting);
    RC_ASSERT((!told.settings.snoozed_until || *told.settings.snoozed_until <= alert.raised.wall));
    RC_ASSERT((!told.settings.quiet_hours || !told.settings.quiet_hours->contains(told.clock_time)));
    if (!is_posture_alert(alert.cause)) continue;
    RC_ASSERT(!told.stretch.is_doubted);
    RC_ASSERT(told.stretch.posture != Posture::unknown);
  }
}

RC_GTEST_PROP(AlertPolicyLaws, ASnoozeAlwaysEnds, ()) {
  RC_ASSERT(!live(random_day(), random_settings()).ended_with_a_stale_snooze);
}

RC_GTEST_PROP(AlertPolicyLaws, AnAlertIsOnlyAboutWhatHasLastedLongEnough, ()) {
  const Settings settings = random_settings();
  for (const Told& told : live(random_day(), settings).alerts()) {
    const Alert& alert = alert_of(told);
    // An alert that was held may come when some has been repaid, but never below the exit of 0.7.
    RC_ASSERT(alert.minutes >= 0.7 * to_minutes(Exposure::limit(alert.cause, settings.thresholds)) - 0.1);
  }
}

// The first alert of a day cannot come earlier when everything has to last longer.
RC_GTEST_PROP(AlertPolicyLaws, ALongerLimitNeverTellsEarlier, ()) {
  const RandomDay day = random_day();
  Settings strict;
  Settings lenient;
  for (double Thresholds::* limit : {&Thresholds::unsupported_warn_min, &Thresholds::forward_warn_min,
                                     &Thresholds::static_warn_min, &Thresholds::sit_alert_min})
    lenient.thresholds.*limit *= 1 + *rc::gen::inRange(0, 100) / 100.0;
  const auto early = live(day, strict).alerts();
  const auto late = live(day, lenient).alerts();
  if (late.empty()) return;
  RC_ASSERT(!early.empty());
  RC_ASSERT(alert_of(early.front()).raised.steady <= alert_of(late.front()).raised.steady);
}

// More of the same posture builds up more: a longer stretch is told if the shorter one was.
RC_GTEST_PROP(AlertPolicyLaws, MoreExposureIsNeverToldLess, ()) {
  Stretch stretch;
  stretch.posture = *rc::gen::element(Posture::bent_forward, Posture::unsupported_upright, Posture::supported);
  stretch.minutes = *rc::gen::inRange(1, 90);
  const auto shorter = live({stretch}, {}).alerts();
  stretch.minutes += *rc::gen::inRange(0, 90);
  const auto longer = live({stretch}, {}).alerts();
  RC_ASSERT(longer.size() >= shorter.size());
  for (std::size_t i = 0; i < shorter.size(); ++i) RC_ASSERT(alert_of(longer[i]).raised == alert_of(shorter[i]).raised);
}

}  // namespace chairhub::policy_properties_test
