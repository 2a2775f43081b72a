#include "hub/core/calibration.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "hub/core/pad_health.h"
#include "hub/core/posture.h"

namespace chairhub {
namespace {

// Two seconds: what is left of the shortest step that is worth anything.
constexpr std::uint32_t fewest_samples = 4;

// The value that `part` of the readings lie below.
double quantile(std::vector<std::int32_t> values, double part) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double place = part * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  const double rest = place - static_cast<double>(below);
  return values[below] * (1 - rest) + values[above] * rest;
}

double deviation(const std::vector<double>& values) {
  if (values.size() < 2) return 0;
  double sum = 0;
  for (const double v : values) sum += v;
  const double mean = sum / static_cast<double>(values.size());
  double squares = 0;
  for (const double v : values) squares += (v - mean) * (v - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

Calibration uncalibrated(const Chair& chair) {
  Calibration calibration;
  calibration.pads.reserve(chair.pads.size());
  for (const Pad& pad : chair.pads) {
    PadCalibration& c = calibration.pads.emplace_back();
    c.zero = pad.range.unloaded;
    c.span = static_cast<double>(pad.range.loaded) - pad.range.unloaded;
  }
  return calibration;
}

CalibrationBuilder::CalibrationBuilder(const Chair& chair, Calibration start, const Thresholds& thresholds)
    : chair_(chair), start_(std::move(start)), thresholds_(thresholds) {
  if (start_.pads.size() != chair.pads.size()) start_ = uncalibrated(chair);
  empty_.counts.resize(chair.pads.size());
}

void CalibrationBuilder::add_empty(const Sample& sample) {
  add(empty_, sample);
}
void CalibrationBuilder::add_supported(const Sample& sample) {
  supported_.push_back(sample);
}
void CalibrationBuilder::add_upright(const Sample& sample) {
  upright_.push_back(sample);
}
void CalibrationBuilder::add_forward(const Sample& sample) {
  forward_.push_back(sample);
}

void CalibrationBuilder::add(Step& step, const Sample& sample) const {
  ++step.samples;
  const std::size_t pads = std::min<std::size_t>(sample.pad_count, chair_.pads.size());
  for (std::size_t i = 0; i < pads; ++i)
    if (sample.present[i]) step.counts[i].push_back(sample.counts[i]);
}

double CalibrationBuilder::part_of_range(std::size_t pad, double counts) const {
  const CountRange& range = chair_.pads[pad].range;
  return (counts - range.unloaded) / (static_cast<double>(range.loaded) - range.unloaded);
}

Result<Calibration> CalibrationBuilder::finish(WallTime made_at) const {
  Calibration calibration = start_;
  if (empty_.samples > 0)
    if (auto done = measure_zero(calibration); !done) return tl::unexpected(done.error());
  if (!supported_.empty())
    if (auto done = measure_person(calibration); !done) return tl::unexpected(done.error());
  if (!upright_.empty())
    if (auto done = measure_upright(calibration); !done) return tl::unexpected(done.error());
  if (!forward_.empty())
    if (auto done = compare_forward(calibration); !done) return tl::unexpected(done.error());
  calibration.made_at = made_at;
  return calibration;
}

Result<void> CalibrationBuilder::measure_zero(Calibration& calibration) const {
  if (empty_.samples < fewest_samples) return failure("the empty chair was measured for less than two seconds");
  std::size_t loaded = 0;
  std::size_t seats = 0;
  for (std::size_t i = 0; i < chair_.pads.size(); ++i) {
    const std::vector<std::int32_t>& counts = empty_.counts[i];
    if (counts.empty()) continue;
    const double zero = quantile(counts, 0.5);
    const bool high = part_of_range(i, zero) > 0.25;
    seats += chair_.pads[i].zone == Zone::seat ? 1 : 0;
    loaded += chair_.pads[i].zone == Zone::seat && high ? 1 : 0;
    // A pad that reads high with nobody on it is stuck or has something on it: the range's end is the better zero.
    if (high) continue;
    PadCalibration& pad = calibration.pads[i];
    pad.zero = zero;
    pad.span = chair_.pads[i].range.loaded - zero;
    pad.noise = deviation({counts.begin(), counts.end()});
  }
  if (seats > 0 && 2 * loaded > seats)
    return failure("the seat was loaded while the empty chair was measured; it has to be empty");
  return {};
}

// Whoever sat down late or got up early does not spoil the measurement: only
// samples with at least half of the usual load count.
CalibrationBuilder::Step CalibrationBuilder::while_seated(const std::vector<Sample>& samples) const {
  std::vector<double> loads;
  for (const Sample& sample : samples) {
    double load = 0;
    for (std::size_t i = 0; i < chair_.pads.size(); ++i)
      if (sample.present[i]) load += part_of_range(i, sample.counts[i]);
    loads.push_back(load);
  }
  std::vector<double> sorted = loads;
  std::sort(sorted.begin(), sorted.end());
  const double usual = sorted[sorted.size() * 3 / 4];
  Step step;
  step.counts.resize(chair_.pads.size());
  for (std::size_t k = 0; k < loads.size(); ++k)
    if (loads[k] >= 0.5 * usual) add(step, samples[k]);
  return step;
}

// Swept over most of its range although the person sat: a loose wire, not a sitter.
bool CalibrationBuilder::steady(const Step& step, std::size_t pad) const {
  const double sweep =
      part_of_range(pad, quantile(step.counts[pad], 0.9)) - part_of_range(pad, quantile(step.counts[pad], 0.1));
  return std::abs(sweep) < thresholds_.calibration_unsteady_pad;
}

bool CalibrationBuilder::saturated(const Step& step, std::size_t pad) const {
  return part_of_range(pad, quantile(step.counts[pad], 0.5)) >= thresholds_.pad_saturated;
}

std::vector<bool> CalibrationBuilder::believed(const Step& step) const {
  std::vector<bool> believed(chair_.pads.size());
  for (std::size_t i = 0; i < believed.size(); ++i)
    believed[i] = step.counts[i].size() >= fewest_samples && steady(step, i);
  for (const Zone zone : {Zone::seat, Zone::back}) {
    std::vector<std::size_t> full;
    std::size_t pads = 0;
    std::size_t near = 0;
    for (std::size_t i = 0; i < believed.size(); ++i) {
      if (chair_.pads[i].zone != zone || !believed[i]) continue;
      ++pads;
      if (saturated(step, i)) full.push_back(i);
      if (part_of_range(i, quantile(step.counts[i], 0.5)) >= nearly_full) ++near;
    }
    // When several are, the person is heavy for this kit and no pad is at fault.
    if (!filled_by_sitter(near, pads))
      for (const std::size_t i : full) believed[i] = false;
  }
  return believed;
}

Result<void> CalibrationBuilder::measure_person(Calibration& calibration) const {
  if (supported_.size() < fewest_samples) return failure("the person was measured for less than two seconds");
  const Step step = while_seated(supported_);
  const std::vector<bool> taken = believed(step);
  Loads loads;
  loads.count = static_cast<std::uint32_t>(chair_.pads.size());
  for (std::size_t i = 0; i < chair_.pads.size(); ++i) {
    PadCalibration& pad = calibration.pads[i];
    pad.supported.reset();
    if (!taken[i]) continue;
    pad.supported = pad.load_of(quantile(step.counts[i], 0.5));
    loads.load[i] = *pad.supported;
    loads.believed[i] = true;
  }
  const Balance sitting = Scales(chair_).weigh(loads, calibration);
  if (sitting.seat_total < 0.5 * thresholds_.occupied_on_uncalibrated)
    return failure("nobody sat on the chair while the supported posture was measured");
  if (variation(calibration, step, taken) > thresholds_.calibration_unsteady_total)
    return failure("the load moved too much while the supported posture was measured; sit still and try again");
  calibration.supported = Baseline{sitting.seat_total, sitting.back_total, sitting.left_right, sitting.front_back};
  calibration.upright.reset();
  return {};
}

// The balance of a step in which the back has to be free.
Result<Balance> CalibrationBuilder::without_support(const Calibration& calibration, const std::vector<Sample>& samples,
                                                    std::string_view step) const {
  if (!calibration.has_person()) return failure(fmt::format("{} needs the supported posture measured first", step));
  if (samples.size() < fewest_samples) return failure(fmt::format("{} was measured for less than two seconds", step));
  const Step seen = while_seated(samples);
  Loads loads;
  loads.count = static_cast<std::uint32_t>(chair_.pads.size());
  for (std::size_t i = 0; i < chair_.pads.size(); ++i) {
    loads.believed[i] = calibration.pads[i].supported.has_value() && !seen.counts[i].empty();
    if (loads.believed[i]) loads.load[i] = calibration.pads[i].load_of(quantile(seen.counts[i], 0.5));
  }
  const Balance balance = Scales(chair_).weigh(loads, calibration);
  if (!balance.back_of_baseline)
    return failure(fmt::format("{} cannot be told from supported: no load of the backrest to compare with", step));
  if (!balance.rear_force_of_baseline || *balance.seat_of_baseline < thresholds_.occupied_on)
    return failure(fmt::format("nobody sat on the chair while {} was measured", step));
  if (*balance.back_of_baseline >= thresholds_.supported_on)
    return failure(fmt::format("the back was on the backrest while {} was measured; it has to be free", step));
  return balance;
}

Result<void> CalibrationBuilder::measure_upright(Calibration& calibration) const {
  const auto balance = without_support(calibration, upright_, "upright sitting");
  if (!balance) return tl::unexpected(balance.error());
  calibration.upright = UprightLevel{*balance->rear_force_of_baseline, *balance->seat_force_of_baseline};
  return {};
}

Result<void> CalibrationBuilder::compare_forward(const Calibration& calibration) const {
  if (!calibration.upright) return failure("bending forward needs upright sitting measured first");
  const auto balance = without_support(calibration, forward_, "bending forward");
  if (!balance) return tl::unexpected(balance.error());
  if (!looks_bent(*balance, *calibration.upright, thresholds_, 0))
    return failure(
        fmt::format("bending forward left {:.0f} % of the upright load on the seat's rear, too much to be "
                    "told from sitting upright; bend further, or go without this step",
                    100 * *balance->rear_force_of_baseline / calibration.upright->rear));
  return {};
}

// Standard deviation of the whole load over its mean.
double CalibrationBuilder::variation(const Calibration& calibration, const Step& step,
                                     const std::vector<bool>& believed) {
  std::size_t shortest = step.samples;
  for (std::size_t i = 0; i < believed.size(); ++i)
    if (believed[i]) shortest = std::min(shortest, step.counts[i].size());
  std::vector<double> totals(shortest, 0.0);
  double sum = 0;
  for (std::size_t i = 0; i < believed.size(); ++i) {
    if (!believed[i]) continue;
    for (std::size_t k = 0; k < shortest; ++k) {
      const double load = calibration.pads[i].load_of(step.counts[i][k]);
      totals[k] += load;
      sum += load;
    }
  }
  return sum > 0 ? deviation(totals) * static_cast<double>(shortest) / sum : 0.0;
}

}  // namespace chairhub
