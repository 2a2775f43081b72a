// Plays a scenario on a chair, for the tests of the simulated kit.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "drivers/catalogue.h"
#include "tests/drivers/chairs.h"
#include "tests/support/moments.h"
#include "tests/support/temporary_folder.h"

namespace chairhub {

class Simulation {
 public:
  void scenario(std::string_view text) { folder_.write("day.scenario", text); }
  void option(std::string key, std::variant<bool, std::int64_t, double, std::string> value) {
    options_.push_back({std::move(key), std::move(value), "hub.toml:9:1"});
  }
  void rate_hz(double rate) { rate_hz_ = rate; }
  void on(Chair chair) { chair_ = std::move(chair); }
  const Chair& chair() const { return chair_; }

  Result<std::unique_ptr<Kit>> make() const {
    std::vector<KitOption> options = options_;
    if (std::filesystem::exists(folder_.path() / "day.scenario"))
      options.push_back({"scenario", std::string("day.scenario"), "hub.toml:4:1"});
    return make_kit({"simulated", rate_hz_, options, "hub.toml:2:1", folder_.path().string()}, chair_);
  }
  std::unique_ptr<Kit> kit() const {
    auto made = make();
    EXPECT_TRUE(made) << made.error().message;
    return std::move(*made);
  }

  // The frames of the whole scenario, or of its beginning.
  std::vector<Frame> play(Millis at_most = std::chrono::hours(24)) const {
    std::vector<Frame> frames;
    const auto played = kit();
    for (Frame frame; played->scan(morning(), frame) && frame.at.steady.time_since_epoch() < at_most;)
      frames.push_back(frame);
    return frames;
  }

 private:
  TemporaryFolder folder_;
  Chair chair_ = office_chair();
  std::vector<KitOption> options_;
  double rate_hz_ = 10;
};

// The mean load of a zone's pads (fractions of the span, missing ones left out) over [from, to) of the play.
inline double mean_load(const std::vector<Frame>& frames, const Chair& chair, Zone zone, Millis from, Millis to) {
  double sum = 0, count = 0;
  for (const Frame& frame : frames) {
    const Millis at = frame.at.steady.time_since_epoch();
    for (std::size_t pad = 0; pad < chair.pads.size(); ++pad) {
      const auto& [unloaded, loaded] = chair.pads[pad].range;
      if (at < from || at >= to || chair.pads[pad].zone != zone || frame.pads[pad].signal != Signal::ok) continue;
      sum += static_cast<double>(frame.pads[pad].counts - unloaded) / (loaded - unloaded);
      ++count;
    }
  }
  return count > 0 ? sum / count : 0;
}

// The mean load of the pads for which `weight` is positive against those for which it is negative:
// (P-N)/(P+N) over the seat, as for left and right or front and rear.
template <class Weight>
double seat_ratio(const std::vector<Frame>& frames, const Chair& chair, Millis from, Millis to, Weight weight) {
  double positive = 0, negative = 0;
  for (const Frame& frame : frames) {
    const Millis at = frame.at.steady.time_since_epoch();
    if (at < from || at >= to) continue;
    for (std::size_t pad = 0; pad < chair.pads.size(); ++pad) {
      const Pad& layout = chair.pads[pad];
      if (layout.zone != Zone::seat) continue;
      (weight(layout) > 0 ? positive : negative) +=
          static_cast<double>(frame.pads[pad].counts - layout.range.unloaded) /
          (layout.range.loaded - layout.range.unloaded);
    }
  }
  return (positive - negative) / (positive + negative);
}

}  // namespace chairhub
