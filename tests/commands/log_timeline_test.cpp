#include "hub/commands/log_timeline.h"

#include <cstdlib>
#include <ctime>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::log_timeline_test {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

class LogTimelineTest : public testing::Test {
 protected:
  LogTimelineTest() {
    ::setenv("TZ", "UTC0", 1);
    ::tzset();
    data.chair = "desk";
    data.range = {eight - 8h, eight + 16h};
  }
  ~LogTimelineTest() override {
    ::unsetenv("TZ");
    ::tzset();
  }

  void sat(Posture posture, Millis from, Millis to) {
    data.spans.push_back({posture, eight + from, eight + to, false, ""});
  }

  WallTime eight = morning().wall;
  LogData data;
};

TEST_F(LogTimelineTest, AnHourIsALineAndAMinuteAColumn) {
  sat(Posture::supported, 0min, 30min);
  sat(Posture::bent_forward, 30min, 40min);
  EXPECT_THAT(timeline(data, false),
              HasSubstr("08:00 " + std::string(30, 'S') + std::string(10, 'B') + std::string(20, ' ')));
}

TEST_F(LogTimelineTest, AMinuteBelongsToThePostureThatTookMostOfIt) {
  sat(Posture::supported, 0s, 20s);
  sat(Posture::unsupported_upright, 20s, 60s);
  EXPECT_THAT(timeline(data, false), HasSubstr("08:00 U"));
}

TEST_F(LogTimelineTest, MarksAlertsAndGivesTheirReason) {
  sat(Posture::bent_forward, 0min, 10min);
  LoggedAlert alert;
  alert.cause = Cause::bent_forward;
  alert.raised = eight + 5min;
  alert.text = "Bent forward for 5 min; the limit is 5.";
  alert.evidence = {{"bent_forward_min", 5, 5}};
  alert.remedy = "Move the chair closer.";
  data.alerts.push_back(alert);
  const std::string shown = timeline(data, false);
  EXPECT_THAT(shown, HasSubstr("08:00 BBBBB!BBBB"));
  EXPECT_THAT(shown, HasSubstr("08:05  bent_forward: Bent forward for 5 min"));
  EXPECT_THAT(shown, HasSubstr("bent_forward_min 5 (limit 5)"));
  EXPECT_THAT(shown, HasSubstr("Move the chair closer."));
}

TEST_F(LogTimelineTest, ColoursAreOnlyForTerminals) {
  sat(Posture::supported, 0min, 1min);
  EXPECT_THAT(timeline(data, false), Not(HasSubstr("\x1b")));
  EXPECT_THAT(timeline(data, true), HasSubstr("\x1b[30;42mS"));
}

TEST_F(LogTimelineTest, SaysWhenThereIsNothing) {
  EXPECT_THAT(timeline(data, false), HasSubstr("nothing was logged"));
}

}  // namespace chairhub::log_timeline_test
