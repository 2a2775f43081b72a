#include "hub/core/calibration_steps.h"

#include <algorithm>
#include <array>
#include <utility>

#include "hub/core/texts.h"
#include "hub/core/units.h"

namespace chairhub {
namespace {

using Step = CalibrationStep;

// TU Berlin's chair measures 15 s, Hack-Baro 10 to 15 s; ElevatedSensors takes two set-points.
constexpr Millis empty_length{10'000};
constexpr Millis supported_length{15'000};
constexpr Millis without_support_length{10'000};
// The first moments after sitting down or moving are not yet the posture that is meant.
constexpr Millis settling{3'000};
// Whoever does not go on with what is optional has finished.
constexpr Millis patience{120'000};

constexpr std::array<std::pair<Step, std::string_view>, 11> names = {{
    {Step::idle, "idle"},
    {Step::leave_chair, "leave_chair"},
    {Step::measuring_empty, "measuring_empty"},
    {Step::sit_supported, "sit_supported"},
    {Step::measuring_supported, "measuring_supported"},
    {Step::sit_upright, "sit_upright"},
    {Step::measuring_upright, "measuring_upright"},
    {Step::bend_forward, "bend_forward"},
    {Step::measuring_forward, "measuring_forward"},
    {Step::done, "done"},
    {Step::failed, "failed"},
}};

bool is_offered(Step step) {
  return step == Step::sit_upright || step == Step::bend_forward;
}

}  // namespace

std::string_view to_string(CalibrationStep step) {
  for (const auto& [value, name] : names)
    if (value == step) return name;
  return "";
}

bool waits_for_person(CalibrationStep step) {
  return step == Step::leave_chair || step == Step::sit_supported || is_offered(step);
}

void CalibrationSteps::start(const Calibration& known) {
  builder_.emplace(chair_, known);
  reason_.clear();
  has_upright_ = has_forward_ = false;
  enter(Step::leave_chair);
}

void CalibrationSteps::next() {
  switch (step_) {
    case Step::leave_chair:
      return enter(Step::measuring_empty);
    case Step::sit_supported:
      return enter(Step::measuring_supported);
    case Step::sit_upright:
      return enter(Step::measuring_upright);
    case Step::bend_forward:
      return enter(Step::measuring_forward);
    default:
      return;  // it measures, or nothing is going on
  }
}

void CalibrationSteps::cancel() {
  const bool kept = is_offered(step_) || step_ == Step::measuring_upright || step_ == Step::measuring_forward;
  if (kept) return end();
  builder_.reset();
  enter(Step::idle);
}

void CalibrationSteps::enter(CalibrationStep step) {
  step_ = step;
  in_step_ = Millis{0};
}

void CalibrationSteps::end() {
  builder_.reset();
  reason_.clear();
  enter(Step::done);
}

Millis CalibrationSteps::length() const {
  switch (step_) {
    case Step::measuring_empty:
      return empty_length;
    case Step::measuring_supported:
      return settling + supported_length;
    case Step::measuring_upright:
    case Step::measuring_forward:
      return settling + without_support_length;
    default:
      return Millis{0};
  }
}

std::optional<Calibration> CalibrationSteps::update(const Sample& sample) {
  in_step_ += sample.elapsed;
  if (is_offered(step_) && in_step_ >= patience) end();
  if (length() == Millis{0}) return std::nullopt;
  measure(sample);
  if (in_step_ < length()) return std::nullopt;
  return conclude(sample);
}

void CalibrationSteps::measure(const Sample& sample) {
  if (step_ == Step::measuring_empty) return builder_->add_empty(sample);
  if (in_step_ <= settling) return;
  if (step_ == Step::measuring_supported) builder_->add_supported(sample);
  if (step_ == Step::measuring_upright) builder_->add_upright(sample);
  if (step_ == Step::measuring_forward) builder_->add_forward(sample);
}

std::optional<Calibration> CalibrationSteps::conclude(const Sample& sample) {
  if (step_ == Step::measuring_empty) {
    enter(Step::sit_supported);
    return std::nullopt;
  }
  Result<Calibration> finished = builder_->finish(sample.at.wall);
  reason_ = finished ? "" : finished.error().message;
  if (step_ == Step::measuring_supported) {
    if (finished && chair_.has_backrest()) {
      enter(Step::sit_upright);
    } else if (finished) {
      end();
    } else {
      builder_.reset();
      enter(Step::failed);
    }
  } else if (step_ == Step::measuring_upright) {
    has_upright_ = finished.has_value();
    if (!has_upright_) builder_->drop_upright();
    enter(has_upright_ ? Step::bend_forward : Step::sit_upright);
  } else {
    has_forward_ = finished.has_value();
    if (has_forward_) {
      end();
    } else {
      builder_->drop_forward();
      enter(Step::bend_forward);
    }
    return std::nullopt;  // nothing that was not handed out before
  }
  return finished ? std::optional<Calibration>(*finished) : std::nullopt;
}

double CalibrationSteps::progress() const {
  if (step_ == Step::done) return 1.0;
  if (length() == Millis{0}) return 0.0;
  return std::min(1.0, static_cast<double>(in_step_.count()) / static_cast<double>(length().count()));
}

std::string CalibrationSteps::instruction(Language language) const {
  const auto plain = [language](TextKey key) { return std::string(say(key, language)); };
  const auto timed = [&](TextKey key) {
    return fill(say(key, language), {{"seconds", number_in(language, to_seconds(length()))}});
  };
  const auto because = [&](TextKey key) { return fill(say(key, language), {{"reason", reason_}}); };
  const std::string again = reason_.empty() ? "" : because(TextKey::calibration_again) + " ";
  switch (step_) {
    case Step::idle:
      return plain(TextKey::calibration_idle);
    case Step::leave_chair:
      return plain(TextKey::calibration_leave_chair);
    case Step::measuring_empty:
      return timed(TextKey::calibration_measuring_empty);
    case Step::sit_supported:
      return plain(TextKey::calibration_sit_supported);
    case Step::measuring_supported:
      return timed(TextKey::calibration_measuring_supported);
    case Step::sit_upright:
      return again + plain(TextKey::calibration_sit_upright);
    case Step::measuring_upright:
      return timed(TextKey::calibration_measuring_upright);
    case Step::bend_forward:
      return again + plain(TextKey::calibration_bend_forward);
    case Step::measuring_forward:
      return timed(TextKey::calibration_measuring_forward);
    case Step::done:
      if (has_forward_) return plain(TextKey::calibration_done_forward);
      return plain(has_upright_ ? TextKey::calibration_done_upright : TextKey::calibration_done);
    case Step::failed:
      return because(TextKey::calibration_failed);
  }
  return "";
}

}  // namespace chairhub
