#include "drivers/converter/channel_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/drivers/converters.h"

namespace chairhub::channel_map_test {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

const std::vector<ChipChannels> two_chips = {{"0x48", 4}, {"0x49", 4}};
const std::vector<ChipChannels> one_chip = {{"0x48", 4}};

std::string refusal(const std::vector<std::string>& channels, const std::vector<ChipChannels>& chips) {
  const auto places = map_channels(kit_config("any", {}, channels), chair_with(channels.size()), chips);
  return places ? "accepted" : places.error().message;
}

TEST(ChannelMap, PutsPadsInTheOrderOfTheChannelsWhenNothingIsSaid) {
  const auto places = map_channels(kit_config("any"), chair_with(6), two_chips);
  ASSERT_TRUE(places);
  EXPECT_THAT(*places, ElementsAre(ChannelPlace{0, 0}, ChannelPlace{0, 1}, ChannelPlace{0, 2}, ChannelPlace{0, 3},
                                   ChannelPlace{1, 0}, ChannelPlace{1, 1}));
}

TEST(ChannelMap, TakesTheChannelThatEachPadNames) {
  const auto places = map_channels(kit_config("any", {}, {"0X49:2", "0x48:0"}), chair_with(2), two_chips);
  ASSERT_TRUE(places) << places.error().message;
  EXPECT_THAT(*places, ElementsAre(ChannelPlace{1, 2}, ChannelPlace{0, 0}));
}

TEST(ChannelMap, TakesABareNumberWhereThereIsOneChip) {
  KitConfig config = kit_config("any", {}, {"3"});
  config.channels.push_back({"channel", std::int64_t{1}, "c.toml:9:1"});
  const auto places = map_channels(config, chair_with(2), one_chip);
  ASSERT_TRUE(places) << places.error().message;
  EXPECT_THAT(*places, ElementsAre(ChannelPlace{0, 3}, ChannelPlace{0, 1}));
}

TEST(ChannelMap, RefusesWhatIsNotThereWithItsPlaceAndWhatIsAllowed) {
  const auto allowed = HasSubstr("allowed: 0x48:0 to 3, 0x49:0 to 3");
  EXPECT_THAT(refusal({"0x48:1", "0x4a:1"}, two_chips),
              AllOf(StartsWith("c.toml:3:1: channel is '0x4a:1'"), HasSubstr("no such chip"), allowed));
  EXPECT_THAT(refusal({"0x48:4"}, two_chips), AllOf(HasSubstr("no such channel"), allowed));
  EXPECT_THAT(refusal({"3"}, two_chips), AllOf(HasSubstr("the kit has several chips"), allowed));
  for (const char* odd : {"", "a", "0x48:", "0x48:-1", "0x48:1.5", "-1", "99999999999"})
    EXPECT_THAT(refusal({odd}, two_chips), allowed) << odd;
}

TEST(ChannelMap, RefusesOneChannelForTwoPads) {
  EXPECT_EQ(refusal({"0x48:2", "0x49:2", "0x48:2"}, two_chips),
            "c.toml:4:1: channel 0x48:2 belongs to the pad pad_1 already; each pad needs one of its own");
}

TEST(ChannelMap, RefusesMorePadsThanChannels) {
  const auto places = map_channels(kit_config("any"), chair_with(5), one_chip);
  ASSERT_FALSE(places);
  EXPECT_EQ(places.error().message,
            "c.toml:1:1: the chair has 5 pads, but the kit only 4 channels (0x48:0 to 3); name another chip");
}

}  // namespace chairhub::channel_map_test
