// The lamp, the motor, the buzzer and the button of one chair in the running
// service: hands what is seen to the policy, the policy's wishes to the GPIO
// lines, and presses of the button on as commands.
//
// Thread rule: everything on the loop's thread. Times are real ones, also when
// a simulation runs faster.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/indicator/gpio_indicator.h"
#include "hub/config/config.h"
#include "hub/core/button.h"
#include "hub/core/indicator.h"

namespace chairhub {

IndicatorLines lines_of(const IndicatorConfig& config);

class ChairIndicator {
 public:
  static Result<std::unique_ptr<ChairIndicator>> make(const std::string& chair, const IndicatorConfig& config);

  // Readable when the button was used; unset without a button.
  std::optional<int> button_fd() const { return device_->button_fd(); }

  void observe(const Observation& observation, const Settings& settings, Millis clock_time, bool has_fault,
               SteadyTime now);

  // What the button asks for, and what is due by now; when to be called again.
  struct Turn {
    std::vector<Command> commands;
    std::optional<SteadyTime> next;
  };
  Turn turn(const Settings& settings, SteadyTime now);

 private:
  ChairIndicator(std::string chair, std::unique_ptr<GpioIndicator> device, const IndicatorSettings& settings)
      : chair_(std::move(chair)), device_(std::move(device)), policy_(settings, *device_) {}

  void drive(SteadyTime now);
  void tell(const Result<void>& done);

  std::string chair_;
  std::unique_ptr<GpioIndicator> device_;
  IndicatorPolicy policy_;
  ButtonDecoder button_;
  bool told_trouble_ = false;  // the same trouble is told once
};

}  // namespace chairhub
