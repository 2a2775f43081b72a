// From one sample to a judgement: pad health, loads, balance, occupancy and
// posture in their order. Everything that depends on more than "how does
// somebody sit right now" comes behind it (detector.h).
//
// Postures are judged on the median load of the last few samples; presence on
// the newest one, because it waits by itself.

#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "hub/core/balance.h"
#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/occupancy.h"
#include "hub/core/pad_health.h"
#include "hub/core/posture.h"
#include "hub/core/sampler.h"
#include "hub/core/thresholds.h"

namespace chairhub {

struct Judgement {
  Posture posture = Posture::unknown;
  bool occupied = false;
  std::optional<bool> supported;  // unset where it cannot be known
  bool forward = false;
  Lean lean = Lean::none;
  bool calibrated = false;  // this person's baseline is known
  bool learned = false;     // a sitting has just ended, and it has changed what is known about the person
  Balance balance;
};

class Recognition {
 public:
  // `chair` outlives this.
  Recognition(const Chair& chair, Calibration calibration);

  // Takes the next sample. Pads whose status has just changed go to `changed`.
  const Judgement& update(const Sample& sample, const Thresholds& thresholds, std::vector<PadStatusChanged>& changed);

  // From now on judges by this calibration. What was learned about the person
  // stays when only the zeros have changed.
  void use(Calibration calibration);

  // A zero has drifted; all else stays as it is.
  void move_zero(std::size_t pad, double zero) { calibration_.pads[pad].zero = zero; }

  // Forgets the recent past, because time has jumped; pad health stays.
  void restart();

  // With the upright level as learned so far.
  const Calibration& calibration() const { return calibration_; }
  const Loads& loads() const { return loads_; }                          // the newest
  std::span<const PadReport> pads() const { return health_.reports(); }  // in the order of Chair::pads

  // The numbers behind the present posture, in one line for a person.
  std::string why() const;

 private:
  // The loads of the last few samples, and their median.
  class Window {
   public:
    // With another `length` than before it begins anew.
    void add(const Loads& loads, std::size_t length);
    void clear();
    std::size_t size() const { return size_; }
    // The newest with each pad's median in the place of its load.
    Loads median(Loads newest) const;

   private:
    static constexpr std::size_t capacity = 9;
    std::array<std::array<double, capacity>, max_pads> loads_{};  // of each pad, in any order
    std::size_t length_ = 1;
    std::size_t size_ = 0;
    std::size_t next_ = 0;
  };

  void measure(const Sample& sample);
  void follow_pads();
  const std::optional<UprightLevel>& known_upright() const;
  double noise() const;
  bool back_believed() const;
  Posture posture_without_person() const;
  void judge_nobody();
  void end_sitting();

  const Chair& chair_;
  Calibration calibration_;
  Scales scales_;
  PadHealth health_;
  Occupancy occupancy_;
  PostureJudge posture_;
  std::optional<UprightLevel> kept_upright_;   // as others know it
  std::optional<UprightLevel> whole_upright_;  // put aside while a pad of the seat is out
  std::bitset<max_pads> out_;                  // pads of the seat that the person was measured with
  bool can_learn_ = true;                      // how they sit upright, from the pads that are left
  Loads loads_;                                // the newest
  Window window_;
  Judgement judgement_;
};

}  // namespace chairhub
