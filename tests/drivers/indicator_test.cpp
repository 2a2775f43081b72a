#include "drivers/indicator/gpio_indicator.h"

#include <poll.h>

#include <chrono>
#include <future>
#include <memory>

#include <gmock/gmock.h>

#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_gpio.h"

namespace chairhub::indicator_test {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr unsigned led = 16, haptic = 12, buzzer = 13, button = 26;
const IndicatorLines all_lines{"", led, haptic, buzzer, button};

// How long the line is high in a pulse, and until when.
struct Told {
  Nanos high{};
  Nanos end{};
};
Told follow(const PulseTrain& train) {
  Told told;
  Nanos now{};
  while (const auto next = train.next_change(now)) {
    EXPECT_GT(*next, now);
    if (train.level(now)) told.high += *next - now;
    now = *next;
  }
  told.end = now;
  EXPECT_FALSE(train.level(told.end));
  return told;
}

TEST(PulseTrainTest, AFullPulseIsOneLevel) {
  const Told told = follow(PulseTrain({600ms, 1}, true, 0ms));
  EXPECT_EQ(told.high, 600ms);
  EXPECT_EQ(told.end, 600ms);
}

TEST(PulseTrainTest, ADosedPulseBeginsInFullAndIsOnForAPartOfTheRest) {
  const PulseTrain train({440ms, 0.25}, true, 0ms);
  EXPECT_TRUE(train.level(39ms));
  EXPECT_TRUE(train.level(44ms));
  EXPECT_FALSE(train.level(46ms));
  const Told told = follow(train);
  EXPECT_EQ(told.high, 40ms + 100ms);
}

TEST(PulseTrainTest, WhatCannotBeDosedIsOnInFull) {
  EXPECT_EQ(follow(PulseTrain({200ms, 0.1}, false, 0ms)).high, 200ms);
}

TEST(PulseTrainTest, NoPulseIsLongerThanTheLongest) {
  EXPECT_EQ(follow(PulseTrain({1h, 1}, true, 0ms)).end, longest_pulse);
}

TEST(PulseTrainTest, APulseOfNoLengthIsNone) {
  EXPECT_FALSE(PulseTrain({-5ms, 1}, true, 0ms).level(0ms));
  EXPECT_FALSE(PulseTrain().level(0ms));
  EXPECT_EQ(PulseTrain().next_change(0ms), std::nullopt);
}

class GpioIndicatorTest : public testing::Test {
 protected:
  GpioOpener opener() {
    return [this](const std::string& label) { return gpio_.open(label); };
  }
  std::unique_ptr<GpioIndicator> indicator(const IndicatorLines& lines = all_lines) {
    auto made = GpioIndicator::make(lines, clock_, opener());
    EXPECT_TRUE(made) << in_words(made.error());
    return std::move(*made);
  }
  static bool is_readable(int fd) {
    pollfd asked{fd, POLLIN, 0};
    return ::poll(&asked, 1, 0) == 1;
  }

