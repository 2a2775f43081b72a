// The guided calibration as a talk: says what to do, how far a measurement is,
// and what came of it. Whoever holds it hands it frames and the person's Enter.

#pragma once

#include <optional>
#include <string>

#include "hub/core/calibration.h"
#include "hub/core/calibration_steps.h"
#include "hub/core/sampler.h"

namespace chairhub {

class CalibrationTalk {
 public:
  // Says at once what to do first; `leaving_out` is said where a step may be left out. `chair` outlives this.
  explicit CalibrationTalk(const Chair& chair, std::string leaving_out = "");

  // The person pressed Enter.
  void line();
  // False once there is nothing more to measure.
  bool frame(const Frame& frame);
  // Ends it; what was measured is kept.
  void finish() { steps_.cancel(); }
  bool may_be_left_out() const;

  CalibrationStep step() const { return steps_.step(); }
  bool goes_on() const;
  // The calibration, or why there is none.
  Result<Calibration> result() const;

 private:
  void ask() const;

  std::string leaving_out_;
  CalibrationSteps steps_;
  Sampler sampler_;
  std::optional<Calibration> calibration_;
};

}  // namespace chairhub
