// Laws of the whole detection: what it says may depend neither on the rate of
// the frames nor on the order of the pads, and its times add up.

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <ostream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "hub/core/detector.h"
#include "tests/support/moments.h"

namespace chairhub::detector_properties_test {

constexpr std::size_t pad_count = 8;
using Counts = std::array<std::int32_t, pad_count>;

struct Hold {
  Counts counts{};
  int seconds = 0;
};
using Sitting = std::vector<Hold>;

std::ostream& operator<<(std::ostream& out, const Hold& hold) {
  out << hold.seconds << " s of";
  for (const auto counts : hold.counts) out << ' ' << counts;
  return out;
}

Chair eight_pads() {
  const CountRange range{0, 4095};
  Chair chair{"desk", "desk", {}, {}};
  for (const Zone zone : {Zone::seat, Zone::back})
    for (const double y : {0.3, 0.75})
      for (const double x : {-0.4, 0.4})
        chair.pads.push_back({"pad" + std::to_string(chair.pads.size()), zone, x, y, range});
  return chair;
}

Hold random_hold() {
  // Empty, supported, upright, bent, slid forward, leaning; then a little of everything.
  static constexpr std::array<Counts, 7> typical = {{{0, 0, 0, 0, 0, 0, 0, 0},
                                                     {2000, 2000, 1500, 1500, 1500, 1500, 700, 700},
                                                     {2400, 2400, 1700, 1700, 0, 0, 0, 0},
                                                     {1500, 1500, 1900, 1900, 0, 0, 0, 0},
                                                     {200, 200, 2200, 2200, 300, 300, 1200, 1200},
                                                     {2800, 900, 2200, 700, 1500, 1500, 700, 700},
                                                     {150, 150, 100, 100, 0, 0, 0, 0}}};
  Hold hold{*rc::gen::elementOf(typical), *rc::gen::inRange(10, 400)};
  for (auto& counts : hold.counts)
    if (counts > 0) counts += *rc::gen::inRange(-50, 51);
  return hold;
}

Sitting random_sitting() {
  const auto holds = *rc::gen::inRange<std::size_t>(0, 13);
  return *rc::gen::container<Sitting>(holds, rc::gen::exec(random_hold));
}

// What a person would notice: which posture began when, and which alerts came.
struct Noticed {
  std::string what;
  Moment at{};
};

struct Run {
  std::vector<Noticed> noticed;
  Observation last;
  std::vector<Event> events;
};

Run run(const Chair& chair, const Sitting& sitting, int rate_hz, const std::array<std::size_t, pad_count>& order) {
  const FixedOffset zone;
  DetectorStart start;
  start.calibration = uncalibrated(chair);
  Detector detector(chair, zone, std::move(start));
  Run result;
  const auto keep = [&](const Observation& seen) {
    for (const Event& event : seen.events) {
      result.events.push_back(event);
      if (const auto* span = std::get_if<SpanStarted>(&event))
        result.noticed.push_back({std::string(to_string(span->posture)), span->start});
      if (const auto* alert = std::get_if<Alert>(&event))
        result.noticed.push_back({"alert " + std::string(to_string(alert->cause)), alert->raised});
    }
  };
  std::int64_t frames = 0;
  Millis begin{0};
  for (const Hold& hold : sitting) {
    const Millis end = begin + Seconds(hold.seconds);
    for (;; ++frames) {
      const Millis at(1000 * frames / rate_hz);
      if (at >= end) break;
      Frame frame;
      frame.at = morning() + at;
      frame.pad_count = pad_count;
      for (std::size_t i = 0; i < pad_count; ++i) frame.pads[i] = {hold.counts[order[i]], Signal::ok};
      keep(detector.update(frame));
    }
    begin = end;
  }
  result.last = detector.last();
  keep(detector.stop());
  return result;
}

// Told when a law is broken.
std::string in_words(const std::vector<Noticed>& noticed) {
  std::string words;
  for (const auto& [what, at] : noticed)
    words += std::to_string((at.steady - morning().steady).count()) + " ms " + what + "; ";
  return words;
}

constexpr std::array<std::size_t, pad_count> in_order = {0, 1, 2, 3, 4, 5, 6, 7};

// A change within a half second may count to it or to the next one, and the posture's median and its
// confirmation may each wait for one more.
constexpr Millis one_change{1500};

// Without what comes up for a moment while one posture goes over into another.
std::vector<Noticed> lasting(const Run& run) {
  std::vector<Noticed> all;
  for (const Noticed& one : run.noticed) {
    if (!all.empty() && one.at.steady - all.back().at.steady <= one_change) all.pop_back();
    if (all.empty() || all.back().what != one.what) all.push_back(one);
  }
  return all;
}

RC_GTEST_PROP(DetectionLaws, TheRateOfTheFramesChangesNothing, ()) {
  const Chair chair = eight_pads();
  const Sitting sitting = random_sitting();
  const auto slow = lasting(run(chair, sitting, *rc::gen::element(2, 4, 10), in_order));
  const auto fast = lasting(run(chair, sitting, *rc::gen::element(20, 25, 50), in_order));
  RC_LOG() << "slow: " << in_words(slow) << "\nfast: " << in_words(fast) << "\n";
  RC_ASSERT(slow.size() == fast.size());
  for (std::size_t i = 0; i < slow.size(); ++i) {
    RC_ASSERT(slow[i].what == fast[i].what);
    RC_ASSERT(std::chrono::abs(slow[i].at.steady - fast[i].at.steady) <= one_change);
  }
}

RC_GTEST_PROP(DetectionLaws, TheOrderOfThePadsChangesNothing, ()) {
  const Chair chair = eight_pads();
  const Sitting sitting = random_sitting();
  std::array<std::size_t, pad_count> order = in_order;
  for (std::size_t i = pad_count; i > 1; --i) std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
  Chair shuffled = chair;
  for (std::size_t i = 0; i < pad_count; ++i) shuffled.pads[i] = chair.pads[order[i]];

  const Run one = run(chair, sitting, 10, in_order);
  const Run other = run(shuffled, sitting, 10, order);
  RC_ASSERT(one.noticed.size() == other.noticed.size());
  for (std::size_t i = 0; i < one.noticed.size(); ++i) {
    RC_ASSERT(one.noticed[i].what == other.noticed[i].what);
    RC_ASSERT(one.noticed[i].at == other.noticed[i].at);
  }
  RC_ASSERT(std::abs(one.last.balance.seat_total - other.last.balance.seat_total) < 1e-9);
  RC_ASSERT(std::abs(one.last.balance.left_right - other.last.balance.left_right) < 1e-9);
  RC_ASSERT(std::abs(one.last.balance.front_back - other.last.balance.front_back) < 1e-9);
}

RC_GTEST_PROP(DetectionLaws, TimesAddUp, ()) {
  const Run day = run(eight_pads(), random_sitting(), 10, in_order);
  std::optional<Moment> open_span;
  std::optional<Moment> open_sitting;
  Millis occupied{0};
  Millis sat{0};
  double in_minutes_s = 0;
  for (const Event& event : day.events) {
    if (const auto* span = std::get_if<SpanStarted>(&event)) {
      RC_ASSERT(!open_span);
      open_span = span->start;
    } else if (const auto* ended = std::get_if<SpanEnded>(&event)) {
      RC_ASSERT(open_span.has_value());
      RC_ASSERT(ended->start == *open_span);
      RC_ASSERT(ended->end.steady >= ended->start.steady);
      const bool is_person = ended->posture != Posture::empty && ended->posture != Posture::object;
      if (is_person) occupied += ended->end.steady - ended->start.steady;
      open_span.reset();
    } else if (const auto* sitting = std::get_if<SittingStarted>(&event)) {
      RC_ASSERT(!open_sitting);
      open_sitting = sitting->start;
    } else if (const auto* got_up = std::get_if<SittingEnded>(&event)) {
      RC_ASSERT(open_sitting.has_value());
      sat += got_up->end.steady - open_sitting->steady;
      open_sitting.reset();
    } else if (const auto* minute = std::get_if<Minute>(&event)) {
      const double total = std::accumulate(minute->seconds.begin(), minute->seconds.end(), 0.0);
      RC_ASSERT(total <= 60.0 + 1e-6);
      for (std::size_t p = 0; p < posture_count; ++p)
        if (Posture(p) != Posture::empty && Posture(p) != Posture::object) in_minutes_s += minute->seconds[p];
    }
  }
  RC_ASSERT(!open_span);
  RC_ASSERT(!open_sitting);
  RC_ASSERT(std::chrono::abs(occupied - sat) <= Millis(1000));
  RC_ASSERT(std::abs(in_minutes_s - static_cast<double>(sat.count()) / 1000.0) <= 1.0);
}

}  // namespace chairhub::detector_properties_test
