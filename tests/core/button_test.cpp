#include "hub/core/button.h"

#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::button_test {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class ButtonTest : public testing::Test {
 protected:
  void take(std::optional<Press> press) {
    if (press) presses.push_back(*press);
  }
  // Time passes; the decoder is woken when it asked to be.
  void pass(Millis length) {
    const SteadyTime end = now + length;
    while (button.next_wake() && *button.next_wake() <= end) {
      now = *button.next_wake();
      take(button.wake(now));
    }
    now = end;
  }
  void down() { take(button.edge({true, now})); }
  void up() { take(button.edge({false, now})); }
  void press_for(Millis length) {
    down();
    pass(length);
    up();
  }
  void bounce(bool pressed) {
    for (int i = 0; i < 5; ++i) {
      pass(3ms);
      take(button.edge({!pressed, now}));
      pass(2ms);
      take(button.edge({pressed, now}));
    }
  }

  SteadyTime now{1h};
  ButtonDecoder button;
  std::vector<Press> presses;
};

TEST_F(ButtonTest, TellsOnePressOnceNoSecondHasCome) {
  press_for(100ms);
  pass(300ms);
  EXPECT_THAT(presses, IsEmpty());
  pass(200ms);
  EXPECT_THAT(presses, ElementsAre(Press::once));
}

TEST_F(ButtonTest, TellsTwoPressesThatFollowEachOther) {
  press_for(100ms);
  pass(200ms);
  press_for(100ms);
  pass(1s);
  EXPECT_THAT(presses, ElementsAre(Press::twice));
}

TEST_F(ButtonTest, TwoSlowPressesAreTwoPresses) {
  press_for(100ms);
  pass(450ms);
  press_for(100ms);
  pass(1s);
  EXPECT_THAT(presses, ElementsAre(Press::once, Press::once));
}

TEST_F(ButtonTest, TellsAHeldButtonWhenItIsLetGo) {
  down();
  pass(2100ms);
  EXPECT_THAT(presses, IsEmpty());
  up();
  pass(30ms);
  EXPECT_THAT(presses, ElementsAre(Press::held));
}

TEST_F(ButtonTest, ABagThatLeansOnTheButtonAsksForNothing) {
  press_for(1h);
  pass(1s);
  EXPECT_THAT(presses, IsEmpty());
  press_for(100ms);
  pass(1s);
  EXPECT_THAT(presses, ElementsAre(Press::once));
}

TEST_F(ButtonTest, BouncesAreNoPresses) {
  down();
  bounce(true);
  pass(100ms);
  up();
  bounce(false);
  pass(1s);
  EXPECT_THAT(presses, ElementsAre(Press::once));
}

TEST_F(ButtonTest, ASpikeIsNoPress) {
  press_for(20ms);
  pass(1s);
  EXPECT_THAT(presses, IsEmpty());
}

// A loaded machine delivers edges late; their timestamps say when they were.
TEST_F(ButtonTest, TellsTheSameWhenNobodyWokeIt) {
  const std::vector<std::pair<bool, Millis>> edges = {
      {true, 0ms}, {false, 100ms}, {true, 300ms}, {false, 400ms}, {true, 2s}};
  for (const auto& [pressed, at] : edges) take(button.edge({pressed, now + at}));
  EXPECT_THAT(presses, ElementsAre(Press::twice));
}

TEST_F(ButtonTest, WantsToBeWokenOnlyWhileSomethingIsOpen) {
  EXPECT_FALSE(button.next_wake());
  press_for(100ms);
  EXPECT_TRUE(button.next_wake());
  pass(1s);
  EXPECT_FALSE(button.next_wake());
}

}  // namespace chairhub::button_test
