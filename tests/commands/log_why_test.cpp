#include "hub/commands/log_why.h"

#include <cstdlib>
#include <ctime>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/commands/command.h"
#include "hub/commands/day_range.h"
#include "hub/platform/local_zone.h"
#include "hub/storage/logbook.h"
#include "tests/support/moments.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::log_why_test {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class LogWhyTest : public testing::Test {
 protected:
  LogWhyTest() {
    live_in("UTC0");
    data.chair = "desk";
    data.day_begin = eight - 8h;
    ask(2h);
    data.spans.push_back({Posture::bent_forward, eight + 1h, eight + 3h, false, ""});
  }
  ~LogWhyTest() override {
    ::unsetenv("TZ");
    ::tzset();
  }

  static void live_in(const char* zone) {
    ::setenv("TZ", zone, 1);
    ::tzset();
  }
  void ask(Millis after_eight) { data.range = {eight + after_eight, eight + after_eight + 1min}; }
  void held(Held held, Millis from, Millis to) {
    data.holds.push_back({Cause::bent_forward, held, eight + from, eight + to, false, 5.2, 5});
  }
  void alerted(Cause cause, Millis after_eight) {
    LoggedAlert alert;
    alert.cause = cause;
    alert.raised = eight + after_eight;
    alert.text = "Bent forward for 5 min; the limit is 5.";
    data.alerts.push_back(alert);
  }

  WallTime eight = morning().wall;
  WhyData data;
};

TEST_F(LogWhyTest, SaysWhatWasDueWhatHeldItSinceWhenAndUntilWhen) {
  held(Held::meeting, 90min, 150min);
  EXPECT_THAT(why(data),
              AllOf(HasSubstr("2026-03-02 10:00 to 10:01  desk\n"), HasSubstr("09:00 to 11:00  bent forward"),
                    HasSubstr("bent_forward was due, with 5 min built up at 09:30 (limit 5), and was held "
                              "back 09:30 to 10:30 (60 min): a meeting went on\n")));
}

TEST_F(LogWhyTest, NamesTheAlertThatWasTooRecent) {
  alerted(Cause::static_too_long, 100min);
  alerted(Cause::bent_forward, 110min);
  alerted(Cause::static_too_long, 130min);
  held(Held::same_cause_cooldown, 115min, 125min);
  EXPECT_THAT(why(data), HasSubstr("the last alert about it, at 09:50, was too recent"));
}

TEST_F(LogWhyTest, CountsTheAlertsThatWereEnough) {
  for (const Millis at : {10min, 80min, 95min, 110min}) alerted(Cause::static_too_long, at);
  held(Held::limit_reached, 115min, 125min);
  EXPECT_THAT(why(data), HasSubstr("3 alerts in an hour and 4 that day are enough"));
}

TEST_F(LogWhyTest, SaysThatAnAlertWasTold) {
  alerted(Cause::bent_forward, 2h + 30s);
  EXPECT_THAT(why(data), AllOf(HasSubstr("bent_forward was told at 10:00: Bent forward for 5 min"),
                               Not(HasSubstr("nothing was due"))));
}

TEST_F(LogWhyTest, SaysThatNothingWasDue) {
  alerted(Cause::bent_forward, 1h);
  EXPECT_THAT(why(data), HasSubstr("nothing was due"));
}

TEST_F(LogWhyTest, SaysThatNothingWasLogged) {
  data.spans.clear();
  EXPECT_THAT(why(data), HasSubstr("nothing was logged: the hub was off, paused, or heard no sensors"));
}

TEST_F(LogWhyTest, HasWordsForEveryReason) {
  for (auto i = static_cast<int>(Held::chair_empty); i <= static_cast<int>(Held::limit_reached); ++i) {
    data.holds.clear();
    held(static_cast<Held>(i), 90min, 150min);
    EXPECT_THAT(why(data), Not(HasSubstr("does not say"))) << to_string(static_cast<Held>(i));
  }
}

TEST_F(LogWhyTest, ReadsTheAnswerFromTheLog) {
  const TemporaryFolder folder;
  const LogFiles files{folder.path() / "log.db", {}};
  const Chair chair{"desk", "Desk", {{"a", Zone::seat, -1, 0, {}}, {"b", Zone::seat, 1, 0, {}}}};
  auto log = Logbook::open(files, {"boot", "1", morning(), true, {chair}});
  ASSERT_TRUE(log);
  log->append("desk", HeldChanged{Cause::static_too_long, Held::snoozed, morning() + 1h, 15, 15});
  log->append("desk", HeldChanged{Cause::static_too_long, Held::not_due, morning() + 2h, 0, 15});
  ASSERT_TRUE(log->close(morning() + 3h));
  auto reader = LogReader::open(files);
  ASSERT_TRUE(reader);
  const auto read = read_why(*reader, "desk", {eight + 90min, eight + 91min});
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_THAT(why(*read), HasSubstr("static_too_long was due, with 15 min built up at 09:00 (limit 15), and was held "
                                    "back 09:00 to 10:00 (60 min): alerts were snoozed"));
}

class MinuteRangeTest : public LogWhyTest {
 protected:
  WallRange asked(const std::string& times) const { return minute_range("--why", times, {eight - 8h, eight + 16h}); }
  static void refused(const std::string& times, const std::string& because) {
    try {
      minute_range("--why", times, {morning().wall - 8h, morning().wall + 16h});
      FAIL() << times << " was taken";
    } catch (const CommandFailed& failed) {
      EXPECT_THAT(failed.message, HasSubstr(because));
    }
  }
};

TEST_F(MinuteRangeTest, ATimeIsAMinuteOfTheDay) {
  EXPECT_EQ(asked("10:15").from, eight + 2h + 15min);
  EXPECT_EQ(asked("10:15").to, eight + 2h + 16min);
}

TEST_F(MinuteRangeTest, TwoTimesAreWhatLiesBetween) {
  EXPECT_EQ(asked("10:15..11:00").from, eight + 2h + 15min);
  EXPECT_EQ(asked("10:15..11:00").to, eight + 3h);
}

TEST_F(MinuteRangeTest, ADayMayBeNamed) {
  EXPECT_EQ(asked("2026-03-01T23:30..2026-03-02T00:30").from, eight - 8h - 30min);
  EXPECT_EQ(asked("2026-03-01T23:30..2026-03-02T00:30").to, eight - 8h + 30min);
}

TEST_F(MinuteRangeTest, GoesByTheClockAlsoOnTheDayItWasPutForward) {
  live_in("CET-1CEST,M3.5.0,M10.5.0/3");
  EXPECT_EQ(local_clock(asked("2026-03-29T10:15").from), "10:15");
  EXPECT_EQ(local_clock(asked("2026-10-25T10:15").from), "10:15");
  EXPECT_EQ(local_clock(asked("2026-03-29T02:30").from), "03:30") << "there is no 02:30 on that day";
}

TEST_F(MinuteRangeTest, RefusesWhatIsNoTime) {
  refused("noon", "is not a time; write it as 14:05");
  refused("24:00", "is not a time");
  refused("10:60", "is not a time");
  refused("10:15..", "is not a time");
  refused("2026-02-30T10:15", "is not a day");
  refused("11:00..10:15", "ends before it begins");
}

}  // namespace chairhub::log_why_test
