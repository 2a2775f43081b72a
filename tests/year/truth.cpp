#include "tests/year/truth.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "hub/core/exposure.h"
#include "hub/core/units.h"

namespace chairhub::year {
namespace {

using simulated::Pose;

// How late the detection may be: two minutes after a limit (settling after sitting down, smoothing, hold times).
constexpr Millis tolerance{120'000};
constexpr std::size_t remembered = 3 * 7200;

bool is_person(Pose pose) {
  return pose != Pose::empty && pose != Pose::bag && pose != Pose::cat && pose != Pose::pushed;
}

std::size_t index(Cause cause) {
  return static_cast<std::size_t>(cause);
}

}  // namespace

void Truth::begin_day(std::string name) {
  day_ = std::move(name);
  is_first_ = true;
  going_ = {};
  history_.clear();
}

std::string Truth::when() const {
  const auto minute = std::chrono::duration_cast<Minutes>(of_day_).count();
  return fmt::format("{} {:02}:{:02}", day_, minute / 60, minute % 60);
}

bool Truth::goes_on(Cause cause, const simulated::Stance& stance) const {
  switch (cause) {
    case Cause::sitting_too_long:
      return is_person(stance.pose);
    case Cause::bent_forward:
      return stance.pose == Pose::bent_forward;
    case Cause::unsupported_upright:
      return stance.pose == Pose::unsupported_upright;
    case Cause::static_too_long:
      // Any change of stance that a study would count as a shift, or is near it, ends it.
      return is_person(stance.pose) && !is_first_ && stance.pose == before_.pose &&
             std::abs(stance.sideways - before_.sideways) < 0.05 && std::abs(stance.forward - before_.forward) < 0.05;
    case Cause::asymmetric:
      return false;
  }
  return false;
}

void Truth::note(const simulated::Stance& stance, Millis of_day, const Observation& seen, bool is_excused) {
  of_day_ = of_day;
  std::array<bool, cause_count> now{};
  for (const Cause cause : all_causes) {
    now[index(cause)] = goes_on(cause, stance);
    follow(cause, now[index(cause)], seen, is_excused);
  }
  history_.push_back(now);
  if (history_.size() > remembered) history_.pop_front();
  before_ = stance;
  is_first_ = false;
  report_.hours_sat += is_person(stance.pose) ? 0.5 / 3600 : 0;
  for (const Event& event : seen.events)
    if (const auto* alert = std::get_if<Alert>(&event)) judge(*alert);
}

void Truth::follow(Cause cause, bool goes_on, const Observation& seen, bool is_excused) {
  Going& going = going_[index(cause)];
  if (!goes_on) {
    if (cause == Cause::static_too_long) {
      motionless_before_ = going.lasted;
      since_motionless_ = Millis{0};
    }
    going = {};
    return;
  }
  going.lasted += tick;
  if (cause == Cause::static_too_long) since_motionless_ += tick;
  going.is_noticed = going.is_noticed || seen.active[index(cause)];
  const bool needs_posture = cause == Cause::bent_forward || cause == Cause::unsupported_upright;
  going.is_excused = going.is_excused || (needs_posture && is_excused);
  if (going.is_counted || going.is_excused || going.lasted < Exposure::limit(cause, thresholds_) + tolerance) return;
  going.is_counted = true;
  ++report_.due[index(cause)];
  if (going.is_noticed) return;
  ++report_.missed[index(cause)];
  report_.mistakes.push_back(fmt::format("{}: {} missed", when(), to_string(cause)));
}

Millis Truth::of_late(Cause cause, Millis window) const {
  const auto ticks = std::min<std::size_t>(history_.size(), static_cast<std::size_t>(window / tick));
  const auto count = std::count_if(history_.end() - static_cast<std::ptrdiff_t>(ticks), history_.end(),
                                   [&](const auto& then) { return then[index(cause)]; });
  return count * tick;
}

// Now, or until a moment ago: the detection needs one to see that somebody has moved.
Millis Truth::motionless() const {
  const Millis now = going_[index(Cause::static_too_long)].lasted;
  return since_motionless_ < Seconds(30) ? std::max(now, motionless_before_) : now;
}

// An alert is right when what it is about filled most of the time it speaks of.
void Truth::judge(const Alert& alert) {
  ++report_.alerts[index(alert.cause)];
  const Millis limit = Exposure::limit(alert.cause, thresholds_);
  // Exposure forgives short breaks and remembers what a recovery has not repaid, so twice the limit is looked at. An
  // alert that was held back may also come a while after.
  const Millis really =
      alert.cause == Cause::static_too_long ? motionless() : of_late(alert.cause, 2 * limit + Minutes(5));
  if (really >= 0.8 * limit) return;
  ++report_.false_alerts[index(alert.cause)];
  report_.mistakes.push_back(fmt::format("{}: {} told after {:.0f} min, of which {:.0f} were so", when(),
                                         to_string(alert.cause), alert.minutes, to_minutes(really)));
}

}  // namespace chairhub::year
