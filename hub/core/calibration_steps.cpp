#include "hub/core/calibration_steps.h"

#include <algorithm>

#include "hub/core/texts.h"
#include "hub/core/units.h"

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

std::string CalibrationSteps::instruction(Language language) const {
  const auto in_seconds = [language](Millis length) { return number_in(language, to_seconds(length)); };
  switch (step_) {
    case CalibrationStep::idle:
      return std::string(say(TextKey::calibration_idle, language));
    case CalibrationStep::leave_chair:
      return std::string(say(TextKey::calibration_leave_chair, language));
    case CalibrationStep::measuring_empty:
      return fill(say(TextKey::calibration_measuring_empty, language), {{"seconds", in_seconds(empty_length)}});
    case CalibrationStep::sit_supported:
      return std::string(say(TextKey::calibration_sit_supported, language));
    case CalibrationStep::measuring_supported:
      return fill(say(TextKey::calibration_measuring_supported, language),
                  {{"seconds", in_seconds(settling + supported_length)}});
    case CalibrationStep::done:
      return std::string(say(TextKey::calibration_done, language));
    case CalibrationStep::failed:
      return fill(say(TextKey::calibration_failed, language), {{"reason", reason_}});
  }
  return "";
}

}  // namespace chairhub
