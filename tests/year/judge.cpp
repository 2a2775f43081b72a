#include "tests/year/judge.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "hub/core/exposure.h"
#include "hub/core/units.h"

namespace chairhub::year {
namespace {

// How late or early an alert may be: a change of posture is followed after 2 s, and a stretch has several of them.
// Getting up is seen a second later than sitting down, and in a break each second is worth twelve.
constexpr Millis tolerance(Cause cause) {
  return cause == Cause::sitting_too_long ? Minutes(2) : Minutes(1);
}
// What has just ended may still be told, because a change is followed after a moment: 3 s for a shift to be held, and
// the median before it.
constexpr Millis moment{10'000};
constexpr double exit_factor = 0.7;

std::size_t index(Cause cause) {
  return static_cast<std::size_t>(cause);
}

bool is_posture_alert(Cause cause) {
  return cause == Cause::bent_forward || cause == Cause::unsupported_upright || cause == Cause::asymmetric;
}

}  // namespace

void Judge::begin_day(std::string name) {
  day_ = std::move(name);
  told_.clear();
  lately_ = {};
}

void Judge::end_day() {
  for (const Cause cause : all_causes) close(cause);
}

std::string Judge::when(const World& world) const {
  const auto minute = std::chrono::duration_cast<Minutes>(world.of_day).count();
  return fmt::format("{} {:02}:{:02}", day_, minute / 60, minute % 60);
}

void Judge::note(const Truth& truth, const World& world, const Observation& seen) {
  report_.hours_sat += truth.sits() ? to_minutes(tick) / 60 : 0;
  for (const Cause cause : all_causes) remember(cause, truth);
  for (const Event& event : seen.events)
    if (const auto* alert = std::get_if<Alert>(&event)) judge(*alert, world);
  for (const Cause cause : all_causes) follow(cause, truth, world, seen);
}

void Judge::remember(Cause cause, const Truth& truth) {
  Lately& lately = lately_[index(cause)];
  const Millis now = truth.goes_on(cause) ? truth.of(cause) : Millis{0};
  lately.ago += tick;
  if (now >= lately.built_up || lately.ago > moment) lately = {now, Millis{0}};
}

void Judge::follow(Cause cause, const Truth& truth, const World& world, const Observation& seen) {
  Due& due = due_[index(cause)];
  const Millis limit = Exposure::limit(cause, thresholds_);
  if (to_seconds(truth.of(cause)) < exit_factor * to_seconds(limit)) return close(cause);
  due.may_be_due = due.may_be_due || truth.of(cause) >= limit - tolerance(cause);
  if (truth.of(cause) < limit + tolerance(cause)) return;
  due.is_due = true;
  if (due.is_told || due.is_missed) return;
  const bool is_free = truth.goes_on(cause) && why_not(cause, world).empty() && !is_excused(cause, world, seen);
  due.free_for = is_free ? due.free_for + tick : Millis{0};
  if (due.free_for < moment) return;
  due.is_missed = true;
  report_.mistakes.push_back(fmt::format("{}: {} missed: {}, seen as {}, {}", when(world), to_string(cause),
                                         to_string(seen.held[index(cause)]), to_string(seen.posture), seen.doubt));
}

void Judge::close(Cause cause) {
  const Due& due = due_[index(cause)];
  if (due.is_due) {
    ++report_.due[index(cause)];
    report_.missed[index(cause)] += due.is_missed ? 1 : 0;
    report_.held[index(cause)] += due.is_told || due.is_missed ? 0 : 1;
  }
  due_[index(cause)] = {};
}

void Judge::judge(const Alert& alert, const World& world) {
  ++report_.alerts[index(alert.cause)];
  const std::string_view reason = is_too_soon(alert, world) ? "too soon after the last" : why_not(alert.cause, world);
  if (!reason.empty())
    report_.broken_laws.push_back(fmt::format("{}: {} told {}", when(world), to_string(alert.cause), reason));
  told_.push_back({world.at, alert.cause, alert.is_repeat});
  Due& due = due_[index(alert.cause)];
  due.is_told = true;

  const Millis really = lately_[index(alert.cause)].built_up;
  if (due.may_be_due || really >= Exposure::limit(alert.cause, thresholds_) - tolerance(alert.cause)) return;
  ++report_.false_alerts[index(alert.cause)];
  report_.mistakes.push_back(fmt::format("{}: {} told after {:.0f} min, really {:.1f}", when(world),
                                         to_string(alert.cause), alert.minutes, to_minutes(really)));
}

// Why nothing may be told now; empty when it may.
std::string_view Judge::why_not(Cause cause, const World& world) const {
  if (world.is_snoozed) return "while snoozed";
  if (world.is_quiet_hour) return "in quiet hours";
  if (world.is_meeting) return "in a meeting";
  if (is_posture_alert(cause) && !world.can_see_posture) return "of a posture that a fault hides";
  if (!told_.empty() && world.at - told_.back().at < minutes(thresholds_.any_cause_cooldown_min))
    return "too soon after another";
  const auto in_an_hour = std::count_if(told_.begin(), told_.end(),
                                        [&](const Told& told) { return world.at - told.at < std::chrono::hours(1); });
  if (static_cast<double>(in_an_hour) >= thresholds_.alerts_per_hour) return "too often in an hour";
  if (static_cast<double>(told_.size()) >= thresholds_.alerts_per_day) return "too often in a day";
  return "";
}

bool Judge::is_excused(Cause cause, const World& world, const Observation& seen) const {
  if (waits_for_its_own(cause, seen.held[index(cause)], world)) return true;
  if (!is_posture_alert(cause)) return false;
  if (cause == Cause::bent_forward && !world.knows_upright) return true;
  return world.has_lost_rear_pad || (world.may_doubt_baseline && !seen.doubt.empty());
}

// The hub's word is taken for how long an ignored cause waits, but only after an alert of it.
bool Judge::waits_for_its_own(Cause cause, Held held, const World& world) const {
  const Millis longest = minutes(thresholds_.back_off_max * thresholds_.same_cause_cooldown_min);
  const bool was_told = std::any_of(told_.begin(), told_.end(), [&](const Told& told) {
    return told.cause == cause && (held == Held::already_repeated || world.at - told.at < longest);
  });
  return was_told && (held == Held::already_raised || held == Held::already_repeated ||
                      held == Held::same_cause_cooldown || held == Held::backed_off);
}

bool Judge::is_too_soon(const Alert& alert, const World& world) const {
  const auto last =
      std::find_if(told_.rbegin(), told_.rend(), [&](const Told& told) { return told.cause == alert.cause; });
  if (last == told_.rend()) return alert.is_repeat;
  if (alert.is_repeat && last->is_repeat) return true;
  return world.at - last->at <
         minutes(alert.is_repeat ? thresholds_.repeat_after_min : thresholds_.same_cause_cooldown_min);
}

}  // namespace chairhub::year
