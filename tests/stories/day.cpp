#include "tests/stories/day.h"

#include <stdexcept>

#include "drivers/catalogue.h"
#include "hub/core/detector.h"
#include "hub/core/local_time.h"
#include "hub/core/sampler.h"

namespace chairhub {
namespace {

Chair chair_of_the_stories() {
  const CountRange range{0, 4095};
  return {"desk",
          "desk",
          {{"seat_rl", Zone::seat, -0.30, 0.30, range},
           {"seat_rr", Zone::seat, 0.30, 0.30, range},
           {"seat_fl", Zone::seat, -0.50, 0.75, range},
           {"seat_fr", Zone::seat, 0.50, 0.75, range},
           {"back_ll", Zone::back, -0.30, 0.35, range},
           {"back_lr", Zone::back, 0.30, 0.35, range},
           {"back_ul", Zone::back, -0.45, 0.75, range},
           {"back_ur", Zone::back, 0.45, 0.75, range}}};
}

std::unique_ptr<Kit> kit_of(const std::string& scenario, const Chair& chair) {
  const std::vector<KitOption> options = {
      {"scenario", scenario, "story"}, {"speed", 0.0, "story"}, {"start", std::string("2026-03-02T09:00"), "story"}};
  auto kit = make_kit({"simulated", 10, options, "story", "."}, chair);
  if (!kit) throw std::runtime_error(kit.error().message);
  return std::move(*kit);
}

}  // namespace

Day::Day(const std::string& scenario) : chair_(chair_of_the_stories()), kit_(kit_of(scenario, chair_)) {}

Calibration Day::calibrate() {
  CalibrationBuilder builder(chair_, uncalibrated(chair_));
  Sampler sampler;
  Frame frame;
  while (kit_->scan({}, frame)) {
    if (!begin_) begin_ = frame.at.steady;
    const Millis passed = frame.at.steady - *begin_;
    const Sample* sample = sampler.add(frame);
    if (passed > Seconds(56)) break;
    if (sample && passed > Seconds(3) && passed < Seconds(15)) builder.add_empty(*sample);
    if (sample && passed > Seconds(32) && passed < Seconds(55)) builder.add_supported(*sample);
  }
  auto calibration = builder.finish(frame.at.wall);
  if (!calibration) throw std::runtime_error(calibration.error().message);
  return *calibration;
}

void Day::spend(const Calibration& calibration, const std::function<void(Frame&)>& change,
                const std::function<void(const Observation&)>& keep) {
  const FixedOffset utc;
  DetectorStart start;
  start.calibration = calibration;
  start.settings.cause_on.fill(true);
  Detector detector(chair_, utc, std::move(start));
  Frame frame;
  while (kit_->scan({}, frame)) {
    change(frame);
    keep(detector.update(frame));
  }
  keep(detector.stop());
}

}  // namespace chairhub
