#include "hub/core/profiles.h"

#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/core/suggest.h"

namespace chairhub {

Calibration with_person(const Calibration& zeros, const std::optional<Calibration>& person) {
  Calibration both = person.value_or(Calibration{});
  if (!person) both.made_at = zeros.made_at;
  both.pads.resize(zeros.pads.size());
  for (std::size_t i = 0; i < both.pads.size(); ++i) {
    both.pads[i].zero = zeros.pads[i].zero;
    both.pads[i].span = zeros.pads[i].span;
    both.pads[i].noise = zeros.pads[i].noise;
  }
  return both;
}

Profiles::Profiles(std::vector<ProfileStart> profiles, std::string_view in_use) : all_(std::move(profiles)) {
  if (all_.empty()) all_.emplace_back();
  if (in_use.empty()) return;
  const auto found = find(in_use);
  if (!found) throw std::invalid_argument(fmt::format("the chair has no profile \"{}\"", in_use));
  in_use_ = *found;
}

std::optional<std::size_t> Profiles::find(std::string_view name) const {
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (all_[i].profile.name == name) return i;
  return std::nullopt;
}

void Profiles::keep(const Calibration& calibration) {
  all_[in_use_].calibration = calibration;
}

Calibration Profiles::begin(const Calibration& given) {
  const auto& known = all_[in_use_].calibration;
  const bool is_known = known && known->has_person() && known->pads.size() == given.pads.size();
  Calibration both = given.has_person() || !is_known ? given : with_person(given, known);
  keep(both);
  return both;
}

Result<Calibration> Profiles::select(std::string_view name, const Calibration& now) {
  const auto found = find(name);
  if (!found) {
    std::vector<std::string_view> names;
    for (const ProfileStart& one : all_) names.emplace_back(one.profile.name);
    const auto meant = nearest(name, names);
    return failure(fmt::format("there is no profile \"{}\"{}; there are: {}", name,
                               meant ? fmt::format(" (did you mean \"{}\"?)", *meant) : "", fmt::join(names, ", ")));
  }
  keep(now);
  in_use_ = *found;
  auto& known = all_[in_use_].calibration;
  if (known && known->pads.size() != now.pads.size()) known.reset();
  return with_person(now, known);
}

}  // namespace chairhub
