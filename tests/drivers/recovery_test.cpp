#include "drivers/converter/recovery.h"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::recovery_test {

using namespace std::chrono_literals;
using testing::ElementsAre;

class RecoveryTest : public testing::Test {
 protected:
  // Scans each 100 ms while `fails`; the moments at which the chip was tried.
  std::vector<Nanos> fail_for(Nanos length) {
    std::vector<Nanos> tries;
    for (const Nanos end = now + length; now < end; now += 100ms) {
      if (!recovery.may_try(now)) continue;
      tries.push_back(now);
      last = recovery.failed(now);
    }
    return tries;
  }
  RecoveryNews work_for(Nanos length) {
    RecoveryNews first = recovery.worked(now);
    for (const Nanos end = now + length; now < end; now += 100ms) recovery.worked(now);
    return first;
  }

  Nanos now = 0ms;
  Recovery recovery;
  RecoveryNews last = RecoveryNews::none;
};

TEST_F(RecoveryTest, AChipThatWorksIsNoNews) {
  EXPECT_EQ(work_for(1s), RecoveryNews::none);
}

TEST_F(RecoveryTest, AChipThatWasNeverThereIsNewsAtOnce) {
  EXPECT_EQ(recovery.failed(now), RecoveryNews::failed);
  EXPECT_TRUE(recovery.is_down());
}

TEST_F(RecoveryTest, OneBadScanIsTriedAgainAtOnceAndOnlyCounted) {
  work_for(1s);
  EXPECT_EQ(recovery.failed(now), RecoveryNews::none);
  EXPECT_TRUE(recovery.may_try(now));
  EXPECT_EQ(recovery.worked(now), RecoveryNews::healed_at_once);
  EXPECT_EQ(recovery.healed(), 1U);
}

TEST_F(RecoveryTest, WaitsLongerEachTimeAndNeverMoreThanHalfAMinute) {
  work_for(1s);
  const Nanos began = now;
  std::vector<Nanos> waits;
  const std::vector<Nanos> tries = fail_for(3min);
  for (std::size_t i = 2; i < 9; ++i) waits.push_back(tries[i] - tries[i - 1]);
  EXPECT_EQ(tries[1] - began, 100ms) << "at the next scan";
  EXPECT_THAT(waits, ElementsAre(1s, 2s, 4s, 8s, 16s, 30s, 30s));
}

TEST_F(RecoveryTest, SaysOnceThatAChipFailedAndOnceThatItIsBack) {
  work_for(1s);
  EXPECT_EQ(recovery.failed(now), RecoveryNews::none);
  EXPECT_EQ(recovery.failed(now), RecoveryNews::failed);
  fail_for(1min);
  EXPECT_EQ(last, RecoveryNews::none);
  EXPECT_GE(recovery.down_for(now), 1min);
  EXPECT_EQ(work_for(1s), RecoveryNews::recovered);
  EXPECT_EQ(recovery.worked(now), RecoveryNews::none);
}

TEST_F(RecoveryTest, AChipThatComesAndGoesIsTriedMoreAndMoreSeldom) {
  work_for(1s);
  int failures = 0;
  for (const Nanos end = now + 10min; now < end; now += 100ms) {
    if (!recovery.may_try(now)) continue;
    recovery.worked(now);
    recovery.failed(now);
    failures += recovery.failed(now) == RecoveryNews::failed ? 1 : 0;
  }
  EXPECT_LE(failures, 27) << "a notice each half minute at most, once the waits have grown";
}

TEST_F(RecoveryTest, AMinuteOfGoodScansForgivesThePast) {
  work_for(1s);
  fail_for(2min);
  work_for(61s);
  const std::vector<Nanos> tries = fail_for(5s);
  ASSERT_GE(tries.size(), 3U);
  EXPECT_EQ(tries[2] - tries[1], 1s);
}

}  // namespace chairhub::recovery_test
