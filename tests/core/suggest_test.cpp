#include "hub/core/suggest.h"

#include <array>
#include <ostream>

#include <gtest/gtest.h>

namespace chairhub::suggest_test {

constexpr std::array<std::string_view, 5> keys = {"speed", "seed", "scenario", "start", "repeat"};

struct Slip {
  std::string_view typed;
  std::optional<std::string_view> meant;
};

void PrintTo(const Slip& slip, std::ostream* out) {
  *out << slip.typed;
}

class Nearest : public testing::TestWithParam<Slip> {};

TEST_P(Nearest, GuessesWhatWasMeantOrNothing) {
  EXPECT_EQ(nearest(GetParam().typed, keys), GetParam().meant);
}

INSTANTIATE_TEST_SUITE_P(Slips, Nearest,
                         testing::Values(Slip{"sped", "speed"},         // a letter missing
                                         Slip{"speeed", "speed"},       // one too many
                                         Slip{"spead", "speed"},        // one wrong
                                         Slip{"sacrf", std::nullopt},   // too many
                                         Slip{"secnario", "scenario"},  // two swapped
                                         Slip{"seed", "seed"},          // none at all
                                         Slip{"scenrio_", "scenario"},  // two slips in a long word
                                         Slip{"loop", std::nullopt},    // another word
                                         Slip{"", std::nullopt}));

TEST(NearestTest, PrefersTheFirstOfSeveralEquallyNear) {
  constexpr std::array<std::string_view, 2> pads = {"back_l", "back_r"};
  EXPECT_EQ(nearest("back_x", pads), "back_l");
}

TEST(NearestTest, PrefersTheNearerOneWhereverItStands) {
  constexpr std::array<std::string_view, 2> words = {"supports", "supported"};
  EXPECT_EQ(nearest("suported", words), "supported");
}

TEST(NearestTest, SuggestsNothingWhenAllLettersWouldChange) {
  constexpr std::array<std::string_view, 2> names = {"a", "b"};
  EXPECT_EQ(nearest("x", names), std::nullopt);
}

TEST(NearestTest, KnowsNothingWhenNothingIsKnown) {
  EXPECT_EQ(nearest("speed", {}), std::nullopt);
}

}  // namespace chairhub::suggest_test
