#include "hub/config/calibration_file.h"

#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace chairhub::calibration_file_test {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class CalibrationFileTest : public ::testing::Test {
 protected:
  static Chair desk() {
    return {"desk", "desk", {{"left", Zone::seat, -0.3, 0.3, {0, 4095}}, {"right", Zone::seat, 0.3, 0.3, {0, 4095}}}};
  }
  static Calibration measured() {
    Calibration calibration;
    calibration.pads = {{12.25, 4082.75, 1.0 / 3, 0.41}, {1022, -1000, 0, std::nullopt}};
    calibration.supported = Baseline{1.7, 0.9, -0.05, 0.125};
    calibration.upright = UprightLevel{1.46, 1.375};
    calibration.made_at = WallTime{Millis{1'795'332'600'123}};
    return calibration;
  }
  static std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }
  std::string refusal(std::string_view text) {
    const auto calibration = load_calibration(desk(), folder_.write("k.toml", text));
    return calibration ? "accepted" : calibration.error().message.substr((folder_.path() / "k.toml").string().size());
  }

  TemporaryFolder folder_;
};

TEST_F(CalibrationFileTest, ComesBackAsItWasSaved) {
  const auto file = folder_.path() / "k.toml";
  ASSERT_TRUE(save_calibration(measured(), desk(), file));
  const auto loaded = load_calibration(desk(), file);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->made_at, measured().made_at);
  EXPECT_EQ(loaded->pads[0].noise, 1.0 / 3);
  EXPECT_EQ(loaded->pads[0].supported, 0.41);
  EXPECT_EQ(loaded->pads[1].span, -1000);
  EXPECT_EQ(loaded->pads[1].supported, std::nullopt);
  ASSERT_TRUE(loaded->has_person());
  EXPECT_EQ(loaded->supported->left_right, -0.05);
  EXPECT_EQ(loaded->upright, measured().upright);

  ASSERT_TRUE(save_calibration(*loaded, desk(), folder_.path() / "again.toml"));
  EXPECT_EQ(text_of(folder_.path() / "again.toml"), text_of(file));
}

TEST_F(CalibrationFileTest, IsReadableByAPerson) {
  const auto file = folder_.path() / "k.toml";
  ASSERT_TRUE(save_calibration(measured(), desk(), file));
  EXPECT_THAT(text_of(file), HasSubstr("made_at = 2026-11-22T07:30:00.123Z\n"));
  EXPECT_THAT(text_of(file), HasSubstr("[pad.left]\nzero = 12.25\nspan = 4082.75\n"));
}

TEST_F(CalibrationFileTest, NeedsNoPerson) {
  Calibration empty_chair = measured();
  empty_chair.supported.reset();
  ASSERT_TRUE(save_calibration(empty_chair, desk(), folder_.path() / "k.toml"));
  EXPECT_FALSE(load_calibration(desk(), folder_.path() / "k.toml")->has_person());
}

TEST_F(CalibrationFileTest, LeavesNoDraftBehind) {
  const auto file = folder_.write("k.toml", "old");
  ASSERT_TRUE(save_calibration(measured(), desk(), file));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(CalibrationFileTest, SaysWhereItCannotBeWritten) {
  const auto saved = save_calibration(measured(), desk(), folder_.path() / "missing" / "k.toml");
  EXPECT_THAT(saved.error().message, HasSubstr("k.toml.new: cannot be written (No such file or directory)"));
}

TEST_F(CalibrationFileTest, RefusesTheCalibrationOfAnotherChair) {
  const std::string message =
      refusal("made_at = 2026-01-01T00:00:00Z\n[pad.left]\nzero = 0\nspan = 1\n[pad.rihgt]\nzero = 0\nspan = 1\n");
  EXPECT_THAT(message, HasSubstr("pad 'right' of chair 'desk' is missing"));
  EXPECT_THAT(message, HasSubstr("Is this the calibration of another chair?"));
  EXPECT_THAT(message, HasSubstr("unknown key 'rihgt'; did you mean 'right'?"));
}

TEST_F(CalibrationFileTest, NamesWhatIsMissingOrWrong) {
  const std::string pads = "[pad.left]\nzero = 0\nspan = 1\n[pad.right]\nzero = 0\nspan = 1\n";
  const std::string made = "made_at = 2026-01-01T00:00:00Z\n";
  EXPECT_THAT(refusal(pads), StartsWith(":1:1: 'made_at' is missing"));
  EXPECT_THAT(refusal("made_at = 5\n" + pads),
              StartsWith(":1:11: 'made_at' is the number 5; a date and time is allowed"));
  EXPECT_THAT(refusal(made + "[supported]\nseat_total = 1\nback_total = 1\nleft_right = 7\nfront_back = 0\n" + pads),
              StartsWith(":5:14: 'supported.left_right' is 7; a number from -1 to 1"));
  EXPECT_THAT(refusal(made + "[pad.left]\nzero = 0\n[pad.right]\nzero = 0\nspan = 0\n"),
              testing::AllOf(HasSubstr(":2:1: 'pad.left.span' is missing"), HasSubstr(":6:8: 'span' is 0")));
  EXPECT_THAT(refusal("made_at = \n"), HasSubstr("this is not TOML"));
}

TEST_F(CalibrationFileTest, TakesAnyOffsetFromUtc) {
  const auto file = folder_.write(
      "k.toml", "made_at = 2026-01-01T01:00:00+01:00\n[pad]\nleft = {zero=0, span=1}\nright = {zero=0, span=1}\n");
  const auto loaded = load_calibration(desk(), file);
  ASSERT_TRUE(loaded) << loaded.error().message;
  EXPECT_EQ(loaded->made_at, WallTime{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}});
}

}  // namespace chairhub::calibration_file_test
