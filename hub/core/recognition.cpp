#include "hub/core/recognition.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "hub/core/middles.h"
#include "hub/core/units.h"

namespace chairhub {
namespace {

constexpr double sample_s = 0.5;

bool same_person(const Calibration& a, const Calibration& b) {
  if (a.has_person() != b.has_person() || a.pads.size() != b.pads.size()) return false;
  for (std::size_t i = 0; i < a.pads.size(); ++i)
    if (a.pads[i].supported != b.pads[i].supported) return false;
  return true;
}

std::bitset<max_pads> seat_pads_out(const Chair& chair, const Calibration& calibration, const Loads& loads) {
  std::bitset<max_pads> out;
  for (std::uint32_t i = 0; i < loads.count; ++i)
    out[i] = chair.pads[i].zone == Zone::seat && calibration.pads[i].supported && !loads.believed[i];
  return out;
}

}  // namespace

void Recognition::Window::add(const Loads& loads, std::size_t length) {
  length = std::clamp<std::size_t>(length, 1, capacity);
  if (length != length_) clear();
  length_ = length;
  for (std::uint32_t i = 0; i < loads.count; ++i) loads_[i][next_] = loads.load[i];
  next_ = (next_ + 1) % length_;
  size_ = std::min(size_ + 1, length_);
}

void Recognition::Window::clear() {
  size_ = 0;
  next_ = 0;
}

Loads Recognition::Window::median(Loads newest) const {
  for (std::uint32_t i = 0; i < newest.count; ++i) {
    const auto [lower, upper] = middles<double>({loads_[i].data(), size_});
    newest.load[i] = (lower + upper) / 2;
  }
  return newest;
}

Recognition::Recognition(const Chair& chair, Calibration calibration)
    : chair_(chair), calibration_(std::move(calibration)), scales_(chair), health_(chair) {
  if (calibration_.pads.size() != chair.pads.size()) calibration_ = uncalibrated(chair);
  posture_.begin_person(calibration_.upright);
  kept_upright_ = calibration_.upright;
}

void Recognition::use(Calibration calibration) {
  if (calibration.pads.size() != chair_.pads.size()) calibration = uncalibrated(chair_);
  const bool measured_anew = calibration.upright && calibration.upright != calibration_.upright;
  if (!same_person(calibration_, calibration) || measured_anew) {
    posture_.begin_person(calibration.upright);
    kept_upright_ = whole_upright_ = calibration.upright;
  }
  calibration_ = std::move(calibration);
  calibration_.upright = known_upright();
  window_.clear();
}

void Recognition::restart() {
  window_.clear();
  occupancy_.restart();
  posture_.begin_sitting();
}

const Judgement& Recognition::update(const Sample& sample, const Thresholds& thresholds,
                                     std::vector<PadStatusChanged>& changed) {
  if (sample.elapsed > seconds(2 * thresholds.smoothing_s)) restart();
  const bool was_person = occupancy_.presence() == Presence::person;
  health_.update(sample, calibration_, was_person, thresholds, changed);
  measure(sample);
  follow_pads();

  const Balance newest = scales_.weigh(loads_, calibration_);
  Fullness fullness = fullness_of(newest);
  fullness.noise = noise();
  const bool person = occupancy_.update(fullness, sample.at.steady, thresholds) == Presence::person;

  // The window begins with the first loaded sample, so that sitting down is not smeared by the empty chair.
  const auto length = static_cast<std::size_t>(std::lround(thresholds.smoothing_s / sample_s));
  if (person || occupancy_.loaded())
    window_.add(loads_, length);
  else
    window_.clear();

  judgement_.learned = false;
  if (was_person && !person) end_sitting();
  judgement_.occupied = person;
  judgement_.calibrated = calibration_.has_person();
  judgement_.balance = person ? scales_.weigh(window_.median(loads_), calibration_) : newest;
  if (!person) {
    judge_nobody();
    return judgement_;
  }
  if (!was_person) posture_.begin_sitting();
  if (occupancy_.leaving()) return judgement_;
  const bool may_learn = can_learn_ && window_.size() >= length;
  const Stance& stance = posture_.update(judgement_.balance, back_believed(), may_learn, sample.elapsed, thresholds);
  calibration_.upright = known_upright();
  judgement_.posture = stance.posture;
  judgement_.supported = stance.supported;
  judgement_.forward = stance.forward;
  judgement_.lean = stance.lean;
  return judgement_;
}

void Recognition::judge_nobody() {
  judgement_.posture = posture_without_person();
  judgement_.supported.reset();
  judgement_.forward = false;
  judgement_.lean = Lean::none;
}

// Worth keeping beyond this run when it would move a judgement: by a third of what parts bent from upright.
void Recognition::end_sitting() {
  constexpr double worth_keeping = 0.03;
  const auto& now = calibration_.upright;
  if (!now) return;
  const auto moved = [](double a, double b) { return std::abs(a - b) > worth_keeping * b; };
  if (kept_upright_ && !moved(now->rear, kept_upright_->rear) && !moved(now->total, kept_upright_->total)) return;
  kept_upright_ = now;
  judgement_.learned = true;
}

// A pad that misses a sample keeps its last load until pad health gives it up.
void Recognition::measure(const Sample& sample) {
  loads_.count = static_cast<std::uint32_t>(chair_.pads.size());
  for (std::uint32_t i = 0; i < loads_.count; ++i) {
    const PadCalibration& pad = calibration_.pads[i];
    if (i < sample.pad_count && sample.present[i]) loads_.load[i] = pad.load_of(sample.counts[i]);
    loads_.believed[i] = health_.believed(i) && (!calibration_.has_person() || pad.supported.has_value());
  }
}

// With a pad of the seat out, the others tell of the same sitting by other numbers: what is learned from them holds for
// them alone, and is better than nothing where nothing was known.
void Recognition::follow_pads() {
  const auto out = seat_pads_out(chair_, calibration_, loads_);
  if (out == out_) return;
  if (out_.none()) whole_upright_ = posture_.upright();
  out_ = out;
  can_learn_ = out.none() || scales_.has_rear_on_both_sides(loads_);
  if (whole_upright_) posture_.compare_with(*whole_upright_);
}

// By the whole seat.
const std::optional<UprightLevel>& Recognition::known_upright() const {
  return out_.none() ? posture_.upright() : whole_upright_;
}

// Standard deviation of the fullness while the chair is empty, from the pads' own.
double Recognition::noise() const {
  double squares = 0;
  double own = 0;
  for (std::uint32_t i = 0; i < loads_.count; ++i) {
    const PadCalibration& pad = calibration_.pads[i];
    if (!loads_.believed[i] || pad.span == 0) continue;
    squares += (pad.noise / pad.span) * (pad.noise / pad.span);
    own += pad.supported.value_or(0.0);
  }
  return std::sqrt(squares) / (calibration_.has_person() && own > 0 ? own : 1.0);
}

bool Recognition::back_believed() const {
  for (std::uint32_t i = 0; i < loads_.count; ++i)
    if (chair_.pads[i].zone == Zone::back && loads_.believed[i]) return true;
  return false;
}

// A seat without one believed pad cannot be called empty.
Posture Recognition::posture_without_person() const {
  if (occupancy_.presence() == Presence::object) return Posture::object;
  for (std::uint32_t i = 0; i < loads_.count; ++i)
    if (chair_.pads[i].zone == Zone::seat && loads_.believed[i]) return Posture::empty;
  return Posture::unknown;
}

std::string Recognition::why() const {
  const Balance& balance = judgement_.balance;
  if (judgement_.occupied) return posture_.why(balance);
  if (judgement_.posture == Posture::unknown) return "no pad of the seat can be believed";
  const auto whole = balance.seat_of_baseline
                         ? fmt::format("{:.0f} % of the load when sitting supported", 100 * fullness_of(balance).value)
                         : fmt::format("the load of {:.2f} pads", fullness_of(balance).value);
  return judgement_.posture == Posture::object ? "something light or still: " + whole : whole;
}

}  // namespace chairhub
