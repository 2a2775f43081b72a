// A shipped scenario, spent with the detection: a minute of calibration, then
// the day.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/kit.h"
#include "hub/core/observation.h"

namespace chairhub {

class Day {
 public:
  explicit Day(const std::string& scenario);

  const Chair& chair() const { return chair_; }

  // Empty from the third second to the fifteenth, supported from the 32nd to
  // the 55th: every scenario begins like that.
  Calibration calibrate();

  // The rest of the day. `change` may alter each frame before it is judged; `keep` sees all that is said of it.
  void spend(const Calibration& calibration, const std::function<void(Frame&)>& change,
             const std::function<void(const Observation&)>& keep);

 private:
  Chair chair_;
  std::unique_ptr<Kit> kit_;
  std::optional<SteadyTime> begin_;
};

}  // namespace chairhub
