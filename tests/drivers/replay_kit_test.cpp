#include "drivers/replay/replay_kit.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "drivers/catalogue.h"
#include "tests/drivers/chairs.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::replay_kit_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ReplayKitTest : public testing::Test {
 protected:
  void given(std::string_view rows) { folder_.write("r.csv", "t_ms,left,right,back\n" + std::string(rows)); }

  std::unique_ptr<Kit> kit(std::vector<KitOption> options = {}) {
    options.push_back({"file", std::string("r.csv"), "hub.toml:4:1"});
    auto made = make_kit({"replay", 10, options, "hub.toml:2:1", folder_.path().string()}, small_chair());
    EXPECT_TRUE(made) << made.error().message;
    return std::move(*made);
  }

  // Plays at most `most` frames.
  void play(Kit& kit, int most = 100) {
    Frame frame;
    while (most-- > 0 && kit.scan(Moment{}, frame)) {
      steady_.push_back(frame.at.steady.time_since_epoch().count());
      wall_.push_back(frame.at.wall.time_since_epoch().count());
      left_.push_back(frame.pads[0].counts);
      for (const std::string& notice : kit.take_notices()) notices_.push_back(notice);
    }
    for (const std::string& notice : kit.take_notices()) notices_.push_back(notice);
  }

  TemporaryFolder folder_;
  std::vector<std::int64_t> steady_, wall_;
  std::vector<std::int32_t> left_;
  std::vector<std::string> notices_;
};

TEST_F(ReplayKitTest, PlaysTheRecordingWithItsOwnTimesAndEnds) {
  given("5000,1,2,3\n5500,4,5,6\n6000,7,8,9\n");
  const auto replay = kit();
  EXPECT_TRUE(replay->pace().own_time);
  EXPECT_EQ(replay->pace().interval, Millis(500));
  EXPECT_EQ(replay->pace().speed, 1);
  play(*replay);
  EXPECT_THAT(left_, ElementsAre(1, 4, 7));
  EXPECT_THAT(wall_, ElementsAre(5000, 5500, 6000));
  EXPECT_THAT(notices_, IsEmpty());
}

TEST_F(ReplayKitTest, SaysWhatItIs) {
  given("5000,1,2,3\n");
  EXPECT_EQ(kit({{"speed", std::int64_t{0}, "hub.toml:5:1"}, {"loop", true, "hub.toml:6:1"}})->describe(),
            "replay of " + (folder_.path() / "r.csv").string() + ", as fast as possible, again and again");
}

TEST_F(ReplayKitTest, InALoopTimeGoesOnByTheUsualIntervalFromRoundToRound) {
  given("5000,1,2,3\n5500,4,5,6\n6100,7,8,9\n");
  const auto replay = kit({{"loop", true, "hub.toml:5:1"}});
  play(*replay, 7);
  EXPECT_THAT(left_, ElementsAre(1, 4, 7, 1, 4, 7, 1));
  const std::int64_t usual = replay->pace().interval.count();
  EXPECT_THAT(steady_, ElementsAre(0, 500, 1100, 1100 + usual, 1600 + usual, 2200 + usual, 2200 + 2 * usual));
  EXPECT_THAT(wall_, ElementsAre(5000, 5500, 6100, 6100 + usual, 6600 + usual, 7200 + usual, 7200 + 2 * usual));
}

TEST_F(ReplayKitTest, ALoopOverNothingEnds) {
  given("");
  const auto replay = kit({{"loop", true, "hub.toml:5:1"}});
  play(*replay);
  EXPECT_THAT(left_, IsEmpty());
}

TEST_F(ReplayKitTest, ALoopWhoseFileHasGoneSaysSoAndEnds) {
  given("5000,1,2,3\n");
  const auto replay = kit({{"loop", true, "hub.toml:5:1"}});
  std::filesystem::remove(folder_.path() / "r.csv");
  play(*replay);
  EXPECT_THAT(left_, ElementsAre(1));
  EXPECT_THAT(notices_, ElementsAre(HasSubstr("cannot be read")));
}

TEST_F(ReplayKitTest, HandsOnTheRecordingsFaultsOnceHoweverOftenItPlays) {
  given("5000,,2,3\n5500,4,5,6\n");
  const auto replay = kit({{"loop", true, "hub.toml:5:1"}});
  play(*replay, 10);
  EXPECT_THAT(notices_, ElementsAre(HasSubstr("r.csv:2:6: pad 'left' is blank")));
}

TEST_F(ReplayKitTest, CountsTheFaultsItDoesNotList) {
  std::string rows;
  for (int i = 0; i < 25; ++i) rows += std::to_string(i * 100) + ",,2,3\n";
  given(rows);
  const auto replay = kit();
  play(*replay);
  ASSERT_EQ(notices_.size(), 21U);
  EXPECT_THAT(notices_.back(), HasSubstr("and 5 more faults like these"));
}

TEST_F(ReplayKitTest, CanAssumeARate) {
  given("7,1,2,3\n3,4,5,6\n9,7,8,9\n");
  const auto replay = kit({{"assume_rate_hz", std::int64_t{2}, "hub.toml:5:1"}});
  play(*replay);
  EXPECT_THAT(steady_, ElementsAre(0, 500, 1000));
}

TEST_F(ReplayKitTest, RefusesARecordingThatDoesNotFitTheChairWithThePlaceInTheConfiguration) {
  folder_.write("r.csv", "t_ms,left\n");
  const KitConfig config{
      "replay", 10, {{"file", std::string("r.csv"), "hub.toml:4:1"}}, "hub.toml:2:1", folder_.path().string()};
  const auto made = make_kit(config, small_chair());
  ASSERT_FALSE(made);
  EXPECT_THAT(made.error().message,
              testing::StartsWith("hub.toml:4:1: " + (folder_.path() / "r.csv").string() + ":1:1: "));
  EXPECT_THAT(made.error().message, HasSubstr("right, back"));
}

}  // namespace chairhub::replay_kit_test