  FakeBusClock clock_;
  FakeGpio gpio_{clock_};
};

TEST_F(GpioIndicatorTest, IsOffWhenItBeginsAndWhenItEnds) {
  {
    const auto made = indicator();
    EXPECT_FALSE(gpio_.level(led));
    EXPECT_FALSE(gpio_.level(haptic));
    EXPECT_TRUE(gpio_.changes(haptic).empty()) << "not even for a moment";
    ASSERT_TRUE(made->light(true));
    ASSERT_TRUE(made->vibrate({1s, 1}));
    ASSERT_TRUE(made->beep({1s, 1}));
    EXPECT_TRUE(gpio_.level(led));
    EXPECT_TRUE(gpio_.level(haptic));
    EXPECT_TRUE(gpio_.level(buzzer));
  }
  EXPECT_FALSE(gpio_.level(led));
  EXPECT_FALSE(gpio_.level(haptic));
  EXPECT_FALSE(gpio_.level(buzzer));
  EXPECT_EQ(gpio_.consumer(led), "");
}

TEST_F(GpioIndicatorTest, SilenceEndsAPulse) {
  const auto made = indicator();
  ASSERT_TRUE(made->vibrate({1s, 1}));
  ASSERT_TRUE(made->silence());
  EXPECT_FALSE(gpio_.level(haptic));
}

TEST_F(GpioIndicatorTest, WhatIsNotWiredDoesNothing) {
  const auto made = indicator({"", led, std::nullopt, buzzer, std::nullopt});
  EXPECT_TRUE(made->vibrate({1s, 1}));
  EXPECT_TRUE(made->beep({1s, 1}));
  EXPECT_TRUE(gpio_.level(buzzer));
  EXPECT_EQ(gpio_.consumer(haptic), "");
  EXPECT_EQ(made->button_fd(), std::nullopt);
  EXPECT_TRUE(made->take_edges().value().empty());
  const auto nothing = indicator({"", {}, {}, {}, {}});
  EXPECT_TRUE(nothing->light(true));
  EXPECT_TRUE(nothing->silence());
}

TEST_F(GpioIndicatorTest, SaysWhoHoldsALine) {
  gpio_.hold(haptic, "pwm-fan");
  const auto made = GpioIndicator::make(all_lines, clock_, opener());
  ASSERT_FALSE(made);
  EXPECT_THAT(in_words(made.error()), HasSubstr("line 12 is held by 'pwm-fan'"));
}

TEST_F(GpioIndicatorTest, TellsWhenTheLinesFail) {
  const auto made = indicator();
  gpio_.break_down(BusFault::no_device);
  EXPECT_FALSE(made->light(true));
  EXPECT_FALSE(made->vibrate({1s, 1}));
  gpio_.break_down(std::nullopt);
}

TEST_F(GpioIndicatorTest, HandsOnWhatTheButtonDoesWithEveryBounce) {
  const auto made = indicator();
  EXPECT_EQ(gpio_.pull(button), Pull::up);
  EXPECT_FALSE(is_readable(*made->button_fd()));
  const Nanos pressed = clock_.now();
  gpio_.bounce(button, 4);
  gpio_.press(button);
  EXPECT_TRUE(is_readable(*made->button_fd()));
  const auto edges = made->take_edges();
  ASSERT_TRUE(edges);
  ASSERT_EQ(edges->size(), 5U);
  EXPECT_TRUE(edges->front().pressed);
  EXPECT_EQ(edges->front().at.time_since_epoch(), std::chrono::duration_cast<Millis>(pressed));
  EXPECT_EQ(edges->back().at - edges->front().at, 4ms);
  EXPECT_TRUE(edges->back().pressed);
  EXPECT_FALSE(is_readable(*made->button_fd()));
  EXPECT_TRUE(made->take_edges().value().empty());
}

// The kernel's first interface keeps 16 edges and drops the newest.
TEST_F(GpioIndicatorTest, AButtonThatIsUpAgainIsNotTakenForPressedWhenEdgesAreLost) {
  const auto made = indicator();
  gpio_.press(button);
  gpio_.lose_edges(button);
  gpio_.release(button);
  const auto edges = made->take_edges();
  ASSERT_TRUE(edges);
  ASSERT_EQ(edges->size(), 2U);
  EXPECT_TRUE(edges->front().pressed);
  EXPECT_FALSE(edges->back().pressed);
}

TEST_F(GpioIndicatorTest, OutputsOffDrivesThemLowAfterAProgramThatWasKilled) {
  gpio_.leave_high(haptic);
  gpio_.leave_high(buzzer);
  EXPECT_TRUE(outputs_off(all_lines, opener()));
  EXPECT_FALSE(gpio_.level(haptic));
  EXPECT_FALSE(gpio_.level(buzzer));
  EXPECT_EQ(gpio_.consumer(haptic), "");
}

TEST_F(GpioIndicatorTest, OutputsOffDoesNotTouchWhatAnotherProgramHolds) {
  const auto running = indicator();
  ASSERT_TRUE(running->light(true));
  const auto off = outputs_off(all_lines, opener());
  ASSERT_FALSE(off);
  EXPECT_THAT(in_words(off.error()), HasSubstr("line 16 is held by 'chairhub:lamp'"));
  EXPECT_TRUE(gpio_.level(led));
  EXPECT_TRUE(outputs_off({"", {}, {}, {}, button}, opener())) << "there is no output";
}

// With the real clock: the thread ends the pulse though nobody calls again.
TEST(PulseLinesTest, EndAPulseByThemselves) {
  FakeBusClock unused;
  FakeGpio gpio(unused);
  std::promise<void> began, ended;
  gpio.wire_output(haptic, [&, is_high = false](bool level) mutable {
    if (level && !std::exchange(is_high, true)) began.set_value();
    if (!level && std::exchange(is_high, false)) ended.set_value();
  });
  const unsigned lines[] = {haptic};
  PulseLines pulses(*(*gpio.open())->request_outputs(lines, "motor"), true, false, monotonic_bus_clock());
  ASSERT_TRUE(pulses.begin(PulseLines::Part::haptic, {30ms, 1}));
  EXPECT_EQ(began.get_future().wait_for(30s), std::future_status::ready);
  EXPECT_EQ(ended.get_future().wait_for(30s), std::future_status::ready);
}

}  // namespace chairhub::indicator_test
