// Two ads1115 on a served I2C bus, and all that can happen to them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/vm/machine.h"

namespace chairhub::resistive_pads_test {

using testing::HasSubstr;

constexpr double range = 25'000;

void put(const Load& load) {
  tell(i2c_bus, "0x48 counts" + counts_of(std::span(load).first(4), range));
  tell(i2c_bus, "0x49 counts" + counts_of(std::span(load).last(4), range));
}

class ResistivePadsTest : public testing::Test {
 protected:
  ResistivePadsTest() {
    for (const std::string chip : {"0x48", "0x49"})
      for (const std::string mended : {" return", " release"}) tell(i2c_bus, chip + mended);
    put(nobody);
  }
  void SetUp() override {
    hub.calibrate(range);
    hub.start();
    hub.says("the chair is empty");
  }

  HubInMachine hub{"driver = \"ads1115\"\nbus = \"" + i2c_bus + "\"\nrate_hz = 4",
                   "range = [0, 25000]\ncalibration = \"desk.toml\""};
};

TEST_F(ResistivePadsTest, SomebodySitsDownLeansBackBendsForwardAndGetsUp) {
  put(leaning_back);
  hub.says("leaning back, supported");
  hub.says("somebody sits down");
  put(upright);
  hub.says("upright without support");
  put(bending_forward);
  hub.says("bent forward");
  put(nobody);
  hub.says("gets up after");
  hub.stop();
  EXPECT_THAT(hub.runs({"log"}).second, HasSubstr("Sittings\n  08:"));
}

TEST_F(ResistivePadsTest, ATransferThatNobodyAnswersIsTriedAgain) {
  tell(i2c_bus, "0x49 nack 1");
  put(leaning_back);
  hub.says("leaning back, supported");
  EXPECT_FALSE(hub.has_said("nobody answers"));
}

TEST_F(ResistivePadsTest, AChipThatMissesThreeTransfersIsSetUpAnew) {
  tell(i2c_bus, "0x49 nack 3");
  hub.says("ads1115 at 0x49 on /dev/i2c-7: nobody answers");
  hub.says("it was set up anew and works, 1 such fault since the start");
}

TEST_F(ResistivePadsTest, AConversionThatNeverEndsCostsItsPadsAndNoOthers) {
  tell(i2c_bus, "0x49 hold");
  hub.says("the chip answers, but its conversion does not end");
  hub.says("until it works the pads back_ll, back_lr, back_ul, back_ur are missing");
  hub.says("pad back_ll is missing");
  put(leaning_back);
  hub.says("somebody sits down");
  tell(i2c_bus, "0x49 release");
  hub.says("ads1115 at 0x49 on /dev/i2c-7 works again");
}

// Between two conversions that changes nothing, because each begins with its settings. So it is done until it shows.
TEST_F(ResistivePadsTest, AChipWhoseSupplyDipsWhileItConvertsIsSetUpAnew) {
  hub.says_while([] { tell(i2c_bus, "0x48 reset 1"); }, "ads1115 at 0x48 on /dev/i2c-7: what came cannot be right",
                 std::chrono::seconds(20));
  hub.says("it has been reset, or somebody else writes to it");
  hub.says("it was set up anew and works");
  put(leaning_back);
  hub.says("leaning back, supported");
}

TEST_F(ResistivePadsTest, AChipThatVanishesIsMissedAndTakenBack) {
  tell(i2c_bus, "0x48 vanish");
  hub.says("ads1115 at 0x48 on /dev/i2c-7: nobody answers");
  hub.says("pad seat_rl is missing");
  tell(i2c_bus, "0x49 vanish");
  hub.says("no chip of the kit works");
  tell(i2c_bus, "0x48 return");
  hub.says("ads1115 at 0x48 on /dev/i2c-7 works again");
  tell(i2c_bus, "0x49 return");
  hub.says("ads1115 at 0x49 on /dev/i2c-7 works again");
  put(leaning_back);
  hub.says("somebody sits down");
}

}  // namespace chairhub::resistive_pads_test
