// A year at a desk: is what has to be told told, and nothing else?

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/year/office_year.h"

namespace chairhub::year::year_test {

using ::testing::IsEmpty;

class OfficeYear : public ::testing::Test {
 protected:
  static const Report& year() {
    static const Report report = live({});
    return report;
  }
  static std::size_t index(Cause cause) { return static_cast<std::size_t>(cause); }
};

TEST_F(OfficeYear, HasEnoughToBeNoticed) {
  EXPECT_EQ(year().days, 250);
  EXPECT_GT(year().hours_sat, 1200);
  EXPECT_GT(year().meetings, 50);
  EXPECT_GT(year().snoozes, 25);
  EXPECT_GT(year().coats, 10);
  EXPECT_GT(year().faults, 10);
  for (const Cause cause :
       {Cause::sitting_too_long, Cause::bent_forward, Cause::static_too_long, Cause::unsupported_upright})
    EXPECT_GT(year().due.at(index(cause)) - year().held.at(index(cause)), 30) << to_string(cause);
}

TEST_F(OfficeYear, MissesNothingThatIsDue) {
  EXPECT_EQ(sum(year().missed), 0) << ::testing::PrintToString(year().mistakes);
}

TEST_F(OfficeYear, TellsWithinSecondsWhatMayBeTold) {
  for (const std::vector<Millis>& late : year().late)
    EXPECT_LE(std::count_if(late.begin(), late.end(), [](Millis one) { return one > Seconds(10); }),
              static_cast<std::ptrdiff_t>(late.size() / 20));
}

TEST_F(OfficeYear, TellsAFalseAlertAtMostOnceAWorkingWeek) {
  EXPECT_LE(sum(year().false_alerts), year().weeks()) << ::testing::PrintToString(year().mistakes);
}

TEST_F(OfficeYear, NeverBreaksALimitOrASilence) {
  EXPECT_THAT(year().broken_laws, IsEmpty());
}

TEST(OfficeYearAgain, IsTheSameForTheSameSeed) {
  const Options short_one{.sitters = 2, .days_each = 2, .seed = 7, .thresholds = {}};
  EXPECT_EQ(live(short_one).mistakes, live(short_one).mistakes);
  EXPECT_EQ(live(short_one).alerts, live(short_one).alerts);
}

}  // namespace chairhub::year::year_test
