// How a recording's time column becomes the two times of a frame.

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "drivers/replay/recording_reader.h"
#include "tests/drivers/chairs.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::recording_time_test {

using testing::ElementsAre;
using testing::IsEmpty;

class RecordingTimeTest : public testing::Test {
 protected:
  void read(const std::vector<std::string>& t_ms, RecordingOptions options = {}) {
    std::string text = "t_ms,left,right,back\n";
    for (const std::string& time : t_ms) text += time + ",1,2,3\n";
    const auto file = folder_.write("r.csv", text);
    auto reader = RecordingReader::open(file, small_chair(), options);
    ASSERT_TRUE(reader) << reader.error().message;
    for (Frame frame; reader->next(frame).value();) {
      steady_.push_back(frame.at.steady.time_since_epoch().count());
      wall_.push_back(frame.at.wall.time_since_epoch().count());
      written_.emplace_back(reader->t_ms_text());
      numbers_.push_back(reader->t_ms());
    }
    for (const std::string& warning : reader->warnings().kept())
      warnings_.push_back(warning.substr(file.string().size()));
    interval_ = reader->usual_interval();
  }

  TemporaryFolder folder_;
  std::vector<std::int64_t> steady_, wall_;
  std::vector<std::string> written_, warnings_;
  std::vector<std::optional<std::int64_t>> numbers_;
  Millis interval_{};
};

TEST_F(RecordingTimeTest, BothTimesFollowTheColumn) {
  read({"1684505505149", "1684505505649", "1684505506150"});
  EXPECT_THAT(steady_, ElementsAre(0, 500, 1001));
  EXPECT_THAT(wall_, ElementsAre(1684505505149, 1684505505649, 1684505506150));
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(RecordingTimeTest, TheUsualIntervalIsTheMedianOfTheFirstRows) {
  read({"0", "500", "1001", "9000", "9500", "10000", "10499"});
  EXPECT_EQ(interval_, Millis(500));
}

TEST_F(RecordingTimeTest, AHoleKeepsItsLengthAndIsReported) {
  read({"1000", "1500", "2000", "62000"});
  EXPECT_THAT(steady_, ElementsAre(0, 500, 1000, 61000));
  EXPECT_THAT(warnings_, ElementsAre(":5:1: no row for 60000 ms, from 2000 to 62000"));
}

TEST_F(RecordingTimeTest, HalfAMinuteIsNotYetAHole) {
  read({"1000", "1500", "31500"});
  EXPECT_THAT(steady_, ElementsAre(0, 500, 30500));
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(RecordingTimeTest, AStepBackIsAClockBeingSetAndSteadyTimeGoesOn) {
  read({"500000", "500500", "501000", "100000", "100500"});
  EXPECT_THAT(steady_, ElementsAre(0, 500, 1000, 1500, 2000));
  EXPECT_THAT(wall_, ElementsAre(500000, 500500, 501000, 100000, 100500));
  EXPECT_THAT(warnings_,
              ElementsAre(":5:1: time steps back from 501000 to 100000; steady time goes on by the usual 500 ms"));
}

TEST_F(RecordingTimeTest, AJumpOfMoreThanADayIsAClockBeingSetToo) {
  read({"1345143997026", "1680970593519", "1680970594019", "1680970594519"});
  EXPECT_THAT(steady_, ElementsAre(0, 500, 1000, 1500));
  EXPECT_THAT(wall_, ElementsAre(1345143997026, 1680970593519, 1680970594019, 1680970594519));
  EXPECT_THAT(warnings_, ElementsAre(":3:1: time jumps from 1345143997026 to 1680970593519, more than a day; "
                                     "steady time goes on by the usual 500 ms"));
}

TEST_F(RecordingTimeTest, ARowWithoutTimeComesAfterTheUsualInterval) {
  read({"1000", "1500", "n/a", "", "3000"});
  EXPECT_THAT(steady_, ElementsAre(0, 500, 1000, 1500, 2000));
  EXPECT_THAT(wall_, ElementsAre(1000, 1500, 2000, 2500, 3000));
  EXPECT_THAT(warnings_, ElementsAre(":4:1: t_ms is not Unix milliseconds; time goes on by the usual 500 ms",
                                     ":5:1: t_ms is not Unix milliseconds; time goes on by the usual 500 ms"));
}

TEST_F(RecordingTimeTest, ARecordingThatBeginsWithoutTimeStartsAtItsFirstReadableOne) {
  read({"?", "1000", "1100"});
  EXPECT_THAT(wall_, ElementsAre(1000, 1000, 1100));
  EXPECT_THAT(steady_, ElementsAre(0, 0, 100));
}

TEST_F(RecordingTimeTest, KeepsTheTimeAsItIsWritten) {
  read({"1000", "1500.75", "\"2000\"", "soon", "-5", "99999999999999999999"});
  EXPECT_THAT(written_, ElementsAre("1000", "1500.75", "2000", "soon", "-5", "99999999999999999999"));
  EXPECT_THAT(numbers_, ElementsAre(1000, 1500, 2000, std::nullopt, std::nullopt, std::nullopt));
}

TEST_F(RecordingTimeTest, AnAssumedRateIgnoresTheColumnButStartsWhereItDoes) {
  read({"x", "500000", "100", "99999999999999"}, {.assume_rate_hz = 3});
  EXPECT_THAT(steady_, ElementsAre(0, 333, 667, 1000));
  EXPECT_THAT(wall_, ElementsAre(500000, 500333, 500667, 501000));
  EXPECT_THAT(written_, ElementsAre("x", "500000", "100", "99999999999999"));
  EXPECT_THAT(warnings_, IsEmpty());
  EXPECT_EQ(interval_, Millis(333));
}

TEST_F(RecordingTimeTest, AnAssumedRateNeedsNoTimeColumn) {
  const auto file = folder_.write("r.csv", "left,right,back\n1,2,3\n4,5,6\n");
  auto reader = RecordingReader::open(file, small_chair(), {.assume_rate_hz = 10});
  ASSERT_TRUE(reader) << reader.error().message;
  Frame frame;
  ASSERT_TRUE(reader->next(frame).value());
  ASSERT_TRUE(reader->next(frame).value());
  EXPECT_EQ(frame.at, (Moment{SteadyTime(Millis(100)), WallTime(Millis(100))}));
  EXPECT_EQ(frame.pads[2].counts, 6);
}

}  // namespace chairhub::recording_time_test
