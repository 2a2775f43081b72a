// Notices when somebody else sits there than the profile in use says: once a
// sitting, and only when it is clear. Suggests the profile that fits, or says
// that none does; changing it is for a person to decide.
//
// Looked at is a minute of supported sitting, the one posture that every
// profile knows.

#pragma once

#include <optional>
#include <span>
#include <string>

#include "hub/core/observation.h"
#include "hub/core/profiles.h"
#include "hub/core/sitting_pattern.h"
#include "hub/core/thresholds.h"

namespace chairhub {

class ProfileWatch {
 public:
  // Takes the loads of a half second in which somebody sits as the profiles were calibrated, and settled. The
  // suggestion, once a sitting.
  std::optional<ProfileSuggested> add(const Loads& loads, Moment at, Millis elapsed, const Profiles& profiles,
                                      const Calibration& in_use, const Thresholds& thresholds);

  // Nobody sits there any more, or the profile has been changed: the next look is a new one.
  void begin_anew() { *this = ProfileWatch{}; }

  // Why it is somebody else, for this sitting; empty while it may be the one in use.
  const std::string& stranger() const { return stranger_; }
  bool is_decided() const { return is_decided_; }

 private:
  std::optional<ProfileSuggested> decide(Moment at, const Profiles& profiles, const Calibration& in_use,
                                         const Thresholds& thresholds);

  SittingPattern pattern_;
  bool is_decided_ = false;
  std::string stranger_;
};

}  // namespace chairhub
