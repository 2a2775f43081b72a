// A chair, and values of core, as the tests of this room use them.

#pragma once

#include <array>
#include <span>
#include <string>

#include "hub/core/chair.h"
#include "hub/core/observation.h"
#include "hub/core/profile.h"
#include "hub/mqtt/payloads.h"
#include "hub/mqtt/topics.h"
#include "tests/support/moments.h"

namespace chairhub {

inline Chair desk_chair() {
  return {.id = "desk",
          .name = "Desk chair",
          .pads = {{.name = "seat_left", .zone = Zone::seat, .x = -0.5, .y = 0.3, .range = {}},
                   {.name = "seat_right", .zone = Zone::seat, .x = 0.5, .y = 0.3, .range = {}},
                   {.name = "back_lower", .zone = Zone::back, .x = 0, .y = 0.3, .range = {}}}};
}

inline Chair stool() {
  Chair chair = desk_chair();
  chair.pads.pop_back();
  return chair;
}

inline std::span<const Profile> two_profiles() {
  static const std::array<Profile, 2> profiles = {Profile{"anna", ProfileKind::standard},
                                                  Profile{"ben", ProfileKind::wheelchair}};
  return profiles;
}

inline Topics desk_topics() {
  return chair_topics("chairhub", "desk").value();
}

inline Diag healthy() {
  Diag diag;
  diag.pads.resize(3);
  diag.clock_set = true;
  diag.version = "0.1.0";
  diag.boot_id = "b00t";
  diag.started = morning().wall;
  return diag;
}

inline Observation bent_over() {
  Observation seen;
  seen.at = morning() + Minutes{20};
  seen.posture = Posture::bent_forward;
  seen.posture_since = morning() + Minutes{14};
  seen.occupied = true;
  seen.supported = false;
  seen.forward = true;
  seen.calibrated = true;
  seen.times.today = Minutes{214} + Seconds{59};
  seen.times.session = Minutes{38};
  seen.times.still = Seconds{59};
  seen.times.last_break = morning();
  seen.times.shifts_per_hour = 7.25;
  seen.times.supported_share = 0.624;
  seen.active[static_cast<std::size_t>(Cause::bent_forward)] = true;
  return seen;
}

inline Observation minutes_later(Observation seen, int minutes) {
  seen.times.session += Minutes{minutes};
  return seen;
}

inline Alert bent_alert(std::uint64_t id, SteadyTime raised) {
  Alert alert;
  alert.id = id;
  alert.cause = Cause::bent_forward;
  alert.raised = {raised, morning().wall + Minutes{20}};
  alert.since = morning() + Minutes{14};
  alert.minutes = 6.9;
  alert.evidence = {{"forward_min", 6.9, 5.0}, {"front_back", 0.412345678, std::nullopt}};
  alert.also_due = {Cause::static_too_long};
  alert.advice = {.remedy = "Move the chair in.",
                  .exercise_id = "ext",
                  .exercise_name = "Extension",
                  .exercise_dose = "5 times",
                  .exercise_how = "Sit tall.\nLean back over the backrest.",
                  .precaution = "Stop if it hurts.",
                  .hint = "Raise the screen."};
  alert.text = "Bent forward for 6 min, limit 5.";
  return alert;
}

}  // namespace chairhub
