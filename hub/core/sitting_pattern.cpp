#include "hub/core/sitting_pattern.h"

#include <algorithm>
#include <cmath>

namespace chairhub {

double Mismatch::by_weight(const Thresholds& thresholds) const {
  return weight > 0 ? std::abs(std::log(weight)) / std::log(thresholds.baseline_weight) : 0.0;
}

double Mismatch::by_spread(const Thresholds& thresholds) const {
  return spread / thresholds.baseline_spread;
}

double Mismatch::in_all(const Thresholds& thresholds) const {
  return std::max(by_weight(thresholds), by_spread(thresholds));
}

void SittingPattern::add(const Loads& loads, Millis elapsed) {
  length_ += elapsed;
  ++samples_;
  pads_ = loads.count;
  for (std::uint32_t i = 0; i < loads.count; ++i) {
    if (!loads.believed[i]) continue;
    sum_[i] += loads.load[i];
    ++believed_[i];
  }
}

std::optional<Mismatch> SittingPattern::against(const Calibration& calibration) const {
  if (!calibration.has_person() || calibration.pads.size() != pads_) return std::nullopt;
  std::array<double, max_pads> now{};  // forces
  std::array<double, max_pads> own{};
  double all_now = 0;
  double all_own = 0;
  for (std::uint32_t i = 0; i < pads_; ++i) {
    const auto& supported = calibration.pads[i].supported;
    // A pad that was out for most of the stretch says nothing of it.
    if (!supported || 2 * believed_[i] <= samples_) continue;
    now[i] = force_of(sum_[i] / believed_[i]);
    own[i] = force_of(*supported);
    all_now += now[i];
    all_own += own[i];
  }
  if (all_now <= 0 || all_own <= 0) return std::nullopt;
  Mismatch mismatch;
  mismatch.weight = all_now / all_own;
  for (std::uint32_t i = 0; i < pads_; ++i) mismatch.spread += std::abs(now[i] / all_now - own[i] / all_own) / 2;
  return mismatch;
}

}  // namespace chairhub
