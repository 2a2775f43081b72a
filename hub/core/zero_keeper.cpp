#include "hub/core/zero_keeper.h"

#include <algorithm>
#include <cmath>

#include "hub/core/units.h"

namespace chairhub {
namespace {

// Smaller steps are not worth a line in the log and a row in the database; no more than zero_band, within which a
// restarted program can still follow (engineering default).
constexpr double worth_telling = 0.01;
// A longer gap between two samples hides what happened in it (engineering default).
constexpr Millis longest_gap{2000};

}  // namespace

double zero_drift(const Pad& pad, const PadCalibration& calibration) {
  if (calibration.span == 0) return 0;
  return (calibration.zero - (pad.range.loaded - calibration.span)) / calibration.span;
}

void ZeroKeeper::restart() {
  empty_since_.reset();
  window_since_.reset();
  rest_.reset();
}

void ZeroKeeper::forget() {
  restart();
  told_.fill(std::nullopt);
}

std::span<const ZeroKeeper::NewZero> ZeroKeeper::update(const Sample& sample, bool is_empty,
                                                        std::span<const PadReport> pads, const Calibration& calibration,
                                                        const Thresholds& thresholds, std::vector<Event>& events) {
  new_zeros_.clear();
  if (!is_empty || sample.elapsed > longest_gap) {
    empty_since_.reset();
    window_since_.reset();
    return {};
  }
  if (!empty_since_) {
    empty_since_ = sample.at.steady;
    rest_.reset();
  }
  // Foam and sensors come back slowly after somebody has got up; at the start of the program nothing is known.
  if (sample.at.steady - *empty_since_ < seconds(thresholds.zero_hold_off_s)) return {};
  if (!window_since_) {
    window_since_ = sample.at.steady;
    windows_ = {};
    samples_ = 0;
  }
  collect(sample, pads);
  const Millis length = sample.at.steady - *window_since_;
  if (length < seconds(thresholds.zero_empty_s)) return {};
  window_since_.reset();
  rest_.reset();
  if (!is_still(calibration, thresholds)) return {};
  rest_ = measure(calibration);
  follow(calibration, length, thresholds);
  tell(calibration, sample.at, events);
  return new_zeros_;
}

void ZeroKeeper::collect(const Sample& sample, std::span<const PadReport> pads) {
  ++samples_;
  for (std::size_t i = 0; i < chair_.pads.size(); ++i) {
    if (!sample.present[i] || pads[i].status != PadStatus::ok) continue;
    Window& window = windows_[i];
    const std::int32_t counts = sample.counts[i];
    window.lowest = window.samples == 0 ? counts : std::min(window.lowest, counts);
    window.highest = window.samples == 0 ? counts : std::max(window.highest, counts);
    window.sum += counts;
    ++window.samples;
  }
}

bool ZeroKeeper::is_still(const Calibration& calibration, const Thresholds& thresholds) const {
  for (std::size_t i = 0; i < chair_.pads.size(); ++i)
    if (windows_[i].highest - windows_[i].lowest > thresholds.zero_band * std::abs(calibration.pads[i].span))
      return false;
  return true;
}

ZeroKeeper::Rest ZeroKeeper::measure(const Calibration& calibration) const {
  Rest rest;
  for (std::size_t i = 0; i < chair_.pads.size(); ++i) {
    const PadCalibration& pad = calibration.pads[i];
    if (windows_[i].samples < samples_ || pad.span == 0) continue;
    rest[i] = (windows_[i].sum / windows_[i].samples - pad.zero) / pad.span;
  }
  return rest;
}

void ZeroKeeper::follow(const Calibration& calibration, Millis length, const Thresholds& thresholds) {
  const auto is_far = [&](const std::optional<double>& rest) { return rest && std::abs(*rest) > thresholds.zero_band; };
  if (std::any_of(rest_->begin(), rest_->end(), is_far)) return;
  const double most = thresholds.zero_rate_per_h * to_minutes(length) / 60;
  for (std::size_t i = 0; i < chair_.pads.size(); ++i) {
    if (!(*rest_)[i]) continue;
    PadCalibration pad = calibration.pads[i];
    pad.zero += std::clamp(*(*rest_)[i], -most, most) * pad.span;
    if (std::abs(zero_drift(chair_.pads[i], pad)) <= thresholds.zero_drift) new_zeros_.push_back({i, pad.zero});
  }
}

void ZeroKeeper::tell(const Calibration& calibration, Moment at, std::vector<Event>& events) {
  for (const NewZero& now : new_zeros_) {
    const PadCalibration& pad = calibration.pads[now.pad];
    if (!told_[now.pad]) told_[now.pad] = pad.zero;
    double& told = *told_[now.pad];
    if (std::abs(now.zero - told) < worth_telling * std::abs(pad.span)) continue;
    events.emplace_back(ZeroMoved{now.pad, told, now.zero, at});
    told = now.zero;
  }
}

}  // namespace chairhub
