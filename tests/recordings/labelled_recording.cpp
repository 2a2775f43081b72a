#include "tests/recordings/labelled_recording.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "drivers/replay/recording_reader.h"
#include "hub/core/detector.h"
#include "hub/core/local_time.h"
#include "hub/core/sampler.h"

namespace chairhub {
namespace {

constexpr std::int64_t pause_ms = 5000;  // longer without a row is another stretch
constexpr std::int64_t guard_ms = 3000;  // around a change of label

RecordingReader open(const ChairConfig& config, const std::filesystem::path& file) {
  auto reader = RecordingReader::open(file, config.chair);
  if (!reader) throw std::runtime_error(reader.error().message);
  return std::move(*reader);
}

}  // namespace

void BalancedAccuracy::add(bool truth, bool said) {
  ++all_[truth ? 1 : 0];
  if (truth == said) ++hits_[truth ? 1 : 0];
}

double BalancedAccuracy::value() const {
  return (static_cast<double>(hits_[0]) / all_[0] + static_cast<double>(hits_[1]) / all_[1]) / 2;
}

LabelledRecording::LabelledRecording(const ChairConfig& config, const std::filesystem::path& file,
                                     const std::set<std::string>& empty, const std::set<std::string>& supported) {
  read_labels(file);
  const auto empty_stretch = first_stretch(empty, 2000, 10'000);
  const auto supported_stretch = first_stretch(supported, 3000, 15'000);
  leave_out_changes();
  for (LabelledRow& row : rows_)
    if ((empty_stretch && empty_stretch->holds(row.t_ms)) || (supported_stretch && supported_stretch->holds(row.t_ms)))
      row.counts = false;
  replay(config, file, calibrate(config, file, empty_stretch, supported_stretch));
}

// The label is the last column, and the first is the time.
void LabelledRecording::read_labels(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    LabelledRow row;
    row.t_ms = std::stoll(line);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    row.label = line.substr(line.rfind(',') + 1);
    rows_.push_back(std::move(row));
  }
}

std::optional<LabelledRecording::Stretch> LabelledRecording::first_stretch(const std::set<std::string>& labels,
                                                                           std::int64_t lead,
                                                                           std::int64_t length) const {
  bool inside = false;
  std::int64_t begin = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool goes_on = labels.count(rows_[i].label) > 0 && (!inside || rows_[i].t_ms - rows_[i - 1].t_ms < pause_ms);
    if (goes_on) {
      if (!inside) begin = rows_[i].t_ms;
      if (rows_[i].t_ms - begin >= lead + length) return Stretch{begin + lead, begin + lead + length};
    } else if (inside && rows_[i - 1].t_ms - begin >= lead + 3000) {
      return Stretch{begin + lead, rows_[i - 1].t_ms};
    }
    inside = goes_on;
  }
  return std::nullopt;
}

void LabelledRecording::leave_out_changes() {
  std::vector<std::int64_t> changes;
  for (std::size_t i = 1; i < rows_.size(); ++i)
    if (rows_[i].label != rows_[i - 1].label || rows_[i].t_ms - rows_[i - 1].t_ms > pause_ms)
      changes.push_back(rows_[i].t_ms);
  for (LabelledRow& row : rows_) {
    const auto next = std::lower_bound(changes.begin(), changes.end(), row.t_ms - guard_ms);
    if (next != changes.end() && std::abs(*next - row.t_ms) <= guard_ms) row.counts = false;
  }
}

Calibration LabelledRecording::calibrate(const ChairConfig& config, const std::filesystem::path& file,
                                         const std::optional<Stretch>& empty,
                                         const std::optional<Stretch>& supported) const {
  RecordingReader reader = open(config, file);
  CalibrationBuilder builder(config.chair, uncalibrated(config.chair));
  Sampler sampler;
  Frame frame;
  while (reader.next(frame).value()) {
    const Sample* sample = sampler.add(frame);
    if (!sample || !reader.t_ms()) continue;
    if (empty && empty->holds(*reader.t_ms())) builder.add_empty(*sample);
    if (supported && supported->holds(*reader.t_ms())) builder.add_supported(*sample);
  }
  auto calibration = builder.finish(frame.at.wall);
  if (!calibration) throw std::runtime_error(calibration.error().message);
  return *calibration;
}

void LabelledRecording::replay(const ChairConfig& config, const std::filesystem::path& file, Calibration calibration) {
  const FixedOffset utc;
  DetectorStart start;
  start.settings = config.defaults;
  start.calibration = std::move(calibration);
  Detector detector(config.chair, utc, std::move(start));
  RecordingReader reader = open(config, file);
  Frame frame;
  for (LabelledRow& row : rows_) {
    if (!reader.next(frame).value()) throw std::runtime_error(file.string() + ": fewer frames than rows");
    const Observation& seen = detector.update(frame);
    row.posture = seen.posture;
    row.occupied = seen.occupied;
    row.supported = seen.supported;
    row.forward = seen.forward;
    row.lean = seen.lean;
  }
  pads_.assign(detector.pads().begin(), detector.pads().end());
}

BalancedAccuracy LabelledRecording::score(const Fact& asked, const Fact& truth, const Fact& said) const {
  BalancedAccuracy accuracy;
  for (const LabelledRow& row : rows_)
    if (row.counts && asked(row)) accuracy.add(truth(row), said(row));
  return accuracy;
}

}  // namespace chairhub
