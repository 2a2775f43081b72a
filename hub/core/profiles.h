// The people who use one chair. Its zeros belong to the chair and are common
// to all; how somebody sits supported belongs to their profile. Holds what is
// known of each and puts the two together. Who sits there is not guessed here
// (profile_watch.h).

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "hub/core/calibration.h"
#include "hub/core/profile.h"
#include "hub/core/result.h"

namespace chairhub {

// Somebody who uses the chair, and how they sit; unset until it was measured.
struct ProfileStart {
  Profile profile;
  std::optional<Calibration> calibration;
};

// The chair of `zeros` with the person of `person`, or with nobody without one.
Calibration with_person(const Calibration& zeros, const std::optional<Calibration>& person);

class Profiles {
 public:
  // Without any, there is one, "default". `in_use` empty is the first; a name that is not there is a broken promise.
  Profiles(std::vector<ProfileStart> profiles, std::string_view in_use);

  const Profile& in_use() const { return all_[in_use_].profile; }
  std::span<const ProfileStart> all() const { return all_; }

  // What the profile in use has been calibrated with, or has learned.
  void keep(const Calibration& calibration);
  // The calibration to begin with: the person of `given`, else what is known of the profile in use.
  Calibration begin(const Calibration& given);

  // From now on it is `name`: its calibration on the zeros of `now`, which is kept for the one before. Refuses a name
  // that is not there, naming those there are.
  Result<Calibration> select(std::string_view name, const Calibration& now);

 private:
  std::optional<std::size_t> find(std::string_view name) const;

  std::vector<ProfileStart> all_;
  std::size_t in_use_ = 0;
};

}  // namespace chairhub
