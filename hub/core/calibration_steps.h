// The guided calibration as a state machine: which step it is, what the person
// is asked to do, and how far it is. A terminal, a page and Home Assistant can
// all drive it, because it only takes "start", "next", "cancel" and samples.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hub/core/calibration.h"
#include "hub/core/language.h"
#include "hub/core/sampler.h"

namespace chairhub {

enum class CalibrationStep : std::uint8_t {
  idle,
  leave_chair,          // waits for "next": the person is asked to get up
  measuring_empty,      // 10 s
  sit_supported,        // waits for "next": the person is asked to lean back comfortably
  measuring_supported,  // 15 s
  done,
  failed,
};

std::string_view to_string(CalibrationStep step);

class CalibrationSteps {
 public:
  // `chair` outlives this.
  explicit CalibrationSteps(const Chair& chair) : chair_(chair) {}

  // Begins anew from what is known now.
  void start(const Calibration& known);
  // The person is ready for the measurement that this step announces.
  void next();
  void cancel();

  // Takes a sample while measuring. Returns the finished calibration once.
  std::optional<Calibration> update(const Sample& sample);

  CalibrationStep step() const { return step_; }
  double progress() const;  // of the present measurement, 0..1
  // One sentence for the person; the reason when failed.
  std::string instruction(Language language = Language::english) const;

 private:
  // TU Berlin's chair measures 15 s, Hack-Baro 10 to 15 s.
  static constexpr Millis empty_length{10'000};
  static constexpr Millis supported_length{15'000};
  // The first moments after sitting down are not yet the posture that is meant.
  static constexpr Millis settling{3'000};

  const Chair& chair_;
  CalibrationStep step_ = CalibrationStep::idle;
  std::optional<CalibrationBuilder> builder_;
  Millis measured_{};
  std::string reason_;
};

}  // namespace chairhub
