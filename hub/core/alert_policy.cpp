#include "hub/core/alert_policy.h"

#include <algorithm>
#include <utility>

#include "hub/core/units.h"

namespace chairhub {
namespace {

std::size_t index(Cause cause) {
  return static_cast<std::size_t>(cause);
}

bool is_posture_alert(Cause cause) {
  return cause == Cause::bent_forward || cause == Cause::unsupported_upright || cause == Cause::asymmetric;
}

bool is_snoozed(const Settings& settings, Moment now) {
  return settings.snoozed_until && now.wall < *settings.snoozed_until;
}

Millis scaled(Millis interval, double factor) {
  return Millis(std::llrint(static_cast<double>(interval.count()) * factor));
}

}  // namespace

AlertPolicy::AlertPolicy(std::uint64_t last_id, AlertPolicyResume resume)
    : last_id_(last_id), past_(std::move(resume)) {}

// A clock that has gone back since makes an alert as young as it can be.
void AlertPolicy::resume(Moment now) {
  for (const PastAlert& alert : past_->alerts) {
    const SteadyTime raised = now.steady - std::max(now.wall - alert.raised, Millis{0});
    auto& episode = episodes_[index(alert.cause)];
    // A repeat proves that the alert before it was ignored, whatever the log knows of that one.
    if (alert.is_repeat && episode) back_off_.ignored(alert.cause);
    episode.reset();
    if (alert.is_open) episode = Episode{alert.id, raised, alert.is_repeat};
    if (alert.acted_on) *alert.acted_on ? back_off_.acted_on(alert.cause) : back_off_.ignored(alert.cause);
    // By a clock that is not set all of them may lie ahead; the last one is what people remember.
    if (alert.raised <= now.wall || &alert == &past_->alerts.back()) history_.add(alert.cause, raised);
  }
  past_.reset();
}

std::optional<Alert> AlertPolicy::update(const Exposure& exposure, const Situation& situation, const Settings& settings,
                                         Moment now, std::vector<Event>& events) {
  if (past_) resume(now);
  follow_episodes(exposure, situation, settings.thresholds, now, events);

  std::optional<Cause> winner;
  std::vector<Cause> others;
  for (const Cause cause : all_causes) {
    Held& held = held_[index(cause)];
    held = exposure.active(cause) ? judge(cause, exposure, situation, settings, now) : Held::not_due;
    if (held != Held::nothing) continue;
    if (!winner) {
      winner = cause;
      continue;
    }
    others.push_back(cause);
    held = Held::any_cause_cooldown;
  }
  if (!winner) return std::nullopt;
  Alert alert = raise(*winner, exposure, now);
  alert.also_due = std::move(others);
  return alert;
}

void AlertPolicy::follow_episodes(const Exposure& exposure, const Situation& situation, const Thresholds& thresholds,
                                  Moment now, std::vector<Event>& events) {
  for (const Cause cause : all_causes) {
    auto& episode = episodes_[index(cause)];
    if (!episode) continue;
    if (!exposure.active(cause)) {
      if (!is_unproven_) {
        if (!episode->is_ignored) back_off_.acted_on(cause);
        events.emplace_back(AlertCleared{episode->alert_id, cause, now, !episode->is_ignored});
      }
      episode.reset();
    } else if (!episode->is_ignored && situation.occupied && exposure.goes_on(cause) &&
               now.steady - episode->raised > minutes(thresholds.acted_on_min)) {
      episode->is_ignored = true;
      back_off_.ignored(cause);
    }
  }
  is_unproven_ = false;
}

Held AlertPolicy::judge(Cause cause, const Exposure& exposure, const Situation& situation, const Settings& settings,
                        Moment now) const {
  const Thresholds& t = settings.thresholds;
  if (!situation.occupied) return Held::chair_empty;
  if (!settings.alerts) return Held::alerts_off;
  if (!settings.cause_on[index(cause)]) return Held::cause_off;
  if (is_snoozed(settings, now)) return Held::snoozed;
  if (settings.quiet_hours && settings.quiet_hours->contains(situation.clock_time)) return Held::quiet_hours;
  if (settings.meeting) return Held::meeting;
  if (is_posture_alert(cause) && situation.baseline_doubted) return Held::baseline_moved;
  if (is_posture_alert(cause) && !situation.posture_trusted) return Held::sensor_fault;
  if (!exposure.goes_on(cause)) return Held::recovering;

  const auto& episode = episodes_[index(cause)];
  if (episode && episode->is_repeated) return Held::already_repeated;
  if (const auto since_last = history_.since_last(cause, now.steady)) {
    const Millis usual = interval(cause, t);
    if (*since_last < usual) return episode ? Held::already_raised : Held::same_cause_cooldown;
    if (*since_last < scaled(usual, back_off_.factor(cause, t))) return Held::backed_off;
  }
  if (history_.until_free(minutes(t.any_cause_cooldown_min), now.steady) > Millis{0}) return Held::any_cause_cooldown;
  return until_room(situation, t, now) > Millis{0} ? Held::limit_reached : Held::nothing;
}

// Between the last alert of this cause and the next, back-off aside.
Millis AlertPolicy::interval(Cause cause, const Thresholds& thresholds) const {
  return minutes(episodes_[index(cause)] ? thresholds.repeat_after_min : thresholds.same_cause_cooldown_min);
}

Millis AlertPolicy::until_room(const Situation& situation, const Thresholds& thresholds, Moment now) const {
  return std::max(history_.until_hour_has_room(thresholds.alerts_per_hour, now.steady),
                  history_.until_day_has_room(thresholds.alerts_per_day, now.wall - situation.day_begin,
                                              situation.day_end - now.wall, now.steady));
}

std::optional<NextDue> AlertPolicy::next_due(const Exposure& exposure, const Situation& situation,
                                             const Settings& settings, Moment now) const {
  if (!situation.occupied || !settings.alerts || (settings.meeting && !settings.meeting_until)) return std::nullopt;
  const Millis until_any = until_any_may(situation, settings, now);
  std::optional<NextDue> next;
  for (const Cause cause : all_causes) {
    if (!may_be_told(cause, exposure, situation, settings)) continue;
    // Of those that wait for the same the first is the most important one.
    Millis in = std::max(until_told(cause, exposure, settings.thresholds, now.steady), until_any);
    if (settings.quiet_hours) in += settings.quiet_hours->until_over(situation.clock_time + in);
    if (!next || in < next->in) next = NextDue{cause, in};
  }
  return next;
}

bool AlertPolicy::may_be_told(Cause cause, const Exposure& exposure, const Situation& situation,
                              const Settings& settings) const {
  const bool is_believed = !is_posture_alert(cause) || (situation.posture_trusted && !situation.baseline_doubted);
  const auto& episode = episodes_[index(cause)];
  return settings.cause_on[index(cause)] && is_believed && exposure.goes_on(cause) &&
         !(episode && episode->is_repeated);
}

Millis AlertPolicy::until_told(Cause cause, const Exposure& exposure, const Thresholds& thresholds,
                               SteadyTime now) const {
  const Millis in = exposure.until_due(cause, thresholds);
  const auto since_last = history_.since_last(cause, now);
  if (!since_last) return in;
  return std::max(in, scaled(interval(cause, thresholds), back_off_.factor(cause, thresholds)) - *since_last);
}

Millis AlertPolicy::until_any_may(const Situation& situation, const Settings& settings, Moment now) const {
  const Thresholds& t = settings.thresholds;
  Millis in =
      std::max(history_.until_free(minutes(t.any_cause_cooldown_min), now.steady), until_room(situation, t, now));
  if (is_snoozed(settings, now)) in = std::max(in, *settings.snoozed_until - now.wall);
  if (settings.meeting) in = std::max(in, *settings.meeting_until - now.wall);
  return in;
}

Alert AlertPolicy::raise(Cause cause, const Exposure& exposure, Moment now) {
  auto& episode = episodes_[index(cause)];
  if (episode && !episode->is_ignored) back_off_.ignored(cause);
  Alert alert;
  alert.id = ++last_id_;
  alert.cause = cause;
  alert.raised = now;
  alert.since = exposure.since(cause).value_or(now);
  alert.minutes = to_minutes(exposure.of(cause));
  alert.is_repeat = episode.has_value();
  episode = Episode{alert.id, now.steady, alert.is_repeat};
  history_.add(cause, now.steady);
  return alert;
}

}  // namespace chairhub
