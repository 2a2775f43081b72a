#include "hub/doctor/kit_trial.h"

#include <chrono>

namespace chairhub {
namespace {

Moment moment_of(Nanos now) {
  const auto steady = std::chrono::duration_cast<Millis>(now);
  return {SteadyTime(steady), WallTime(steady)};
}

void note_frame(const Frame& frame, KitTrial& trial) {
  ++trial.scans;
  trial.pads.resize(frame.pad_count);
  for (std::size_t pad = 0; pad < frame.pad_count; ++pad) {
    const PadReading& reading = frame.pads.at(pad);
    ++trial.pads[pad].signals.at(static_cast<std::size_t>(reading.signal));
    if (reading.signal == Signal::ok) trial.pads[pad].counts += reading.counts;
  }
}

bool scan_once(Kit& kit, Nanos now, Frame& frame, KitTrial& trial) {
  const bool goes_on = kit.scan(moment_of(now), frame);
  for (std::string& notice : kit.take_notices()) trial.notices.push_back(std::move(notice));
  if (goes_on) note_frame(frame, trial);
  return goes_on;
}

// As the service's scan thread does it: late scans are skipped.
void scan_in_time(Kit& kit, BusClock& clock, Millis length, KitTrial& trial) {
  const Nanos begin = clock.now();
  Frame frame;
  for (Nanos due = begin; due - begin < length && scan_once(kit, clock.now(), frame, trial);) {
    due += trial.pace.interval;
    const Nanos now = clock.now();
    for (; due < now; due += trial.pace.interval) ++trial.missed;
    clock.wait(due - now);
  }
}

void play(Kit& kit, Nanos now, Millis length, KitTrial& trial) {
  Frame frame;
  if (!scan_once(kit, now, frame, trial)) return;
  const SteadyTime begin = frame.at.steady;
  while (frame.at.steady - begin < length && scan_once(kit, now, frame, trial)) {
  }
}

}  // namespace

KitTrial try_kit(Kit& kit, BusClock& clock, Millis length) {
  KitTrial trial;
  trial.pace = kit.pace();
  trial.description = kit.describe();
  if (trial.pace.own_time)
    play(kit, clock.now(), length, trial);
  else
    scan_in_time(kit, clock, length, trial);
  return trial;
}

}  // namespace chairhub
