#include "drivers/wireless/wireless_kit.h"

#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "drivers/catalogue.h"
#include "tests/drivers/chairs.h"
#include "tests/drivers/sent_frames.h"

namespace chairhub::wireless_kit_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class WirelessKitTest : public testing::Test {
 protected:
  WirelessKitTest() : kit_(made("json")) {}

  static std::unique_ptr<Kit> made(const std::string& format) {
    return std::move(
        *make_kit({"wireless", 10, {{"format", format, "hub.toml:4:1"}}, "hub.toml:2:1", "."}, small_chair()));
  }
  static Moment at(int ms) { return {SteadyTime(Millis(ms)), WallTime(Millis(1'000'000 + ms))}; }

  // A frame of the kit's clock arrives at `ms`; whether it was taken, and its time.
  std::optional<int> arrives(int ms, const Sending& sending) {
    Frame frame;
    if (!kit_->receiver()->receive(as_json(sending), at(ms), frame)) return std::nullopt;
    EXPECT_EQ(frame.at.wall.time_since_epoch() - frame.at.steady.time_since_epoch(), Millis(1'000'000));
    return static_cast<int>(frame.at.steady.time_since_epoch().count());
  }
  std::map<std::string, std::uint64_t> counted() {
    std::map<std::string, std::uint64_t> all;
    for (const NamedCount& one : kit_->receiver()->counts())
      if (one.count > 0) all.emplace(one.name, one.count);
    return all;
  }
  using Counts = std::map<std::string, std::uint64_t>;

  std::unique_ptr<Kit> kit_;
};

TEST_F(WirelessKitTest, FramesArePassedOnWithTheirReadings) {
  Frame frame;
  ASSERT_TRUE(kit_->receiver()->receive(as_json({7, 0, 0, {1, std::nullopt, 3}}), at(50), frame));
  EXPECT_EQ(frame.at, at(50));
  EXPECT_THAT(frame.readings(), ElementsAre(PadReading{1, Signal::ok}, PadReading{}, PadReading{3, Signal::ok}));
  kit_ = made("binary");
  ASSERT_TRUE(kit_->receiver()->receive(as_binary({7, 0, 0, {4, 5, 6}}), at(50), frame));
  EXPECT_EQ(frame.pads[2].counts, 6);
  EXPECT_THAT(kit_->take_notices(), IsEmpty());
}

TEST_F(WirelessKitTest, ABurstKeepsTheDistancesAtWhichItWasMeasured) {
  EXPECT_EQ(arrives(1000, {7, 0, 100}), 1000);
  EXPECT_EQ(arrives(1130, {7, 1, 200}), 1100);  // 30 ms on its way
  EXPECT_EQ(arrives(1900, {7, 2, 300}), 1200);
  EXPECT_EQ(arrives(1900, {7, 3, 400}), 1300);
  EXPECT_EQ(arrives(1901, {7, 4, 990}), 1890);
  EXPECT_EQ(arrives(1990, {7, 5, 1100}), 1990);  // a faster way than any before
}

