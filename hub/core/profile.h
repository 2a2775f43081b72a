// Who uses a chair. A profile has a calibration of its own (how this person
// sits supported) on the chair's common zeros, and says what can be asked of
// the person: somebody in a wheelchair is reminded to shift their weight, not
// to stand up.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hub/core/result.h"

namespace chairhub {

enum class ProfileKind : std::uint8_t {
  standard,
  wheelchair,  // weight shifts instead of posture shifts and standing up
};
inline constexpr std::array<ProfileKind, 2> all_profile_kinds = {ProfileKind::standard, ProfileKind::wheelchair};

std::string_view to_string(ProfileKind kind);
std::optional<ProfileKind> profile_kind_from(std::string_view name);

struct Profile {
  std::string name = "default";  // [a-z0-9_-]+, 1 to 32 characters, unique in the chair; a pseudonym will do
  ProfileKind kind = ProfileKind::standard;

  friend bool operator==(const Profile&, const Profile&) = default;
};
inline constexpr std::size_t max_profiles = 8;

Result<void> validate(const Profile& profile);

}  // namespace chairhub
