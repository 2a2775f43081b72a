// Decides for each pad whether its readings are to be believed, and says why
// not. A pad that is not `ok` takes no part in any decision. Does not look at
// posture: it only has to know whether somebody sits.
//
// Slow to condemn and slower to forgive, so that it never flaps: a fault has to
// last (thresholds pad_*), and a pad comes back only after minutes of sound
// readings with somebody on the chair.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/sampler.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

enum class PadStatus : std::uint8_t {
  ok,
  missing,    // does not answer
  open_wire,  // the five that the kit sees electrically (Signal in frame.h)
  short_circuit,
  out_of_range,
  below_ground,
  crosstalk,
  dead,       // stays unloaded through many sittings, or where this person loads it
  stuck,      // stays at one reading through several sittings
  saturated,  // at the end of its range while somebody sits
  noisy,      // jumps while the others are still
};

std::string_view to_string(PadStatus status);

struct PadReport {
  PadStatus status = PadStatus::ok;
  std::string reason;       // "reads 4015 while somebody sits; its range ends at 4095"; empty when ok
  std::uint32_t times = 0;  // how often it has left `ok` since start
  Moment since{};
};

struct PadStatusChanged {
  std::size_t pad = 0;  // index into Chair::pads
  PadStatus from = PadStatus::ok;
  PadReport now;
};

// One full pad among others that are far from it is a fault; several nearly full ones are a sitter who is heavy for
// them. A quarter of a zone: whoever leans over one side of a cushion of nine fills three.
inline constexpr double nearly_full = 0.90;  // of the range
constexpr bool filled_by_sitter(std::size_t nearly_full_pads, std::size_t pads) {
  return 2 * nearly_full_pads > pads || (nearly_full_pads >= 2 && 4 * nearly_full_pads > pads);
}

class PadHealth {
 public:
  // `chair` outlives this.
  explicit PadHealth(const Chair& chair);

  // Takes the next sample; `occupied` is what was known before it. Pads whose
  // status has just changed are appended to `changed`.
  void update(const Sample& sample, const Calibration& calibration, bool occupied, const Thresholds& thresholds,
              std::vector<PadStatusChanged>& changed);

  // A pad that has not answered yet is not believed, whatever its status.
  bool believed(std::size_t pad) const { return watches_[pad].answered && reports_[pad].status == PadStatus::ok; }
  std::span<const PadReport> reports() const { return reports_; }

 private:
  // What is remembered of one pad.
  struct Watch {
    bool answered = false;
    std::int32_t counts = 0;
    double level = 0;    // of the range; 0 unloaded, 1 loaded
    double jumping = 0;  // mean change in half a second, of the range
    double anchor = 0;   // the level it has stayed near
    std::uint32_t sittings_at_anchor = 0;
    Millis silent{};
    Signal instead = Signal::missing;  // what comes while silent
    Millis instead_for{};
    Millis full{};  // time at the end of the range, less time away from it
    Millis jumpy{};
    Millis lost{};   // unloaded although this person loads it, and its zone is loaded
    Millis sound{};  // since the last sign of the present fault, while occupied
  };
  using T = Thresholds;

  void count_sittings(bool occupied);
  void read(Watch& watch, const Pad& pad, const Sample& sample, std::size_t index, const T& thresholds);
  void follow(Watch& watch, bool occupied, Millis elapsed, const T& thresholds) const;
  void follow_loss(const Calibration& calibration, bool occupied, Millis elapsed, const T& thresholds);
  double usual_jump() const;
  bool zone_full(Zone zone) const;
  PadStatus fault(std::size_t index, const T& thresholds) const;
  PadStatus absence(std::size_t index, const T& thresholds) const;
  bool still_faulty(const Watch& watch, PadStatus status, const T& thresholds) const;
  PadStatus judge(std::size_t index, bool occupied, Millis elapsed, const T& thresholds);
  std::string reason(std::size_t index, PadStatus status) const;

  const Chair& chair_;
  std::vector<Watch> watches_;
  std::vector<PadReport> reports_;
  bool was_occupied_ = false;
  std::uint32_t sittings_ = 0;  // begun so far
};

}  // namespace chairhub
