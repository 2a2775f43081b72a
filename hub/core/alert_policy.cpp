#include "hub/core/alert_policy.h"

#include <algorithm>

#include "hub/core/units.h"

namespace chairhub {
namespace {

std::size_t index(Cause cause) {
  return static_cast<std::size_t>(cause);
}

bool is_posture_alert(Cause cause) {
  return cause == Cause::bent_forward || cause == Cause::unsupported_upright || cause == Cause::asymmetric;
}

}  // namespace

std::optional<Alert> AlertPolicy::update(const Exposure& exposure, const Situation& situation, const Settings& settings,
                                         Moment now, std::vector<Event>& events) {
  end_episodes(exposure, now, events);
  while (!raised_.empty() && now.steady - raised_.front().steady > std::chrono::hours(25)) raised_.pop_front();

  std::optional<Cause> winner;
  std::vector<Cause> others;
  for (const Cause cause : all_causes) {
    held_[index(cause)] = exposure.active(cause) ? judge(cause, exposure, situation, settings, now) : Held::not_due;
    if (held_[index(cause)] != Held::nothing) continue;
    if (winner)
      others.push_back(cause);
    else
      winner = cause;
  }
  if (!winner) return std::nullopt;
  Alert alert = raise(*winner, exposure, now);
  alert.also_due = std::move(others);
  return alert;
}

Held AlertPolicy::judge(Cause cause, const Exposure& exposure, const Situation& situation, const Settings& settings,
                        Moment now) const {
  const Thresholds& t = settings.thresholds;
  if (!situation.occupied) return Held::chair_empty;
  if (!settings.alerts) return Held::alerts_off;
  if (!settings.cause_on[index(cause)]) return Held::cause_off;
  if (settings.snoozed_until && now.wall < *settings.snoozed_until) return Held::snoozed;
  if (is_posture_alert(cause) && situation.baseline_doubted) return Held::baseline_moved;
  if (is_posture_alert(cause) && !situation.posture_trusted) return Held::sensor_fault;

  if (!exposure.goes_on(cause)) return Held::recovering;
  const auto& episode = episodes_[index(cause)];
  if (episode && episode->repeated) return Held::already_repeated;
  if (episode && now.steady - episode->raised < minutes(t.repeat_after_min)) return Held::already_raised;
  const auto& last = last_of_[index(cause)];
  if (!episode && last && now.steady - *last < minutes(t.same_cause_cooldown_min)) return Held::same_cause_cooldown;
  if (!raised_.empty() && now.steady - raised_.back().steady < minutes(t.any_cause_cooldown_min))
    return Held::any_cause_cooldown;
  return limits_reached(situation, t, now) ? Held::limit_reached : Held::nothing;
}

bool AlertPolicy::limits_reached(const Situation& situation, const Thresholds& thresholds, Moment now) const {
  const auto in_hour = std::count_if(raised_.begin(), raised_.end(),
                                     [&](const Moment& at) { return now.steady - at.steady < std::chrono::hours(1); });
  const auto in_day =
      std::count_if(raised_.begin(), raised_.end(), [&](const Moment& at) { return at.wall >= situation.day_begin; });
  return static_cast<double>(in_hour) >= thresholds.alerts_per_hour ||
         static_cast<double>(in_day) >= thresholds.alerts_per_day;
}

void AlertPolicy::end_episodes(const Exposure& exposure, Moment now, std::vector<Event>& events) {
  for (const Cause cause : all_causes) {
    auto& episode = episodes_[index(cause)];
    if (!episode || exposure.active(cause)) continue;
    events.emplace_back(AlertCleared{episode->alert_id, cause, now});
    episode.reset();
  }
}

Alert AlertPolicy::raise(Cause cause, const Exposure& exposure, Moment now) {
  auto& episode = episodes_[index(cause)];
  Alert alert;
  alert.id = ++last_id_;
  alert.cause = cause;
  alert.raised = now;
  alert.since = exposure.since(cause).value_or(now);
  alert.minutes = to_minutes(exposure.of(cause));
  alert.is_repeat = episode.has_value();
  episode = Episode{alert.id, now.steady, alert.is_repeat};
  last_of_[index(cause)] = now.steady;
  raised_.push_back(now);
  return alert;
}

}  // namespace chairhub
