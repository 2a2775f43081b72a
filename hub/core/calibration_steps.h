// The guided calibration as a state machine: which step it is, what the person
// is asked to do, and how far it is. A terminal, a page and Home Assistant can
// all drive it, because it only takes "start", "next", "cancel" and samples.
//
// Two steps have to be: the empty chair, and sitting supported. Then the
// calibration is in use. On a chair with a backrest two more are offered,
// upright without support and bent forward; whoever does not go on, or
// cancels, keeps what was measured.

#pragma once

#include <array>
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
  sit_upright,          // waits for "next", for two minutes: upright, without the backrest
  measuring_upright,    // 10 s
  bend_forward,         // waits for "next", for two minutes: elbows on the knees
  measuring_forward,    // 10 s
  done,
  failed,
};

inline constexpr std::array all_calibration_steps = {CalibrationStep::idle,
                                                     CalibrationStep::leave_chair,
                                                     CalibrationStep::measuring_empty,
                                                     CalibrationStep::sit_supported,
                                                     CalibrationStep::measuring_supported,
                                                     CalibrationStep::sit_upright,
                                                     CalibrationStep::measuring_upright,
                                                     CalibrationStep::bend_forward,
                                                     CalibrationStep::measuring_forward,
                                                     CalibrationStep::done,
                                                     CalibrationStep::failed};

std::string_view to_string(CalibrationStep step);

// Does this step wait for "next"?
bool waits_for_person(CalibrationStep step);

class CalibrationSteps {
 public:
  // `chair` outlives this.
  explicit CalibrationSteps(const Chair& chair) : chair_(chair) {}

  // Begins anew from what is known now.
  void start(const Calibration& known);
  // The person is ready for the measurement that this step announces.
  void next();
  // Ends it. What was measured from the supported step on has been handed out and stays.
  void cancel();

  // Takes a sample. Returns the calibration once after the supported step, and
  // once again with the upright level.
  std::optional<Calibration> update(const Sample& sample);

  CalibrationStep step() const { return step_; }
  double progress() const;  // of the present measurement, 0..1
  // One sentence for the person; the reason when something failed.
  std::string instruction(Language language = Language::english) const;

 private:
  Millis length() const;  // of the present measurement
  void enter(CalibrationStep step);
  void measure(const Sample& sample);
  std::optional<Calibration> conclude(const Sample& sample);
  void end();

  const Chair& chair_;
  CalibrationStep step_ = CalibrationStep::idle;
  std::optional<CalibrationBuilder> builder_;
  Millis in_step_{};
  std::string reason_;  // why the last measurement was refused
  bool has_upright_ = false;
  bool has_forward_ = false;
};

}  // namespace chairhub
