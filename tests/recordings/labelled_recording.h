// A recording of a real person with what they were told to do, and how well
// the detection says the same.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "hub/config/config.h"
#include "hub/core/calibration.h"
#include "hub/core/observation.h"

namespace chairhub {

struct LabelledRow {
  std::int64_t t_ms = 0;
  std::string label;
  bool counts = true;  // not while the label changes, and not where the calibration was taken from
  // What the detection said there.
  Posture posture = Posture::unknown;
  bool occupied = false;
  std::optional<bool> supported;
  bool forward = false;
  Lean lean = Lean::none;
};

// The mean of how often a fact was seen where it was, and not seen where it was not.
class BalancedAccuracy {
 public:
  void add(bool truth, bool said);
  bool decidable() const { return all_[0] > 0 && all_[1] > 0; }
  double value() const;

 private:
  int all_[2] = {0, 0};
  int hits_[2] = {0, 0};
};

class LabelledRecording {
 public:
  // Calibrates on the first 10 s of `empty` and 15 s of `supported`, as a person would on the first day, and replays.
  LabelledRecording(const ChairConfig& config, const std::filesystem::path& file, const std::set<std::string>& empty,
                    const std::set<std::string>& supported);

  const std::vector<LabelledRow>& rows() const { return rows_; }
  const std::vector<PadReport>& pads() const { return pads_; }

  using Fact = std::function<bool(const LabelledRow&)>;
  // Over the rows for which `asked` holds.
  BalancedAccuracy score(const Fact& asked, const Fact& truth, const Fact& said) const;

 private:
  struct Stretch {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    bool holds(std::int64_t t) const { return t >= begin && t <= end; }
  };
  void read_labels(const std::filesystem::path& file);
  std::optional<Stretch> first_stretch(const std::set<std::string>& labels, std::int64_t lead,
                                       std::int64_t length) const;
  Calibration calibrate(const ChairConfig& config, const std::filesystem::path& file,
                        const std::optional<Stretch>& empty, const std::optional<Stretch>& supported) const;
  void leave_out_changes();
  void replay(const ChairConfig& config, const std::filesystem::path& file, Calibration calibration);

  std::vector<LabelledRow> rows_;
  std::vector<PadReport> pads_;
};

}  // namespace chairhub
