#include "hub/core/log_shapes.h"

#include <algorithm>
#include <array>

namespace chairhub {
namespace {

// Up to 28 years, so that there is one for any range of moments that can be asked for.
constexpr std::array<int, 19> steps_min = {1,   2,    5,    10,    15,    30,     60,     120,     180,     360,
                                           720, 1440, 2880, 10080, 40320, 161280, 645120, 2580480, 14515200};

void clip(std::vector<LoggedSpan>& spans, WallRange range) {
  for (LoggedSpan& span : spans) {
    span.is_open = span.is_open && span.end <= range.to;
    span.start = std::max(span.start, range.from);
    span.end = std::min(span.end, range.to);
  }
  std::erase_if(spans, [](const LoggedSpan& span) { return span.end < span.start; });
}

// The longest in [begin, end); `at` is the first that may reach into it. None: null.
const LoggedSpan* longest_in(const std::vector<LoggedSpan>& spans, std::size_t& at, WallTime begin, WallTime end) {
  std::array<Millis, posture_count> lasted{};
  std::array<const LoggedSpan*, posture_count> of{};
  while (at < spans.size() && spans[at].end <= begin) ++at;
  for (std::size_t i = at; i < spans.size() && spans[i].start < end; ++i) {
    const auto posture = static_cast<std::size_t>(spans[i].posture);
    lasted.at(posture) += std::min(spans[i].end, end) - std::max(spans[i].start, begin);
    of.at(posture) = &spans[i];
  }
  return of.at(static_cast<std::size_t>(std::max_element(lasted.begin(), lasted.end()) - lasted.begin()));
}

}  // namespace

Seconds resolution_for(WallRange range) {
  const auto fits = [range](int step) {
    // Steps begin at multiples of their length, so the first and the last may be cut.
    return (range.to - range.from) / Minutes(step) + 2 <= static_cast<std::int64_t>(most_points);
  };
  const auto found = std::find_if(steps_min.begin(), steps_min.end(), fits);
  return Minutes(found == steps_min.end() ? steps_min.back() : *found);
}

JoinedSpans joined(std::vector<LoggedSpan> spans, WallRange range) {
  clip(spans, range);
  if (spans.size() <= most_points) return {std::move(spans), Seconds{0}};
  JoinedSpans out;
  out.resolution = resolution_for({spans.front().start, spans.back().end});
  std::size_t at = 0;
  for (WallTime begin = spans.front().start; begin < spans.back().end; begin += out.resolution) {
    const WallTime end = std::min<WallTime>(begin + out.resolution, spans.back().end);
    const LoggedSpan* longest = longest_in(spans, at, begin, end);
    if (longest == nullptr) continue;
    const bool goes_on =
        !out.spans.empty() && out.spans.back().posture == longest->posture && out.spans.back().end == begin;
    if (!goes_on) out.spans.push_back({longest->posture, begin, end, false, longest->why});
    out.spans.back().end = end;
    out.spans.back().is_open = longest->is_open;
  }
  return out;
}

}  // namespace chairhub
