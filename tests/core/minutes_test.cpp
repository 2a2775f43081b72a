#include "hub/core/minutes.h"

#include <numeric>

#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::minutes_test {

using namespace std::chrono_literals;

class MinuteSumsTest : public testing::Test {
 protected:
  void pass(Posture posture, Millis how_long, double seat_total = 1, Millis tick = 500ms) {
    Balance balance;
    balance.seat_total = seat_total;
    for (Millis passed{0}; passed < how_long; passed += tick) {
      now = now + tick;
      sums.add(posture, posture != Posture::empty, balance, now, tick, events);
    }
  }
  std::vector<Minute> minutes() {
    sums.close(events);
    std::vector<Minute> all;
    for (const Event& event : events) all.push_back(std::get<Minute>(event));
    return all;
  }
  static double total(const Minute& minute) {
    return std::accumulate(minute.seconds.begin(), minute.seconds.end(), 0.0);
  }
  static double seconds(const Minute& minute, Posture posture) {
    return minute.seconds[static_cast<std::size_t>(posture)];
  }

  Moment now = morning();
  std::vector<Event> events;
  MinuteSums sums;
};

TEST_F(MinuteSumsTest, AMinuteHasSixtySeconds) {
  pass(Posture::supported, 5min);
  const auto all = minutes();
  ASSERT_GE(all.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(total(all[i]), 60, 0.5);
}

TEST_F(MinuteSumsTest, BeginsOnTheFullMinuteOfWallTime) {
  now = now + 17s;
  pass(Posture::supported, 2min);
  for (const Minute& minute : minutes())
    EXPECT_EQ(minute.start, std::chrono::floor<std::chrono::minutes>(minute.start));
}

TEST_F(MinuteSumsTest, SplitsPostures) {
  pass(Posture::supported, 20s);
  pass(Posture::bent_forward, 30s);
  const Minute first = minutes().front();
  EXPECT_NEAR(seconds(first, Posture::supported), 20, 0.01);
  EXPECT_NEAR(seconds(first, Posture::bent_forward), 30, 0.01);
}

TEST_F(MinuteSumsTest, AGapOverTheFullMinuteBelongsToBoth) {
  pass(Posture::supported, 50s);
  pass(Posture::supported, 20s, 1, 20s);
  const auto all = minutes();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_NEAR(seconds(all[0], Posture::supported), 60, 0.01);
  EXPECT_NEAR(seconds(all[1], Posture::supported), 10, 0.01);
}

TEST_F(MinuteSumsTest, AnEmptyMinuteIsNotKept) {
  pass(Posture::empty, 10min);
  EXPECT_TRUE(minutes().empty());
}

TEST_F(MinuteSumsTest, KeepsTheExtremesAndTheMean) {
  pass(Posture::supported, 10s, 1.0);
  pass(Posture::supported, 10s, 3.0);
  const Minute first = minutes().front();
  EXPECT_DOUBLE_EQ(first.seat_total.min, 1);
  EXPECT_DOUBLE_EQ(first.seat_total.mean, 2);
  EXPECT_DOUBLE_EQ(first.seat_total.max, 3);
}

}  // namespace chairhub::minutes_test
