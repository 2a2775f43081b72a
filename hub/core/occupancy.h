// Decides whether the chair is empty, holds an object or a person, from the
// whole load: never from a single pad, because somebody in the middle may load
// each pad a little only. Does not look at where the load is.
//
// A person is above `occupied_on` of the calibrated load and stays one down to
// `vacant_off`, because bending forward takes most of the load off the seat.
// Less than a person is an object; so is a load that has kept as still as an
// empty chair ever since it came, which no living person does. Who has moved
// once stays a person until they leave.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "hub/core/balance.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

enum class Presence : std::uint8_t { empty, object, person };

std::string_view to_string(Presence presence);

// How full the chair is, in the measure the thresholds are in: parts of the
// person's own load, or fully loaded pads without a calibration.
struct Fullness {
  double value = 0;
  double noise = 0;  // standard deviation of `value` on an empty chair; 0 when unknown
  bool calibrated = false;
};

// The larger of the seat's load against its own and the whole's against its
// own: leaning back or on an armrest moves load out of the seat.
Fullness fullness_of(const Balance& balance);

class Occupancy {
 public:
  // Takes the newest load.
  Presence update(const Fullness& now, SteadyTime at, const Thresholds& thresholds);

  // Forgets what was waiting to be long enough; the presence stays.
  void restart();

  Presence presence() const { return presence_; }
  // The load is a person's right now, although it may not have been for long enough.
  bool loaded() const { return loaded_; }
  // The load has gone, although not yet for long enough: how somebody sits can
  // no longer be told from it.
  bool leaving() const { return presence_ == Presence::person && vacant_since_.has_value(); }

 private:
  // How often the load changed from one half second to the next. A sensor that creeps under a thing
  // that lies still changes all the time, but never at once.
  struct Stretch {
    std::optional<SteadyTime> start;
    std::uint32_t count = 0;
    std::uint32_t changes = 0;
  };
  // Since when a condition holds without a break.
  static bool lasts(std::optional<SteadyTime>& since, bool holds, SteadyTime at, double for_s);

  void while_empty(const Fullness& now, SteadyTime at, const Thresholds& thresholds);
  void while_object(const Fullness& now, SteadyTime at, const Thresholds& thresholds);
  void while_person(const Fullness& now, SteadyTime at, const Thresholds& thresholds);
  bool has_kept_still(const Fullness& now, SteadyTime at, const Thresholds& thresholds);
  void become(Presence presence, double level);

  Presence presence_ = Presence::empty;
  bool decided_ = false;    // the first look decides at once: a restart must not make somebody sit down anew
  bool has_moved_ = false;  // the person, since they came
  bool loaded_ = false;
  double object_level_ = 0;
  double before_ = 0;        // the value half a second ago
  double empty_change_ = 0;  // usual change in half a second of the empty chair: the pads' own noise
  std::optional<SteadyTime> person_since_;
  std::optional<SteadyTime> object_since_;
  std::optional<SteadyTime> vacant_since_;
  std::optional<SteadyTime> loaded_since_;
  Stretch stretch_;
};

}  // namespace chairhub
