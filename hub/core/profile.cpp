#include "hub/core/profile.h"

#include <algorithm>

#include <fmt/format.h>

namespace chairhub {
namespace {

bool is_allowed(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

std::string_view to_string(ProfileKind kind) {
  return kind == ProfileKind::wheelchair ? "wheelchair" : "standard";
}

std::optional<ProfileKind> profile_kind_from(std::string_view name) {
  for (const ProfileKind kind : all_profile_kinds)
    if (to_string(kind) == name) return kind;
  return std::nullopt;
}

Result<void> validate(const Profile& profile) {
  const std::string& name = profile.name;
  if (!name.empty() && name.size() <= 32 && std::all_of(name.begin(), name.end(), is_allowed)) return {};
  return failure(
      fmt::format("the profile's name \"{}\" is not allowed: 1 to 32 of a-z, 0-9, _ and -, such as \"anna\"", name));
}

}  // namespace chairhub
