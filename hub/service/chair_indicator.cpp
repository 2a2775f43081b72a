#include "hub/service/chair_indicator.h"

#include <algorithm>
#include <utility>

#include "drivers/bus/bus_clock.h"
#include "hub/platform/journal.h"

namespace chairhub {
namespace {

std::optional<unsigned> line(const std::optional<int>& configured) {
  return configured && *configured >= 0 ? std::optional(static_cast<unsigned>(*configured)) : std::nullopt;
}

std::optional<SteadyTime> earlier(std::optional<SteadyTime> a, std::optional<SteadyTime> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

}  // namespace

IndicatorLines lines_of(const IndicatorConfig& config) {
  return {config.chip, line(config.led_line), line(config.haptic_line), line(config.buzzer_line),
          line(config.button_line)};
}

Result<std::unique_ptr<ChairIndicator>> ChairIndicator::make(const std::string& chair, const IndicatorConfig& config) {
  auto device = GpioIndicator::make(lines_of(config), monotonic_bus_clock());
  if (!device) return failure(chair + ": " + in_words(device.error()));
  return std::unique_ptr<ChairIndicator>(new ChairIndicator(chair, std::move(*device), config.settings));
}

void ChairIndicator::observe(const Observation& observation, const Settings& settings, Millis clock_time,
                             bool has_fault, SteadyTime now) {
  policy_.observe(observation, settings, clock_time, has_fault);
  drive(now);
}

ChairIndicator::Turn ChairIndicator::turn(const Settings& settings, SteadyTime now) {
  Turn turn;
  const auto pressed = [&](std::optional<Press> press) {
    if (press) turn.commands.push_back(policy_.press(*press, settings, now));
  };
  if (const auto edges = device_->take_edges())
    for (const ButtonEdge& edge : *edges) pressed(button_.edge(edge));
  else
    tell(tl::unexpected(edges.error()));
  pressed(button_.wake(now));
  drive(now);
  turn.next = earlier(policy_.next_wake(), button_.next_wake());
  return turn;
}

void ChairIndicator::drive(SteadyTime now) {
  tell(policy_.drive(now));
}

void ChairIndicator::tell(const Result<void>& done) {
  if (!done && !told_trouble_) log_warning(chair_ + ": " + done.error().message);
  told_trouble_ = !done;
}

}  // namespace chairhub
