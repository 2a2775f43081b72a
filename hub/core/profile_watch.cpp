#include "hub/core/profile_watch.h"

#include <utility>

#include <fmt/format.h>

#include "hub/core/units.h"

namespace chairhub {
namespace {

// A profile that differs by at most this part of what is clearly somebody else fits (engineering default).
constexpr double fits = 0.5;

std::string numbers(const Mismatch& mismatch) {
  return fmt::format("the load is {:.0f} % of the calibrated one and {:.0f} % of it lies elsewhere",
                     100 * mismatch.weight, 100 * mismatch.spread);
}

}  // namespace

std::optional<ProfileSuggested> ProfileWatch::add(const Loads& loads, Moment at, Millis elapsed,
                                                  const Profiles& profiles, const Calibration& in_use,
                                                  const Thresholds& thresholds) {
  if (is_decided_) return std::nullopt;
  pattern_.add(loads, elapsed);
  if (pattern_.length() < seconds(thresholds.profile_look_s)) return std::nullopt;
  is_decided_ = true;
  return decide(at, profiles, in_use, thresholds);
}

std::optional<ProfileSuggested> ProfileWatch::decide(Moment at, const Profiles& profiles, const Calibration& in_use,
                                                     const Thresholds& thresholds) {
  const auto own = pattern_.against(in_use);
  if (!own || own->in_all(thresholds) < 1) return std::nullopt;
  const ProfileStart* nearest = nullptr;
  double distance = fits;
  bool is_somebody_known = false;
  for (const ProfileStart& one : profiles.all()) {
    if (one.profile == profiles.in_use() || !one.calibration) continue;
    const auto other = pattern_.against(*one.calibration);
    if (!other) continue;
    is_somebody_known = is_somebody_known || other->by_weight(thresholds) < 1;
    if (other->in_all(thresholds) > distance) continue;
    distance = other->in_all(thresholds);
    nearest = &one;
  }
  if (nearest) {
    stranger_ =
        fmt::format("this looks like {}, not {}: {}", nearest->profile.name, profiles.in_use().name, numbers(*own));
    return ProfileSuggested{nearest->profile.name, numbers(*own), at};
  }
  // A cushion spreads the load otherwise, too; only another weight is another person.
  if (own->by_weight(thresholds) < 1 || is_somebody_known) return std::nullopt;
  stranger_ = fmt::format("this looks like somebody else than {}: {}", profiles.in_use().name, numbers(*own));
  return ProfileSuggested{"", numbers(*own), at};
}

}  // namespace chairhub
