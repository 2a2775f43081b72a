// Says when the calibration may not be right any more, and what to do: it is
// old, a zero has drifted far, something hangs over the backrest, somebody
// else sits there, or the person's load has lain elsewhere through several
// sittings, as with a cushion added. Posture is not complained about then;
// time is.
//
// Each reason ends by itself when it fits again, and all end with a new
// calibration.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/observation.h"
#include "hub/core/sitting_pattern.h"
#include "hub/core/thresholds.h"
#include "hub/core/zero_keeper.h"

namespace chairhub {

class BaselineWatch {
 public:
  // What one half second says.
  struct Now {
    Moment at{};
    Millis elapsed{};
    bool occupied = false;
    bool like_baseline = false;  // sits as when calibrated, and settled
    std::string_view stranger;   // why it is somebody else; empty when it is not
  };

  // `chair` outlives this.
  explicit BaselineWatch(const Chair& chair) : chair_(chair) {}

  void update(const Now& now, const Loads& loads, const Calibration& calibration, const ZeroKeeper& zeros,
              const Thresholds& thresholds, std::vector<Event>& events);

  // Another profile was chosen, or how its person sits was measured anew.
  void change_person();
  // The zeros were taken anew.
  void take_zeros();

  // Why the calibration is in doubt, for a person; empty while it is trusted.
  const std::string& doubt() const { return doubt_; }

 private:
  // In the order in which they are told when there are several.
  enum Reason : std::uint8_t { other_person, load_elsewhere, zero_far, something_there, old, reasons };

  void look_at_empty_chair(const ZeroKeeper& zeros, const Calibration& calibration, const Thresholds& thresholds);
  std::string far_zero(const Calibration& calibration, const ZeroKeeper::Rest& rest,
                       const Thresholds& thresholds) const;
  std::string thing_on(Zone zone, const Calibration& calibration, const ZeroKeeper::Rest& rest,
                       const Thresholds& thresholds) const;
  void judge_sitting(const Calibration& calibration, const Thresholds& thresholds);

  const Chair& chair_;
  std::array<std::string, reasons> why_;
  std::string doubt_;
  bool was_occupied_ = false;
  bool is_judged_ = false;          // this sitting
  SittingPattern pattern_;          // of this sitting
  std::uint32_t sittings_off_ = 0;  // one after the other that did not fit
};

}  // namespace chairhub
