#include "hub/commands/calibration_talk.h"

#include <cstdio>
#include <utility>

#include <fmt/format.h>

namespace chairhub {

CalibrationTalk::CalibrationTalk(const Chair& chair, std::string leaving_out)
    : leaving_out_(std::move(leaving_out)), steps_(chair) {
  steps_.start(uncalibrated(chair));
  ask();
}

void CalibrationTalk::line() {
  if (!waits_for_person(steps_.step())) return;
  steps_.next();
  sampler_.restart();  // a wait for Enter is not part of a measurement
  ask();
}

bool CalibrationTalk::frame(const Frame& frame) {
  const Sample* sample = sampler_.add(frame);
  if (sample == nullptr) return true;
  const CalibrationStep before = steps_.step();
  if (auto calibration = steps_.update(*sample)) calibration_ = std::move(*calibration);
  if (steps_.progress() > 0) fmt::print("\r  {:3.0f} %", 100 * steps_.progress());
  std::fflush(stdout);
  if (steps_.step() != before) ask();
  return goes_on();
}

bool CalibrationTalk::goes_on() const {
  return steps_.step() != CalibrationStep::done && steps_.step() != CalibrationStep::failed;
}

Result<Calibration> CalibrationTalk::result() const {
  if (calibration_) return *calibration_;
  return failure(steps_.step() == CalibrationStep::failed ? steps_.instruction()
                                                          : "the calibration was broken off; nothing was saved");
}

bool CalibrationTalk::may_be_left_out() const {
  return steps_.step() == CalibrationStep::sit_upright || steps_.step() == CalibrationStep::bend_forward;
}

void CalibrationTalk::ask() const {
  fmt::print("\n{}", steps_.instruction());
  if (waits_for_person(steps_.step())) fmt::print(" [Enter{}]", may_be_left_out() ? leaving_out_ : "");
  fmt::print("\n");
  std::fflush(stdout);
}

}  // namespace chairhub
