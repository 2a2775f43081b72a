#include "drivers/simulated/converter.h"

#include <algorithm>
#include <cmath>

#include "drivers/simulated/pad_words.h"
#include "drivers/simulated/random.h"

namespace chairhub::simulated {
namespace {

constexpr double noise_of_span = 0.0008;
constexpr double noise_when_noisy = 0.15;
constexpr std::uint64_t stream_noise = 1000;  // plus the pad
constexpr std::uint64_t stream_drift = 3;

double span_of(const Pad& pad) {
  return static_cast<double>(pad.range.loaded) - pad.range.unloaded;
}

bool holds(const TimeSpan& span, Millis time) {
  return time >= span.from && time < span.to;
}

}  // namespace

SimulatedConverter::SimulatedConverter(const Chair& chair, const Scenario& scenario, std::uint64_t seed)
    : chair_(chair), seed_(seed), begin_(scenario.begin()), drift_per_hour_(scenario.zero_drift_per_hour / 100) {}

Result<SimulatedConverter> SimulatedConverter::make(const Chair& chair, const Scenario& scenario, std::uint64_t seed) {
  SimulatedConverter converter(chair, scenario, seed);
  for (const FaultPlan& plan : scenario.faults) {
    const auto pad = find_pad(chair, plan.pad, plan.where);
    if (!pad) return tl::unexpected(pad.error());
    converter.faults_.push_back({*pad, plan, std::nullopt});
  }
  return converter;
}

void SimulatedConverter::watch(std::size_t pad, Millis of_day, double shown) {
  for (Fault& fault : faults_) {
    if (fault.pad != pad || fault.plan.kind != FaultKind::stuck) continue;
    if (!holds(fault.plan.when, of_day))
      fault.stuck_at.reset();
    else if (!fault.stuck_at)
      fault.stuck_at = fault.plan.value.value_or(counts(chair_.pads[pad], shown, 0));
  }
}

PadReading SimulatedConverter::read(std::size_t pad, Millis of_day, std::uint64_t tick, double shown) const {
  const double noise = bell_at(seed_, stream_noise + pad, tick);
  for (const Fault& fault : faults_)
    if (fault.pad == pad && holds(fault.plan.when, of_day)) return faulty(fault, of_day, noise, shown);
  const Pad& layout = chair_.pads[pad];
  return {counts(layout, shown + drifted(pad, of_day), noise * noise_of_span * span_of(layout)), Signal::ok};
}

// Parts drift unequally: by half to one and a half of what the scenario says.
double SimulatedConverter::drifted(std::size_t pad, Millis of_day) const {
  const double hours = static_cast<double>((of_day - begin_).count()) / 3'600'000;
  return drift_per_hour_ * hours * (1 + 0.5 * even_at(seed_, stream_drift, pad));
}

PadReading SimulatedConverter::faulty(const Fault& fault, Millis of_day, double noise, double shown) const {
  const Pad& pad = chair_.pads[fault.pad];
  const double noise_counts = noise * noise_of_span * span_of(pad);
  switch (fault.plan.kind) {
    case FaultKind::dead:
      return {pad.range.unloaded, Signal::ok};
    case FaultKind::stuck:
      return {static_cast<std::int32_t>(fault.stuck_at.value()), Signal::ok};
    case FaultKind::saturated:
      return {pad.range.loaded, Signal::ok};
    case FaultKind::noisy:
      return {counts(pad, shown, noise * noise_when_noisy * span_of(pad)), Signal::ok};
    case FaultKind::missing:
      return {};
    // As a driver tells them whose pads have their end-of-line resistors. The kit knows no supply; the ends of the
    // pad's range stand for it.
    case FaultKind::open_wire:
      return {pad.range.unloaded, Signal::open_wire};
    case FaultKind::short_circuit:
      return {pad.range.loaded, Signal::short_circuit};
    case FaultKind::drift: {
      const TimeSpan& when = fault.plan.when;
      const double part =
          static_cast<double>((of_day - when.from).count()) / static_cast<double>((when.to - when.from).count());
      return {counts(pad, shown + fault.plan.value.value() / 100 * part, noise_counts), Signal::ok};
    }
  }
  return {};
}

std::int32_t SimulatedConverter::counts(const Pad& pad, double fraction, double noise_counts) const {
  const double exact = pad.range.unloaded + fraction * span_of(pad) + noise_counts;
  const auto [low, high] = std::minmax(pad.range.unloaded, pad.range.loaded);
  return static_cast<std::int32_t>(std::clamp<double>(std::floor(exact + 0.5), low, high));
}

}  // namespace chairhub::simulated
