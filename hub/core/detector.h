// The detection of one chair: frames in, an observation out. Holds the parts
// in their order (recognition, movement, sittings, exposure, alerts, coach)
// and decides nothing itself.
//
// Pure: no clock, no I/O, no threads. The same frames give the same
// observations, on every machine.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "hub/core/alert_policy.h"
#include "hub/core/baseline_watch.h"
#include "hub/core/calibration_steps.h"
#include "hub/core/chair.h"
#include "hub/core/coach.h"
#include "hub/core/exposure.h"
#include "hub/core/frame.h"
#include "hub/core/held_changes.h"
#include "hub/core/local_time.h"
#include "hub/core/minutes.h"
#include "hub/core/movement.h"
#include "hub/core/observation.h"
#include "hub/core/profile.h"
#include "hub/core/profile_watch.h"
#include "hub/core/profiles.h"
#include "hub/core/recognition.h"
#include "hub/core/sampler.h"
#include "hub/core/settings.h"
#include "hub/core/sittings.h"
#include "hub/core/weight_shift.h"
#include "hub/core/zero_keeper.h"

namespace chairhub {

// What a detector begins with: all of it from the log when there is one.
struct DetectorStart {
  Settings settings;
  Calibration calibration;             // the zeros, and the person of the profile in use
  std::vector<ProfileStart> profiles;  // empty: one profile, "default", with `calibration`
  SittingsResume sittings;
  std::uint64_t last_alert_id = 0;
  CoachResume coach;
  AlertPolicyResume alerts;  // of the last days
};

class Detector {
 public:
  // `chair` and `local_time` outlive this. Frames have the chair's pads in its order.
  Detector(const Chair& chair, const LocalTime& local_time, DetectorStart start);

  // Takes the next frame; frames come in the order of their steady time. The
  // observation is overwritten by the next call.
  const Observation& update(const Frame& frame);

  // Ends what is open (posture span, sitting, minute) at the last frame's
  // moment, because the program stops.
  const Observation& stop();

  // Does what a person asked for, or says in a sentence why not.
  Result<void> apply(const Command& command, Moment now);

  // The local time zone is another one, or its summer time has begun or ended.
  void zone_changed();

  // Rises whenever the settings change, by a command or because a snooze ended.
  std::uint64_t settings_revision() const { return settings_revision_; }
  const Settings& settings() const { return settings_; }
  // To be saved for the profile in use whenever Observation::calibration_changed.
  const Calibration& calibration() const { return recognition_.calibration(); }
  const Profile& profile() const { return profiles_.in_use(); }
  std::span<const ProfileStart> profiles() const { return profiles_.all(); }  // in the order of the configuration
  const CalibrationSteps& calibration_steps() const { return steps_; }
  std::span<const PadReport> pads() const { return recognition_.pads(); }
  const Exposure& exposure() const { return exposure_; }
  const Observation& last() const { return observation_; }

 private:
  struct Apply;  // one overload a command

  void tick(const Sample& sample);
  void interrupt(Moment at);
  void begin_posture(const Judgement& judgement, Moment at);
  void move(const Judgement& judgement, Moment at, Millis elapsed);
  std::optional<Shifted> shift(const Judgement& judgement, Moment at, Millis elapsed);
  void expose(const Judgement& judgement, const Sample& sample);
  void alert(Moment at);
  void measure_times(Moment at, Millis elapsed);
  void measure_movement(Moment at);
  void tend(const Judgement& judgement, const Sample& sample);
  void begin_profile();
  Result<void> select_profile(const std::string& name, Moment now);
  void take_over(Calibration calibration);
  void calibrate(const Sample& sample);
  void change_settings();
  void tell_what_was_asked();

  const Chair& chair_;
  const LocalTime& local_time_;
  Settings settings_;
  std::uint64_t settings_revision_ = 0;
  Sampler sampler_;
  Profiles profiles_;
  Recognition recognition_;
  ZeroKeeper zeros_;
  ProfileWatch profile_watch_;
  BaselineWatch baseline_watch_;
  CalibrationSteps steps_;
  std::optional<CalibrationBuilder> tare_;
  Millis tared_{};
  Movement movement_;
  WeightShifts weight_shifts_;  // instead, in a wheelchair
  Sittings sittings_;
  MinuteSums minutes_;
  Exposure exposure_;
  AlertPolicy policy_;
  HeldChanges held_changes_;
  Coach coach_;
  std::vector<Event> asked_;  // what commands led to, told with the next tick
  bool span_open_ = false;
  SteadyTime sat_down_{};
  Millis supported_today_{};
  Millis decided_today_{};
  WallTime day_begin_{};
  WallTime day_end_{};
  std::vector<PadStatusChanged> pad_changes_;
  Observation observation_;
};

}  // namespace chairhub
