#include "hub/core/posture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "hub/core/units.h"

namespace chairhub {
namespace {

constexpr std::array<std::pair<Posture, std::string_view>, 7> posture_names = {{
    {Posture::empty, "empty"},
    {Posture::object, "object"},
    {Posture::supported, "supported"},
    {Posture::unsupported_upright, "unsupported_upright"},
    {Posture::bent_forward, "bent_forward"},
    {Posture::slumped, "slumped"},
    {Posture::unknown, "unknown"},
}};

// Above `on` yes, below `off` no, between them as before.
bool with_hysteresis(double value, std::optional<bool> before, double on, double off) {
  return value >= (before.value_or(false) ? off : on);
}

// Follows `value`: quickly up, slowly down, because whoever bends a little must not lower the measure of upright.
void learn(double& learned, double value, Millis elapsed, const Thresholds& thresholds) {
  const double time_constant = value > learned ? thresholds.upright_learn_s : thresholds.upright_forget_s;
  learned += (value - learned) * std::min(1.0, to_seconds(elapsed) / time_constant);
}

// Taken for upright until some was seen: only very clear bending falls below.
UprightLevel nothing_seen(const Thresholds& thresholds) {
  return {thresholds.upright_rear, thresholds.upright_total};
}

// The pelvis is so far forward that the seat's rear tells nothing about the trunk.
bool perched(const Balance& balance, const Thresholds& thresholds) {
  return balance.rear_of_baseline && *balance.rear_of_baseline < thresholds.slumped_rear;
}

double percent(double part) {
  return std::round(100 * part);
}

}  // namespace

std::string_view to_string(Posture posture) {
  for (const auto& [value, name] : posture_names)
    if (value == posture) return name;
  return "";
}

std::optional<Posture> posture_from(std::string_view name) {
  for (const auto& [value, known] : posture_names)
    if (known == name) return value;
  return std::nullopt;
}

std::string_view to_string(Lean lean) {
  switch (lean) {
    case Lean::none:
      return "none";
    case Lean::left:
      return "left";
    case Lean::right:
      return "right";
  }
  return "";
}

// Bending takes load off the seat's rear and leaves the rear a smaller share of the seat. Their geometric mean tells
// more than either: sitting down anew changes all loads alike, which the share does not see, and sliding the pelvis
// changes the share, which the load follows less.
bool looks_bent(const Balance& balance, const UprightLevel& upright, const Thresholds& thresholds, double more) {
  if (!balance.seat_force_of_baseline) return false;
  const double total = *balance.seat_force_of_baseline / upright.total;
  if (total < thresholds.bent_total + more) return true;
  if (!balance.rear_force_of_baseline || perched(balance, thresholds)) return false;
  const double rear = *balance.rear_force_of_baseline / upright.rear;
  return std::sqrt(rear * (rear / total)) < thresholds.bent_rear + more;
}

const Stance& PostureJudge::update(const Balance& balance, bool has_back, bool settled, Millis elapsed,
                                   const Thresholds& thresholds) {
  Stance next;
  if (!balance.seat_of_baseline) learn_usual_lean(balance, elapsed, thresholds);
  next.lean = lean(balance, thresholds);
  next.supported = supported(balance, has_back, thresholds);
  if (!next.supported) {
    next.posture = Posture::unknown;
  } else if (*next.supported) {
    next.posture = slumped(balance, thresholds) ? Posture::slumped : Posture::supported;
  } else {
    next.forward = looks_bent(balance, upright_.value_or(nothing_seen(thresholds)), thresholds,
                              stance_.forward ? thresholds.bent_exit : 0.0);
    next.posture = next.forward ? Posture::bent_forward : Posture::unsupported_upright;
    if (settled && !next.forward) learn_upright(balance, elapsed, thresholds);
  }
  // One half second is a movement on its way, not yet a posture: the next one has to agree.
  const bool confirmed = is_first_ || next.posture == stance_.posture || next.posture == on_its_way_;
  on_its_way_ = next.posture;
  is_first_ = false;
  if (confirmed)
    stance_ = next;
  else
    stance_.lean = next.lean;
  return stance_;
}

void PostureJudge::begin_sitting() {
  stance_ = {};
  is_first_ = true;
  usual_lean_ = 0;
  usual_lean_samples_ = 0;
}

void PostureJudge::begin_person(const std::optional<UprightLevel>& upright) {
  begin_sitting();
  upright_ = upright;
}

std::optional<bool> PostureJudge::supported(const Balance& balance, bool has_back, const Thresholds& thresholds) const {
  if (!has_back) return std::nullopt;
  if (balance.back_of_baseline)
    return with_hysteresis(*balance.back_of_baseline, stance_.supported, thresholds.supported_on,
                           thresholds.supported_off);
  if (balance.seat_of_baseline) return std::nullopt;  // this person's back was not on the backrest when calibrated
  return with_hysteresis(balance.back_share, stance_.supported, thresholds.supported_share_on,
                         thresholds.supported_share_off);
}

void PostureJudge::learn_upright(const Balance& balance, Millis elapsed, const Thresholds& thresholds) {
  if (perched(balance, thresholds) || !balance.seat_force_of_baseline) return;
  if (!upright_) upright_ = nothing_seen(thresholds);
  if (balance.rear_force_of_baseline) learn(upright_->rear, *balance.rear_force_of_baseline, elapsed, thresholds);
  learn(upright_->total, *balance.seat_force_of_baseline, elapsed, thresholds);
}

bool PostureJudge::slumped(const Balance& balance, const Thresholds& thresholds) const {
  if (!balance.rear_of_baseline || !balance.front_of_baseline) return false;
  const bool before = stance_.posture == Posture::slumped;
  // Whoever leans hard on an armrest lifts the rear too, but loads one side only.
  return *balance.rear_of_baseline < (before ? thresholds.slumped_rear_off : thresholds.slumped_rear) &&
         *balance.front_of_baseline > thresholds.slumped_front && std::abs(balance.lean) < thresholds.slumped_even;
}

// A step towards the newest value, whatever its distance, settles at the median. The first steps are
// large, so that a few seconds find it; later ones so small that a lean of minutes stays one.
void PostureJudge::learn_usual_lean(const Balance& balance, Millis elapsed, const Thresholds& thresholds) {
  constexpr double first_step = 0.2;
  constexpr std::uint32_t first_samples = 20;
  const double slow = thresholds.lean_learn_per_min * to_minutes(elapsed);
  ++usual_lean_samples_;
  const double step = usual_lean_samples_ <= first_samples ? std::max(slow, first_step / usual_lean_samples_) : slow;
  const double way = balance.lean - usual_lean_;
  usual_lean_ += std::clamp(way, -step, step);
}

Lean PostureJudge::lean(const Balance& balance, const Thresholds& thresholds) const {
  const double on = thresholds.lean_on;
  const double off = on * thresholds.lean_off;
  const double lean = balance.seat_of_baseline ? balance.lean : balance.lean - usual_lean_;
  if (lean > (stance_.lean == Lean::right ? off : on)) return Lean::right;
  if (lean < -(stance_.lean == Lean::left ? off : on)) return Lean::left;
  return Lean::none;
}

std::string PostureJudge::why(const Balance& balance) const {
  switch (stance_.posture) {
    case Posture::supported:
    case Posture::unsupported_upright:
    case Posture::bent_forward: {
      const std::string back =
          balance.back_of_baseline
              ? fmt::format("the back carries {} % of what it does when supported", percent(*balance.back_of_baseline))
              : fmt::format("the back carries {} % of the load", percent(balance.back_share));
      return *stance_.supported ? back : back + why_unsupported(balance);
    }
    case Posture::slumped:
      return fmt::format("the back is loaded, the seat's rear carries {} % of what it does when supported",
                         percent(balance.rear_of_baseline.value_or(0)));
    case Posture::unknown:
      return balance.seat_of_baseline ? "support cannot be told: no load of the backrest to compare with"
                                      : "support cannot be told without a backrest";
    case Posture::empty:
    case Posture::object:
      break;
  }
  return "";
}

std::string PostureJudge::why_unsupported(const Balance& balance) const {
  if (!balance.rear_force_of_baseline) return "";
  const double part = *balance.rear_force_of_baseline / (upright_ ? upright_->rear : 1.0);
  if (upright_ && part >= 1) return "; the seat's rear no less than in your upright sitting";
  return fmt::format("; the seat's rear {} % of what it does {}", percent(part),
                     upright_ ? "in your upright sitting" : "when supported");
}

}  // namespace chairhub
