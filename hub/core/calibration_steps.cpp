#include "hub/core/calibration_steps.h"

#include <algorithm>

namespace chairhub {

std::string_view to_string(CalibrationStep step) {
  switch (step) {
    case CalibrationStep::idle:
      return "idle";
    case CalibrationStep::leave_chair:
      return "leave_chair";
    case CalibrationStep::measuring_empty:
      return "measuring_empty";
    case CalibrationStep::sit_supported:
      return "sit_supported";
    case CalibrationStep::measuring_supported:
      return "measuring_supported";
    case CalibrationStep::done:
      return "done";
    case CalibrationStep::failed:
      return "failed";
  }
  return "";
}

void CalibrationSteps::start(const Calibration& known) {
  builder_.emplace(chair_, known);
  step_ = CalibrationStep::leave_chair;
  measured_ = Millis{0};
  reason_.clear();
}

void CalibrationSteps::next() {
  measured_ = Millis{0};
  if (step_ == CalibrationStep::leave_chair) step_ = CalibrationStep::measuring_empty;
  if (step_ == CalibrationStep::sit_supported) step_ = CalibrationStep::measuring_supported;
}

void CalibrationSteps::cancel() {
  step_ = CalibrationStep::idle;
  builder_.reset();
}

std::optional<Calibration> CalibrationSteps::update(const Sample& sample) {
  if (step_ == CalibrationStep::measuring_empty) {
    builder_->add_empty(sample);
    measured_ += sample.elapsed;
    if (measured_ >= empty_length) step_ = CalibrationStep::sit_supported;
    return std::nullopt;
  }
  if (step_ != CalibrationStep::measuring_supported) return std::nullopt;
  measured_ += sample.elapsed;
  if (measured_ > settling) builder_->add_supported(sample);
  if (measured_ < settling + supported_length) return std::nullopt;

  Result<Calibration> finished = builder_->finish(sample.at.wall);
  builder_.reset();
  if (!finished) {
    step_ = CalibrationStep::failed;
    reason_ = finished.error().message;
    return std::nullopt;
  }
  step_ = CalibrationStep::done;
  return *finished;
}

double CalibrationSteps::progress() const {
  const auto part = [this](Millis length) {
    return std::min(1.0, static_cast<double>(measured_.count()) / static_cast<double>(length.count()));
  };
  if (step_ == CalibrationStep::measuring_empty) return part(empty_length);
  if (step_ == CalibrationStep::measuring_supported) return part(settling + supported_length);
  return step_ == CalibrationStep::done ? 1.0 : 0.0;
}

std::string CalibrationSteps::instruction() const {
  switch (step_) {
    case CalibrationStep::idle:
      return "No calibration is running.";
    case CalibrationStep::leave_chair:
      return "Get up and take everything off the chair, then go on.";
    case CalibrationStep::measuring_empty:
      return "Leave the chair empty for ten seconds.";
    case CalibrationStep::sit_supported:
      return "Sit down, all the way back, and lean on the backrest as is comfortable, then go on.";
    case CalibrationStep::measuring_supported:
      return "Stay like this, leaning back, for eighteen seconds.";
    case CalibrationStep::done:
      return "Done: the chair knows how you sit supported.";
    case CalibrationStep::failed:
      return "The calibration failed: " + reason_;
  }
  return "";
}

}  // namespace chairhub
