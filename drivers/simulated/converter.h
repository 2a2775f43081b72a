// From what a pad shows to the counts of its converter: noise, whole counts,
// the ends of the range, and the faults a scenario asks for.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "drivers/simulated/scenario.h"
#include "hub/core/chair.h"
#include "hub/core/frame.h"
#include "hub/core/result.h"

namespace chairhub::simulated {

class SimulatedConverter {
 public:
  // Finds the pad of each fault; an unknown one is an error with the scenario's place.
  static Result<SimulatedConverter> make(const Chair& chair, const Scenario& scenario, std::uint64_t seed);

  // To be called each tick, so that a stuck pad sticks at the same value at every scan rate.
  void watch(std::size_t pad, Millis of_day, double shown);

  // `of_day` is the scenario's time of day; `tick` counts from the kit's start.
  PadReading read(std::size_t pad, Millis of_day, std::uint64_t tick, double shown) const;

 private:
  struct Fault {
    std::size_t pad;
    FaultPlan plan;
    std::optional<double> stuck_at;  // counts; set when the fault begins
  };

  SimulatedConverter(const Chair& chair, const Scenario& scenario, std::uint64_t seed);

  double drifted(std::size_t pad, Millis of_day) const;

  std::int32_t counts(const Pad& pad, double fraction, double noise_counts) const;
  PadReading faulty(const Fault& fault, Millis of_day, double noise, double shown) const;

  Chair chair_;
  std::uint64_t seed_;
  Millis begin_;
  double drift_per_hour_;  // of the span
  std::vector<Fault> faults_;
};

}  // namespace chairhub::simulated
