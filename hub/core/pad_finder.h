// Learns which channel each pad of a new chair is on, from frames of all
// channels: what they read while nobody touches the chair, then, pad by pad,
// which one moves when that pad is pressed. Where that is not clear it doubts
// and waits for the person's answer; the words are somebody else's.
//
// Pure: driven by frames, whose time is the only one there is.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/frame.h"
#include "hub/core/sampler.h"

namespace chairhub {

// What the counts of a converter can be.
struct CountScale {
  double full = 4095;      // from an unloaded pad to the end of its range
  bool both_ways = false;  // load cells: unloaded is anywhere, and counts may go either way; else they are 0 to full
};

enum class FinderStep : std::uint8_t {
  resting,    // 4 s: nobody touches the chair
  pressing,   // pad() is to be pressed, and held
  releasing,  // and let go
  doubtful,   // waits for again(), leave_out() or take()
  done,
};

enum class Doubt : std::uint8_t {
  none,
  silent,              // no channel reads anything
  nothing_moved,       // for half a minute
  barely_changes,      // `channel` moved, by less than a pad that is pressed does
  moves_with_another,  // `channel` and `other` moved alike
  taken,               // `channel` moved, which is another pad's
  does_not_return,     // `channel` reads as if it were still pressed
};

// What was seen when in doubt. Parts are of the scale's full.
struct Doubtful {
  Doubt doubt = Doubt::none;
  std::size_t channel = 0;
  std::size_t other = 0;
  double part = 0;  // how far `channel` moved
};

struct FoundPad {
  std::size_t channel = 0;
  std::int32_t unloaded = 0;
  std::int32_t pressed = 0;  // the furthest it went
};

class PadFinder {
 public:
  PadFinder(std::size_t pads, std::size_t channels, CountScale scale);

  // One reading a channel.
  void update(const Frame& frame);

  // Measures the untouched chair anew and asks for the same pad once more.
  void again();
  // Goes on without this pad.
  void leave_out();
  // Believes what was seen; only when can_take().
  void take();
  bool can_take() const;

  FinderStep step() const { return step_; }
  std::size_t pad() const { return pad_; }
  const Doubtful& doubtful() const { return doubtful_; }
  // By pad; unset: not yet, or left out.
  const std::vector<std::optional<FoundPad>>& found() const { return found_; }
  // Channels that read nothing, and those that never stood still while nobody touched the chair.
  std::vector<std::size_t> silent_channels() const;
  std::vector<std::size_t> restless_channels() const;

 private:
  struct Channel {
    std::vector<std::int32_t> seen;    // while resting
    std::optional<std::int32_t> rest;  // unset: it reads nothing
    double limit = 0;                  // less than this is no movement
    bool is_restless = false;
  };
  struct Move {
    std::size_t channel = 0;
    double change = 0;  // counts; 0: none
  };

  void enter(FinderStep step);
  void doubt(Doubt doubt);
  void next_pad();
  void rest(const Sample& sample);
  void measure(Channel& channel) const;
  void watch(const Sample& sample);
  void judge();
  void wait_for_release(const Sample& sample);
  void accept();

  std::optional<std::int32_t> level(const Sample& sample, std::size_t channel) const;
  double change(const Sample& sample, std::size_t channel) const;
  Move strongest(const Sample& sample, std::optional<std::size_t> except) const;
  bool is_taken(std::size_t channel) const;

  CountScale scale_;
  std::vector<Channel> channels_;
  std::vector<std::optional<FoundPad>> found_;
  Sampler sampler_;
  FinderStep step_ = FinderStep::resting;
  Millis in_step_{};
  std::size_t pad_ = 0;
  Move peak_;    // the furthest of this press
  Move second_;  // what else moved then
  Millis held_{};
  Doubtful doubtful_;
};

// The range that a pad gets: from what it reads unloaded to the end on the side it goes to.
CountRange range_of(const FoundPad& pad, const CountScale& scale);

enum class PadRemark : std::uint8_t {
  against_the_others,  // its counts fall where most others' rise, or the other way round
  loaded_at_rest,      // less than half of its range is left
  weak,                // it moves much less than the others
};
struct RemarkedPad {
  std::size_t pad = 0;
  PadRemark remark = PadRemark::weak;
};
// What is odd about pads that were found, seen beside each other.
std::vector<RemarkedPad> compare_pads(const std::vector<std::optional<FoundPad>>& found, const CountScale& scale);

// The pads of a chair out of a frame of all channels.
Frame pads_of(const Frame& channels, const std::vector<FoundPad>& pads, const CountScale& scale);

}  // namespace chairhub
