// Decides how somebody sits: the posture, supported or not, bent forward,
// leaning to a side; and can always say why. Presence is decided before
// (occupancy.h).
//
// What is relative to whom: support, slumping and leaning are measured against
// the person's calibrated, supported sitting. Bending forward is measured
// against the person's own upright sitting without support, which is measured
// when calibrating or learned while it is seen, because the level differs too
// much from person to person.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hub/core/balance.h"
#include "hub/core/calibration.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

enum class Posture : std::uint8_t {
  empty,
  object,
  supported,
  unsupported_upright,
  bent_forward,
  slumped,
  unknown,  // sensor fault, no backrest, or no calibration leaves it undecided
};

enum class Lean : std::uint8_t { none, left, right };

std::string_view to_string(Posture posture);
std::string_view to_string(Lean lean);
std::optional<Posture> posture_from(std::string_view name);

// How a person sits right now.
struct Stance {
  Posture posture = Posture::unknown;
  std::optional<bool> supported;  // unset where it cannot be known
  bool forward = false;
  Lean lean = Lean::none;
};

// Does sitting without support look bent forward beside this person's upright
// sitting? `more`: how much closer to upright still counts as bent.
bool looks_bent(const Balance& balance, const UprightLevel& upright, const Thresholds& thresholds, double more);

class PostureJudge {
 public:
  // `upright`: how this person sits without support, as far as it is known.
  explicit PostureJudge(const std::optional<UprightLevel>& upright = std::nullopt) : upright_(upright) {}

  // `has_back`: some pad of the backrest is believed. `settled`: the balance
  // covers the whole smoothing time, so it may be learned from.
  const Stance& update(const Balance& balance, bool has_back, bool settled, Millis elapsed,
                       const Thresholds& thresholds);

  // Somebody has sat down anew: no hysteresis from before. What was learned about the person stays.
  void begin_sitting();

  // Another person, or another calibration: from here on `upright` is what is known.
  void begin_person(const std::optional<UprightLevel>& upright);

  // The same person by other pads of the seat, for which this level holds.
  void compare_with(const UprightLevel& upright) { upright_ = upright; }

  // The person's upright sitting without support as measured or learned; unset until some was seen.
  const std::optional<UprightLevel>& upright() const { return upright_; }

  const Stance& stance() const { return stance_; }

  // The numbers behind the present stance, in one line for a person.
  std::string why(const Balance& balance) const;

 private:
  std::optional<bool> supported(const Balance& balance, bool has_back, const Thresholds& thresholds) const;
  bool slumped(const Balance& balance, const Thresholds& thresholds) const;
  Lean lean(const Balance& balance, const Thresholds& thresholds) const;
  void learn_usual_lean(const Balance& balance, Millis elapsed, const Thresholds& thresholds);
  void learn_upright(const Balance& balance, Millis elapsed, const Thresholds& thresholds);
  std::string why_unsupported(const Balance& balance) const;

  Stance stance_;
  Posture on_its_way_ = Posture::unknown;  // what the last half second looked like
  bool is_first_ = true;                   // of this sitting
  std::optional<UprightLevel> upright_;
  // Without a baseline: where the left/right balance of this sitting usually is, its running median.
  double usual_lean_ = 0;
  std::uint32_t usual_lean_samples_ = 0;
};

}  // namespace chairhub
