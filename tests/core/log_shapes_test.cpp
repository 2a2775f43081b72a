#include "hub/core/log_shapes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::log_shapes_test {

using ::testing::SizeIs;

constexpr WallTime midnight{std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)};
constexpr WallRange day{midnight, midnight + std::chrono::hours(24)};

// One posture after the other, each as long.
std::vector<LoggedSpan> spans_of(std::size_t count, Millis each) {
  std::vector<LoggedSpan> spans;
  for (std::size_t i = 0; i < count; ++i) {
    const WallTime start = midnight + each * static_cast<std::int64_t>(i);
    spans.push_back({i % 3 == 0 ? Posture::bent_forward : Posture::supported, start, start + each, false, ""});
  }
  return spans;
}

TEST(JoinedSpans, LeaveFewSpansAsTheyAre) {
  const auto joined_spans = joined(spans_of(100, Minutes(5)), day);
  EXPECT_THAT(joined_spans.spans, SizeIs(100));
  EXPECT_EQ(joined_spans.resolution, Seconds(0));
}

TEST(JoinedSpans, TakeThePostureThatLastedLongestOfMany) {
  const auto joined_spans = joined(spans_of(8640, Seconds(10)), day);
  EXPECT_EQ(joined_spans.resolution, Seconds(60));
  ASSERT_THAT(joined_spans.spans, SizeIs(1));  // forty of sixty seconds were supported, always
  EXPECT_EQ(joined_spans.spans[0].posture, Posture::supported);
  EXPECT_EQ(joined_spans.spans[0].start, day.from);
  EXPECT_EQ(joined_spans.spans[0].end, day.to);
}

TEST(JoinedSpans, NeverBecomeMoreThanAPictureHasPlacesFor) {
  std::vector<LoggedSpan> restless = spans_of(20'000, Millis(4320));
  for (std::size_t i = 0; i < restless.size(); ++i) restless[i].posture = static_cast<Posture>(i / 17 % 5);
  const auto joined_spans = joined(std::move(restless), day);
  EXPECT_LE(joined_spans.spans.size(), most_points);
  for (std::size_t i = 1; i < joined_spans.spans.size(); ++i)
    EXPECT_EQ(joined_spans.spans[i].start, joined_spans.spans[i - 1].end);
}

TEST(JoinedSpans, AreCutToTheDayAndGoOnOnlyAtItsEnd) {
  const WallTime now = midnight + std::chrono::hours(30);
  const auto yesterday = joined({{Posture::empty, midnight - std::chrono::hours(8), now, true, ""}}, day).spans;
  ASSERT_THAT(yesterday, SizeIs(1));
  EXPECT_EQ(yesterday[0].start, day.from);
  EXPECT_EQ(yesterday[0].end, day.to);
  EXPECT_FALSE(yesterday[0].is_open);
  const WallRange today{day.to, day.to + std::chrono::hours(24)};
  EXPECT_TRUE(joined({{Posture::empty, midnight, now, true, ""}}, today).spans[0].is_open);
}

TEST(Resolution, LeavesAtMostAsManyPointsAsAPictureHasPlacesFor) {
  for (const int hours : {1, 24, 25, 7 * 24, 31 * 24, 366 * 24, 20 * 366 * 24, 8000 * 366 * 24}) {
    const WallRange range{midnight, midnight + std::chrono::hours(hours)};
    const Seconds step = resolution_for(range);
    EXPECT_EQ(step % Minutes(1), Seconds(0));
    EXPECT_LE((range.to - range.from) / step + 2, static_cast<std::int64_t>(most_points)) << hours;
  }
  EXPECT_EQ(resolution_for(day), Seconds(60));
}

}  // namespace chairhub::log_shapes_test
