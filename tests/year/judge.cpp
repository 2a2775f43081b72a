#include "tests/year/judge.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "hub/core/exposure.h"
#include "hub/core/units.h"

namespace chairhub::year {
namespace {

std::size_t index(Cause cause) {
  return static_cast<std::size_t>(cause);
}

bool is_posture_alert(Cause cause) {
  return cause == Cause::bent_forward || cause == Cause::unsupported_upright || cause == Cause::asymmetric;
}

}  // namespace

Judge::Judge(const Thresholds& thresholds, Report& report) : thresholds_(thresholds), report_(report) {
  for (const Cause cause : all_causes) patience_.emplace_back(cause, thresholds);
}

void Judge::begin_day(std::string name) {
  day_ = std::move(name);
  told_.clear();
  lately_ = {};
}

void Judge::lose_sight() {
  for (const Cause cause : all_causes) {
    close(cause);
    patience_[index(cause)].lose_sight();
  }
  lately_ = {};
}

void Judge::end_day() {
  lose_sight();
}

std::string Judge::when(const World& world) const {
  const auto minute = std::chrono::duration_cast<Minutes>(world.of_day).count();
  return fmt::format("{} {:02}:{:02}", day_, minute / 60, minute % 60);
}

void Judge::note(const Truth& truth, const World& world, const Observation& seen) {
  report_.hours_sat += truth.sits() ? to_minutes(tick) / 60 : 0;
  for (const Cause cause : all_causes) remember(cause, truth, world);
  for (const Event& event : seen.events)
    if (const auto* alert = std::get_if<Alert>(&event)) judge(*alert, world);
  for (const Cause cause : all_causes) follow(cause, truth, world, seen);
}

void Judge::remember(Cause cause, const Truth& truth, const World& world) {
  Lately& lately = lately_[index(cause)];
  const Millis now = truth.goes_on(cause) ? truth.of(cause) : Millis{0};
  lately.ago += tick;
  if (now >= lately.built_up || lately.ago > moment) lately = {now, Millis{0}};
  Due& due = due_[index(cause)];
  due.goes_on_for = truth.goes_on(cause) ? due.goes_on_for + tick : Millis{0};
  patience_[index(cause)].note(world.at, truth.of(cause), truth.goes_on(cause));
}

void Judge::follow(Cause cause, const Truth& truth, const World& world, const Observation& seen) {
  Due& due = due_[index(cause)];
  const Millis limit = Exposure::limit(cause, thresholds_);
  if (to_seconds(truth.of(cause)) < exit_factor * to_seconds(limit)) return close(cause);
  due.may_be_due = due.may_be_due || truth.of(cause) >= limit - tolerance(cause);
  const std::string_view held_by = excuse(cause, world);
  const bool is_free = truth.goes_on(cause) && held_by.empty();
  due.late = is_free && truth.of(cause) >= limit ? due.late + tick : Millis{0};
  due.is_due = due.is_due || truth.of(cause) >= limit + tolerance(cause);
  if (!due.is_due || due.is_missed) return;
  due.held_by[truth.goes_on(cause) ? held_by : "it had just stopped"] += tick;
  due.free_for = is_free ? due.free_for + tick : Millis{0};
  if (due.free_for >= moment) miss(cause, world, seen);
}

void Judge::miss(Cause cause, const World& world, const Observation& seen) {
  Due& due = due_[index(cause)];
  due.is_missed = true;
  report_.mistakes.push_back(fmt::format("{}: {}{} missed: {}, seen as {}, {}", when(world),
                                         due.is_told ? "repeat of " : "", to_string(cause),
                                         to_string(seen.held[index(cause)]), to_string(seen.posture), seen.doubt));
}

void Judge::close(Cause cause) {
  const Due& due = due_[index(cause)];
  if (due.is_due) {
    ++report_.due[index(cause)];
    report_.missed[index(cause)] += due.is_missed ? 1 : 0;
    if (!due.is_told && !due.is_missed) {
      ++report_.held[index(cause)];
      const auto by_length = [](const auto& a, const auto& b) { return a.second < b.second; };
      ++report_.held_by[std::string(std::max_element(due.held_by.begin(), due.held_by.end(), by_length)->first)]
                       [index(cause)];
    }
  }
  due_[index(cause)] = {};
}

void Judge::judge(const Alert& alert, const World& world) {
  const Cause cause = alert.cause;
  ++report_.alerts[index(cause)];
  if (const std::string_view law = broken_law(alert, world); !law.empty())
    report_.broken_laws.push_back(fmt::format("{}: {} told {}", when(world), to_string(cause), law));
  look_for_mistake(alert, world);
  report_.late[index(cause)].push_back(due_[index(cause)].late);
  due_[index(cause)].is_told = true;
  told_.push_back({world.at, cause});
  patience_[index(cause)].told(world.at, alert.is_repeat);
}

std::string_view Judge::broken_law(const Alert& alert, const World& world) const {
  const Patience& patience = patience_[index(alert.cause)];
  if (patience.has_to_wait(world.at)) return "too soon after the last";
  if (alert.is_repeat && patience.has_ended()) return "as a repeat of what had ended";
  if (!alert.is_repeat && patience.has_gone_on()) return "anew and not as a repeat";
  if (is_overtaking(alert.cause, world)) return "before what is more important";
  if (is_posture_alert(alert.cause) && world.must_doubt_baseline) return "by a calibration in doubt";
  return why_not(alert.cause, world);
}

// When several are due, the first in the order of docs/alerts.md is told.
bool Judge::is_overtaking(Cause told, const World& world) const {
  return std::any_of(all_causes.begin(), all_causes.begin() + static_cast<std::ptrdiff_t>(index(told)),
                     [&](Cause cause) {
                       const Due& due = due_[index(cause)];
                       return due.is_due && due.goes_on_for > moment && excuse(cause, world).empty();
                     });
}

void Judge::look_for_mistake(const Alert& alert, const World& world) {
  const Cause cause = alert.cause;
  const Millis really = lately_[index(cause)].built_up;
  const bool has_stopped = really == Millis{0};
  const bool is_soon =
      !due_[index(cause)].may_be_due && really < Exposure::limit(cause, thresholds_) - tolerance(cause);
  if (!has_stopped && !is_soon) return;
  ++report_.false_alerts[index(cause)];
  report_.mistakes.push_back(fmt::format("{}: {} told after {:.1f} min, really {:.1f}", when(world), to_string(cause),
                                         alert.minutes, to_minutes(really)));
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

// What holds it back, or excuses that it is not told.
std::string_view Judge::excuse(Cause cause, const World& world) const {
  if (const std::string_view reason = why_not(cause, world); !reason.empty()) return reason;
  if (patience_[index(cause)].may_wait(world.at)) return "told before, or ignored too often";
  if (cause == Cause::sitting_too_long && world.is_break_unsure) return "after a break within seconds of a full one";
  if (!is_posture_alert(cause)) return "";
  if (world.may_doubt_baseline) return "by a calibration in doubt";
  return cause == Cause::bent_forward && !world.knows_upright ? "before upright sitting was seen" : "";
}

}  // namespace chairhub::year
