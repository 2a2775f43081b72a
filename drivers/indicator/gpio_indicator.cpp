#include "drivers/indicator/gpio_indicator.h"

#include <chrono>
#include <utility>

namespace chairhub {
namespace {

Result<void> told(const BusResult<void>& done) {
  if (!done) return failure("indicator: " + in_words(done.error()));
  return {};
}

std::vector<unsigned> present(std::initializer_list<std::optional<unsigned>> lines) {
  std::vector<unsigned> there;
  for (const auto& line : lines)
    if (line) there.push_back(*line);
  return there;
}

// Null when there is no line.
BusResult<std::unique_ptr<GpioOutputs>> request_outputs(GpioChip& chip, const std::vector<unsigned>& lines,
                                                        const std::string& role) {
  if (lines.empty()) return std::unique_ptr<GpioOutputs>();
  return chip.request_outputs(lines, role);
}

SteadyTime as_steady(Nanos at) {
  return SteadyTime(std::chrono::duration_cast<Millis>(at));
}

}  // namespace

GpioIndicator::GpioIndicator(std::unique_ptr<GpioOutputs> led, std::unique_ptr<PulseLines> pulses,
                             std::unique_ptr<GpioEdges> button, BusClock& clock)
    : led_(std::move(led)), pulses_(std::move(pulses)), button_(std::move(button)), clock_(clock) {}

BusResult<std::unique_ptr<GpioIndicator>> GpioIndicator::make(const IndicatorLines& lines, BusClock& clock,
                                                              const GpioOpener& open) {
  const auto chip = open(lines.chip);
  if (!chip) return tl::unexpected(chip.error());
  auto led = request_outputs(**chip, present({lines.led}), "lamp");
  if (!led) return tl::unexpected(led.error());
  auto pulses = request_outputs(**chip, present({lines.haptic, lines.buzzer}), "motor-and-buzzer");
  if (!pulses) return tl::unexpected(pulses.error());
  std::unique_ptr<GpioEdges> button;
  if (lines.button) {
    // The button connects its line with ground.
    auto edges = (*chip)->request_edges(*lines.button, Pull::up, true, "button");
    if (!edges) return tl::unexpected(edges.error());
    button = std::move(*edges);
  }
  return std::unique_ptr<GpioIndicator>(new GpioIndicator(
      std::move(*led),
      std::make_unique<PulseLines>(std::move(*pulses), lines.haptic.has_value(), lines.buzzer.has_value(), clock),
      std::move(button), clock));
}

Result<void> GpioIndicator::light(bool on) {
  if (!led_) return {};
  const bool values[] = {on};
  return told(led_->set(values));
}

Result<void> GpioIndicator::vibrate(Pulse pulse) {
  return told(pulses_->begin(PulseLines::Part::haptic, pulse));
}

Result<void> GpioIndicator::beep(Pulse pulse) {
  return told(pulses_->begin(PulseLines::Part::buzzer, pulse));
}

Result<void> GpioIndicator::silence() {
  return told(pulses_->silence());
}

std::optional<int> GpioIndicator::button_fd() const {
  return button_ ? std::optional(button_->fd()) : std::nullopt;
}

Result<std::vector<ButtonEdge>> GpioIndicator::take_edges() {
  std::vector<ButtonEdge> edges;
  if (!button_) return edges;
  const auto taken = button_->take();
  if (!taken) return failure("button: " + in_words(taken.error()));
  for (const GpioEdge& edge : *taken)
    // After lost edges, one may tell what is known already.
    if (std::exchange(is_pressed_, edge.active) != edge.active) edges.push_back({edge.active, as_steady(edge.at)});
  // The kernel keeps 16 edges with its first interface and then drops the newest, such as the one that ended a press.
  const auto now_active = button_->active();
  if (!now_active) return failure("button: " + in_words(now_active.error()));
  if (std::exchange(is_pressed_, *now_active) != *now_active) edges.push_back({*now_active, as_steady(clock_.now())});
  return edges;
}

BusResult<void> outputs_off(const IndicatorLines& lines, const GpioOpener& open) {
  const std::vector<unsigned> outputs = present({lines.led, lines.haptic, lines.buzzer});
  if (outputs.empty()) return {};
  const auto chip = open(lines.chip);
  if (!chip) return tl::unexpected(chip.error());
  // Requesting drives them low.
  const auto held = (*chip)->request_outputs(outputs, "outputs-off");
  if (!held) return tl::unexpected(held.error());
  return {};
}

}  // namespace chairhub
