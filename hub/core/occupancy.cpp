#include "hub/core/occupancy.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "hub/core/units.h"

namespace chairhub {
namespace {

// A change of this many times the empty chair's usual one is not noise, and however noisy the pads are,
// the stillest people seen change by more than stillest_person every now and then.
constexpr double change_of_noise = 4;
constexpr double stillest_person = 0.002;
// The part that the newest half second has in what is usual for the empty chair.
constexpr double newest = 0.05;

}  // namespace

std::string_view to_string(Presence presence) {
  switch (presence) {
    case Presence::empty:
      return "empty";
    case Presence::object:
      return "object";
    case Presence::person:
      return "person";
  }
  return "";
}

Fullness fullness_of(const Balance& balance) {
  const double total = balance.seat_total + balance.back_total;
  if (!balance.seat_of_baseline) return {std::max(balance.seat_total, total), 0, false};
  return {std::max(*balance.seat_of_baseline, balance.total_of_baseline.value_or(0.0)), 0, true};
}

bool Occupancy::lasts(std::optional<SteadyTime>& since, bool holds, SteadyTime at, double for_s) {
  if (!holds) {
    since.reset();
    return false;
  }
  if (!since) since = at;
  return at - *since >= seconds(for_s);
}

Presence Occupancy::update(const Fullness& now, SteadyTime at, const Thresholds& thresholds) {
  loaded_ = now.value >= (now.calibrated ? thresholds.occupied_on : thresholds.occupied_on_uncalibrated);
  if (!std::exchange(decided_, true) && loaded_) become(Presence::person, 0);
  switch (presence_) {
    case Presence::empty:
      while_empty(now, at, thresholds);
      break;
    case Presence::object:
      while_object(now, at, thresholds);
      break;
    case Presence::person:
      while_person(now, at, thresholds);
      break;
  }
  before_ = now.value;
  return presence_;
}

void Occupancy::restart() {
  person_since_.reset();
  object_since_.reset();
  vacant_since_.reset();
  loaded_since_.reset();
  stretch_ = {};
}

void Occupancy::become(Presence presence, double level) {
  presence_ = presence;
  object_level_ = level;
  has_moved_ = false;
  restart();
}

void Occupancy::while_empty(const Fullness& now, SteadyTime at, const Thresholds& thresholds) {
  if (now.value < thresholds.object_on) empty_change_ += newest * (std::abs(now.value - before_) - empty_change_);
  if (lasts(person_since_, loaded_, at, thresholds.occupied_on_s)) return become(Presence::person, 0);
  const bool something = !loaded_ && now.value >= thresholds.object_on;
  if (lasts(object_since_, something, at, thresholds.object_on_s)) become(Presence::object, now.value);
}

void Occupancy::while_object(const Fullness& now, SteadyTime at, const Thresholds& thresholds) {
  // What was taken for an object and moves is a person, or one who has come on top of it.
  const bool moved =
      std::abs(now.value - object_level_) > std::max(thresholds.object_moved * object_level_, 2 * now.noise);
  if (lasts(person_since_, loaded_ && moved, at, thresholds.occupied_on_s)) return become(Presence::person, 0);
  // Creep is followed; whoever moves is faster.
  const double step = thresholds.object_still * object_level_;
  object_level_ += std::clamp(now.value - object_level_, -step, step);
  const bool gone = now.value < std::min(thresholds.object_on, 0.5 * object_level_);
  if (lasts(vacant_since_, gone, at, thresholds.vacant_off_s)) become(Presence::empty, 0);
}

void Occupancy::while_person(const Fullness& now, SteadyTime at, const Thresholds& thresholds) {
  const double off = now.calibrated ? thresholds.vacant_off : thresholds.vacant_off_uncalibrated;
  if (lasts(vacant_since_, now.value < off, at, thresholds.vacant_off_s)) return become(Presence::empty, 0);
  // Whoever moved may have left and put something down at once.
  if ((!has_moved_ || !loaded_) && has_kept_still(now, at, thresholds)) become(Presence::object, now.value);
}

bool Occupancy::has_kept_still(const Fullness& now, SteadyTime at, const Thresholds& thresholds) {
  if (!loaded_since_) loaded_since_ = at;
  // Fresh under a load, sensors creep in steps that look like a living thing.
  if (at - *loaded_since_ < seconds(thresholds.settle_after_sit_s)) return false;
  if (!stretch_.start) stretch_.start = at;
  ++stretch_.count;
  const double usual = change_of_noise * std::max(empty_change_, now.noise);
  // Less than a person's load may be a bag in their place, whose own changes are the pads' noise.
  const double noise = loaded_ ? std::min(usual, stillest_person * now.value) : usual;
  if (std::abs(now.value - before_) > std::max(thresholds.object_still * now.value, noise)) ++stretch_.changes;
  if (at - *stretch_.start < seconds(thresholds.object_min_still_s)) return false;
  const Stretch done = std::exchange(stretch_, {});
  has_moved_ = done.changes >= thresholds.object_restless * done.count;
  return !has_moved_;
}

}  // namespace chairhub