TEST_F(WirelessKitTest, AKitWhoseClockIsSlowIsFollowed) {
  int measured = 0;
  int kit_ms = 0;
  for (std::uint32_t i = 0; i < 36'000; ++i, kit_ms += 100)  // an hour, 50 in a million slow
    measured = arrives(kit_ms + kit_ms / 20'000, {7, i, static_cast<std::uint32_t>(kit_ms)}).value();
  EXPECT_GE(measured, (kit_ms - 100) + (kit_ms - 100) / 20'000 - 2);
}

TEST_F(WirelessKitTest, GapsAreCountedAndRepeatedAndLateFramesDropped) {
  EXPECT_TRUE(arrives(0, {7, 10, 1000}));
  EXPECT_TRUE(arrives(400, {7, 14, 1400}));
  EXPECT_FALSE(arrives(410, {7, 14, 1400}));
  EXPECT_FALSE(arrives(420, {7, 12, 1200}));
  EXPECT_TRUE(arrives(500, {7, 15, 1500}));
  EXPECT_EQ(counted(), (Counts{{"taken", 3}, {"lost", 3}, {"repeated", 1}, {"late", 1}}));
}

TEST_F(WirelessKitTest, NumbersGoOverTheTop) {
  EXPECT_EQ(arrives(1000, {7, 4'294'967'295U, 4'294'967'246U}), 1000);
  EXPECT_EQ(arrives(1110, {7, 0, 50}), 1100);
  EXPECT_EQ(counted(), (Counts{{"taken", 2}}));
}

TEST_F(WirelessKitTest, AKitThatStartsAnewIsTakenAtOnce) {
  EXPECT_TRUE(arrives(0, {7, 5000, 500'000}));
  EXPECT_TRUE(arrives(3000, {8, 0, 300}));
  EXPECT_TRUE(arrives(3100, {8, 1, 400}));
  EXPECT_EQ(counted(), (Counts{{"taken", 3}, {"restarted", 1}}));
  EXPECT_THAT(kit_->take_notices(), ElementsAre(HasSubstr("frames restarted: 1 so far")));
}

TEST_F(WirelessKitTest, AClockThatWasStoppedOrSetIsBelievedAnew) {
  EXPECT_EQ(arrives(0, {7, 0, 100'000}), 0);
  EXPECT_EQ(arrives(70'000, {7, 1, 100'100}), 70'000);
  EXPECT_EQ(arrives(70'100, {7, 2, 200}), 70'100);
  EXPECT_EQ(arrives(70'200, {7, 3, 300}), 70'200);
}

TEST_F(WirelessKitTest, MomentsRiseAlsoAfterASilence) {
  EXPECT_TRUE(arrives(0, {7, 0, 0}));
  Frame frame;
  ASSERT_TRUE(kit_->scan(at(2000), frame));
  EXPECT_EQ(frame.at, at(2000));
  EXPECT_THAT(frame.readings(), ElementsAre(PadReading{}, PadReading{}, PadReading{}));
  EXPECT_FALSE(arrives(2100, {7, 1, 1900})) << "measured before the silence was told";
  EXPECT_EQ(arrives(2101, {7, 2, 2050}), 2051 + 1);
  EXPECT_FALSE(arrives(2200, {7, 3, 2050}));
  EXPECT_EQ(counted(), (Counts{{"taken", 2}, {"late", 2}}));
}

TEST_F(WirelessKitTest, EachKindOfFaultIsCountedByItsNameAndToldAtPowersOfTen) {
  Frame frame;
  const auto receive = [&](const std::string& payload) { return kit_->receiver()->receive(payload, at(0), frame); };
  for (int i = 0; i < 1500; ++i) EXPECT_FALSE(receive("garbage"));
  EXPECT_FALSE(receive(std::string(5000, ' ')));
  EXPECT_FALSE(receive(as_json({7, 0, 0, {1}})));
  EXPECT_EQ(counted(), (Counts{{"malformed", 1500}, {"oversize", 1}, {"pad_count", 1}}));
  EXPECT_THAT(kit_->take_notices(), ElementsAre(HasSubstr("desk: the kit's frames malformed: 1 so far"),
                                                HasSubstr(": 10 so"), HasSubstr(": 100 so"), HasSubstr(": 1000 so"),
                                                HasSubstr("oversize"), HasSubstr("pad_count")));
  EXPECT_THAT(kit_->take_notices(), IsEmpty());
}

TEST_F(WirelessKitTest, SaysWhatItIs) {
  EXPECT_EQ(kit_->describe(), "wireless, JSON frames below the chair's own topics, 10 a second");
  EXPECT_FALSE(kit_->pace().own_time);
}

TEST_F(WirelessKitTest, RefusesAnUnknownFormatAndChannels) {
  const auto refusal = [](const KitConfig& config) {
    const auto kit = make_kit(config, small_chair());
    return kit ? "accepted" : kit.error().message;
  };
  EXPECT_EQ(refusal({"wireless", 10, {{"format", std::string("xml"), "hub.toml:4:1"}}, "hub.toml:2:1", "."}),
            "hub.toml:4:1: format is \"xml\", allowed is \"json\" or \"binary\"");
  KitConfig config{"wireless", 10, {}, "hub.toml:2:1", "."};
  config.channels = {{"channel", std::int64_t{3}, "hub.toml:9:1"}};
  EXPECT_THAT(refusal(config), HasSubstr("hub.toml:9:1: a wireless kit has no channels"));
}

}  // namespace chairhub::wireless_kit_test
