// Lets the pads' zeros follow their slow drift, while the chair is certainly
// empty: nobody and nothing on it for a while, every pad still, and every pad
// close to its zero already. What has come in a jump is a thing that lies
// there (a coat, a cat, a bag) and is never learned; the whole chair is left
// alone then. Also tells what the empty chair carries, for those who judge
// whether the calibration still fits (baseline_watch.h).
//
// Only the zero moves, never the span: so the zero of the calibration stays
// known as the end of the range less the span, also after a restart.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/observation.h"
#include "hub/core/pad_health.h"
#include "hub/core/sampler.h"
#include "hub/core/thresholds.h"

namespace chairhub {

// How far the pad's zero is from where it was calibrated, as a part of the span.
double zero_drift(const Pad& pad, const PadCalibration& calibration);

class ZeroKeeper {
 public:
  struct NewZero {
    std::size_t pad = 0;
    double zero = 0;
  };
  // What the empty chair carries, by pad, as a load that may be negative; unset for a pad that is not to be believed.
  using Rest = std::array<std::optional<double>, max_pads>;

  // `chair` outlives this.
  explicit ZeroKeeper(const Chair& chair) : chair_(chair) {}

  // Takes the next sample; `is_empty`: neither somebody nor something is seen on the chair. The zeros to be used from
  // now on are valid until the next call. A zero that has moved far enough to be worth telling goes to `events`.
  std::span<const NewZero> update(const Sample& sample, bool is_empty, std::span<const PadReport> pads,
                                  const Calibration& calibration, const Thresholds& thresholds,
                                  std::vector<Event>& events);

  // As of the present emptiness, or of the one before the present sitting; unset while it has not lasted long enough.
  const std::optional<Rest>& rest() const { return rest_; }

  // Time has jumped: what was being looked at is dropped.
  void restart();
  // Other zeros have come from elsewhere.
  void forget();

 private:
  // One pad over one window.
  struct Window {
    std::uint32_t samples = 0;
    double sum = 0;
    std::int32_t lowest = 0;
    std::int32_t highest = 0;
  };

  void collect(const Sample& sample, std::span<const PadReport> pads);
  bool is_still(const Calibration& calibration, const Thresholds& thresholds) const;
  Rest measure(const Calibration& calibration) const;
  void follow(const Calibration& calibration, Millis length, const Thresholds& thresholds);
  void tell(const Calibration& calibration, Moment at, std::vector<Event>& events);

  const Chair& chair_;
  std::optional<SteadyTime> empty_since_;
  std::optional<SteadyTime> window_since_;
  std::uint32_t samples_ = 0;
  std::array<Window, max_pads> windows_{};
  std::optional<Rest> rest_;
  std::vector<NewZero> new_zeros_;
  std::array<std::optional<double>, max_pads> told_{};  // the zero that was told last
};

}  // namespace chairhub
