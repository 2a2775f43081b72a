// The findings as people and programs read them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "hub/commands/doctor_report.h"
#include "tests/support/moments.h"

namespace chairhub::report_test {

using testing::HasSubstr;
using testing::Not;

class ReportTest : public testing::Test {
 protected:
  std::string table(const ReportLook& look = {}) const { return doctor_table(subject, findings, look); }

  DoctorSubject subject{"1.2.3", "hub.toml", "pi", "Raspberry Pi 4 Model B", morning().wall};
  Findings findings{{Severity::ok, "clock.set", "", "a time server has set the clock"},
                    {Severity::problem, "i2c.missing", "desk", "there is no /dev/i2c-1", "write dtparam=i2c_arm=on"}};
};

TEST_F(ReportTest, AFindingIsALineAndItsCureTheNext) {
  EXPECT_THAT(table(), HasSubstr("\nchair desk\n"
                                 "  problem  i2c.missing            there is no /dev/i2c-1\n"
                                 "                                  -> write dtparam=i2c_arm=on\n"));
}

TEST_F(ReportTest, ItBeginsWithWhoseFindingsTheseAreAndEndsWithTheirNumber) {
  EXPECT_THAT(table(), HasSubstr("chairhub 1.2.3, hub.toml, as pi, "));
  EXPECT_THAT(table(), HasSubstr("\nRaspberry Pi 4 Model B\n  ok "));
  EXPECT_THAT(table(), HasSubstr("\n1 problem, 0 warnings, 0 notes\n"));
}

TEST_F(ReportTest, LongSentencesAreBrokenToTheWidth) {
  findings[1].what = "one two three four five six seven eight nine ten eleven twelve";
  EXPECT_THAT(table({74, false}), HasSubstr("one two three four five six seven eight\n"
                                            "                                  nine ten eleven twelve\n"));
}

TEST_F(ReportTest, OnlyATerminalGetsColours) {
  EXPECT_THAT(table(), Not(HasSubstr("\x1b")));
  EXPECT_THAT(table({100, true}), HasSubstr("\x1b[1;31mproblem  \x1b[0m"));
}

TEST_F(ReportTest, JsonHasEveryFinding) {
  const auto json = nlohmann::json::parse(doctor_json(subject, findings));
  EXPECT_EQ(json.at("problems"), 1);
  EXPECT_EQ(json.at("at"), "2026-03-02T08:00:00+00:00");
  EXPECT_EQ(json.at("findings").at(1).at("name"), "i2c.missing");
  EXPECT_EQ(json.at("findings").at(1).at("chair"), "desk");
  EXPECT_TRUE(json.at("findings").at(0).at("cure").is_null());
}

}  // namespace chairhub::report_test
