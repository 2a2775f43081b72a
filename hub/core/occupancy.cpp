#include "hub/core/occupancy.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "hub/core/units.h"

namespace chairhub {
namespace {

// However noisy the pads were while empty, the stillest people seen vary by more than this.
constexpr double stillest_person = 0.002;

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

void Occupancy::Stretch::add(double value, SteadyTime at) {
  if (!start) start = at;
  ++count;
  const double delta = value - mean;
  mean += delta / count;
  squares += delta * (value - mean);
}

double Occupancy::Stretch::deviation() const {
  return count > 1 ? std::sqrt(squares / (count - 1)) : 0.0;
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
  return presence_;
}

void Occupancy::restart() {
  person_since_.reset();
  object_since_.reset();
  vacant_since_.reset();
  stretch_ = {};
}

void Occupancy::become(Presence presence, double level) {
  presence_ = presence;
  object_level_ = level;
  has_moved_ = false;
  restart();
}

void Occupancy::while_empty(const Fullness& now, SteadyTime at, const Thresholds& thresholds) {
  if (lasts(person_since_, loaded_, at, thresholds.occupied_on_s)) return become(Presence::person, 0);
  const bool something = !loaded_ && now.value >= thresholds.object_on;
  if (lasts(object_since_, something, at, thresholds.object_on_s)) become(Presence::object, now.value);
}

void Occupancy::while_object(const Fullness& now, SteadyTime at, const Thresholds& thresholds) {
  // What was taken for an object and moves is a person, or one who has come on top of it.
  const bool moved =
      std::abs(now.value - object_level_) > std::max(thresholds.object_moved * object_level_, 2 * now.noise);
  if (lasts(person_since_, loaded_ && moved, at, thresholds.occupied_on_s)) return become(Presence::person, 0);
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
  stretch_.add(now.value, at);
  if (at - *stretch_.start < seconds(thresholds.object_min_still_s)) return false;
  const Stretch done = stretch_;
  stretch_ = {};
  if (done.mean <= 0) return false;
  const double as_still = std::max(thresholds.object_still, std::min(2 * now.noise / done.mean, stillest_person));
  has_moved_ = done.deviation() / done.mean >= as_still;
  return !has_moved_;
}

}  // namespace chairhub
