// A lamp, a motor, a buzzer and a button on GPIO lines. Outputs are low from
// the moment they are requested, low again when this ends, and a pulse ends by
// itself. What ends a program without its destructors is the business of
// `chairhub outputs-off`, which uses outputs_off().

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/bus/gpio.h"
#include "drivers/indicator/pulse_lines.h"
#include "hub/core/indicator_device.h"

namespace chairhub {

// What is wired where; lines that are unset are not.
struct IndicatorLines {
  std::string chip;  // label or path; empty: the header of a Raspberry Pi
  std::optional<unsigned> led;
  std::optional<unsigned> haptic;
  std::optional<unsigned> buzzer;
  std::optional<unsigned> button;
};

// Thread rule: one thread, but for PulseLines' own.
class GpioIndicator final : public IndicatorDevice {
 public:
  // `clock` outlives this.
  static BusResult<std::unique_ptr<GpioIndicator>> make(const IndicatorLines& lines, BusClock& clock,
                                                        const GpioOpener& open = open_gpio_chip);

  Result<void> light(bool on) override;
  Result<void> vibrate(Pulse pulse) override;
  Result<void> beep(Pulse pulse) override;
  Result<void> silence() override;

  // Readable when the button has told something; unset without a button.
  std::optional<int> button_fd() const;
  // What the button did since the last call, each time it was pressed or let go, with every bounce. Never blocks.
  Result<std::vector<ButtonEdge>> take_edges();

 private:
  GpioIndicator(std::unique_ptr<GpioOutputs> led, std::unique_ptr<PulseLines> pulses, std::unique_ptr<GpioEdges> button,
                BusClock& clock);

  std::unique_ptr<GpioOutputs> led_;
  std::unique_ptr<PulseLines> pulses_;
  std::unique_ptr<GpioEdges> button_;
  BusClock& clock_;
  bool is_pressed_ = false;
};

// Drives the outputs low, whoever left them as they are, and lets go of them.
BusResult<void> outputs_off(const IndicatorLines& lines, const GpioOpener& open = open_gpio_chip);

}  // namespace chairhub
