// Decides how somebody sits: the posture, supported or not, bent forward,
// leaning to a side; and can always say why. Presence is decided before
// (occupancy.h).
//
// What is relative to whom: support, slumping and leaning are measured against
// the person's calibrated, supported sitting. Bending forward is measured
// against the person's own upright sitting without support, which is learned
// while it is seen, because the level differs too much from person to person.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hub/core/balance.h"
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

class PostureJudge {
 public:
  // `has_back`: some pad of the backrest is believed. `settled`: the balance
  // covers the whole smoothing time, so it may be learned from.
  const Stance& update(const Balance& balance, bool has_back, bool settled, Millis elapsed,
                       const Thresholds& thresholds);

  // Somebody has sat down anew: no hysteresis from before. What was learned about the person stays.
  void begin_sitting();

  // Another person, or another calibration: what was learned is forgotten.
  void forget_person();

  const Stance& stance() const { return stance_; }

  // The numbers behind the present stance, in one line for a person.
  std::string why(const Balance& balance) const;

 private:
  std::optional<bool> supported(const Balance& balance, bool has_back, const Thresholds& thresholds) const;
  bool bent(const Balance& balance, const Thresholds& thresholds) const;
  bool slumped(const Balance& balance, const Thresholds& thresholds) const;
  Lean lean(const Balance& balance, const Thresholds& thresholds) const;
  void learn_usual_lean(const Balance& balance, Millis elapsed, const Thresholds& thresholds);
  void learn_upright(const Balance& balance, Millis elapsed, const Thresholds& thresholds);
  double upright_rear(const Thresholds& thresholds) const;
  double upright_total(const Thresholds& thresholds) const;
  std::string why_unsupported(const Balance& balance) const;

  Stance stance_;
  Posture on_its_way_ = Posture::unknown;  // what the last half second looked like
  bool is_first_ = true;                   // of this sitting
  // The most upright unsupported sitting seen, against the supported baseline; unset until some was seen.
  std::optional<double> learned_rear_;
  std::optional<double> learned_total_;
  // Without a baseline: where the left/right balance of this sitting usually is, its running median.
  double usual_lean_ = 0;
  std::uint32_t usual_lean_samples_ = 0;
};

}  // namespace chairhub
