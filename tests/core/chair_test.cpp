#include "hub/core/chair.h"

#include <gtest/gtest.h>

namespace chairhub::chair_test {

Chair chair_with(std::vector<Pad> pads) {
  return {"desk", "Desk", std::move(pads)};
}

Pad seat(std::string name) {
  return {std::move(name), Zone::seat, 0.1, 0.5, {0, 4095}};
}

std::string trouble(const Chair& chair) {
  const auto valid = validate(chair);
  return valid ? "" : valid.error().message;
}

TEST(ChairTest, TwoPadsInTheSeatAreAChair) {
  EXPECT_EQ(trouble(chair_with({seat("left"), seat("right")})), "");
}

TEST(ChairTest, AnInvertedRangeIsAsGoodAsAnyOther) {
  Pad inverted = seat("left");
  inverted.range = {1023, 0};
  EXPECT_EQ(trouble(chair_with({inverted, seat("right")})), "");
}

TEST(ChairTest, RefusesTooFewAndTooManyPads) {
  EXPECT_NE(trouble(chair_with({seat("one")})).find("2 to 64"), std::string::npos);
  std::vector<Pad> many;
  for (int i = 0; i < 65; ++i) many.push_back(seat("pad_" + std::to_string(i)));
  EXPECT_NE(trouble(chair_with(many)).find("65 pads"), std::string::npos);
}

TEST(ChairTest, RefusesABackrestWithoutASeat) {
  Pad back = seat("a");
  back.zone = Zone::back;
  Pad other = back;
  other.name = "b";
  EXPECT_NE(trouble(chair_with({back, other})).find("no pad in the seat"), std::string::npos);
}

TEST(ChairTest, RefusesNamesThatCannotBeAColumn) {
  for (const char* name : {"", "Left", "a b", "t,ms", "ä"})
    EXPECT_NE(trouble(chair_with({seat(name), seat("right")})), "") << name;
}

TEST(ChairTest, RefusesTheSameNameTwice) {
  EXPECT_NE(trouble(chair_with({seat("a"), seat("a")})).find("twice"), std::string::npos);
}

TEST(ChairTest, RefusesPlacesOffTheChair) {
  Pad off = seat("off");
  off.x = 1.5;
  EXPECT_NE(trouble(chair_with({off, seat("b")})).find("x is outside"), std::string::npos);
  off.x = 0;
  off.y = -0.1;
  EXPECT_NE(trouble(chair_with({off, seat("b")})).find("y is outside"), std::string::npos);
}

TEST(ChairTest, RefusesARangeOfNothing) {
  Pad flat = seat("flat");
  flat.range = {100, 100};
  EXPECT_NE(trouble(chair_with({flat, seat("b")})).find("two different counts"), std::string::npos);
}

TEST(ChairTest, SaysWhetherItHasABackrest) {
  EXPECT_FALSE(chair_with({seat("a"), seat("b")}).has_backrest());
}

}  // namespace chairhub::chair_test
