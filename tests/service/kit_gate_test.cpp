#include "hub/service/kit_gate.h"

#include <gmock/gmock.h>

#include "drivers/wireless/sent_frame.h"

namespace chairhub::kit_gate_test {

using Kind = KitMessage::Kind;

class KitGateTest : public testing::Test {
 protected:
  KitGateTest() {
    gate_.admit({3, "desk", "chairhub/desk/kit", 10});
    gate_.admit({8, "sofa", "chairhub/sofa/kit", 10});
  }
  std::optional<KitMessage> arrives(int ms, const std::string& topic, std::string payload, bool retained = false) {
    return gate_.pass({topic, std::move(payload), retained}, SteadyTime(Millis(ms)));
  }
  bool frame_passes(int ms, const std::string& chair) {
    const auto passed = arrives(ms, "chairhub/" + chair + "/kit/frames", "x");
    return passed && passed->kind == Kind::frame;
  }
  std::uint64_t excess(std::size_t chair) { return gate_.counts(chair).at(0).count; }

  KitGate gate_;
};

TEST_F(KitGateTest, HandsOnWhatAKitSendsWithItsChair) {
  const auto frame = arrives(0, "chairhub/sofa/kit/frames", "abc");
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->chair, 8U);
  EXPECT_EQ(frame->kind, Kind::frame);
  EXPECT_EQ(frame->payload, "abc");
  EXPECT_EQ(arrives(0, "chairhub/desk/kit/availability", "online", true)->kind, Kind::online);
  EXPECT_EQ(arrives(0, "chairhub/desk/kit/availability", "offline")->kind, Kind::offline);
}

TEST_F(KitGateTest, LeavesOutWhatIsNoNews) {
  EXPECT_FALSE(arrives(0, "chairhub/desk/kit/debug", "x"));
  EXPECT_FALSE(arrives(0, "chairhub/attic/kit/frames", "x"));
  EXPECT_FALSE(arrives(0, "chairhub/desk/kit/availability", "perhaps"));
  EXPECT_FALSE(arrives(0, "chairhub/desk/kit/frames", "an old one", true));
  EXPECT_EQ(gate_.counts(3).at(1).name, "retained");
  EXPECT_EQ(gate_.counts(3).at(1).count, 1U);
  EXPECT_TRUE(gate_.counts(5).empty());
}

TEST_F(KitGateTest, KeepsOfAnOversizeFrameOnlyThatItIsOne) {
  EXPECT_EQ(arrives(0, "chairhub/desk/kit/frames", std::string(1'000'000, 'x'))->payload.size(), max_frame_bytes + 1);
}

TEST_F(KitGateTest, AKitAtItsRateAndWhatItsRadioHeldBackPass) {
  for (int ms = 0; ms < 60'000; ms += 100) ASSERT_TRUE(frame_passes(ms, "desk")) << ms;
  for (int i = 0; i < 90; ++i) ASSERT_TRUE(frame_passes(69'000, "desk")) << i;
  EXPECT_EQ(excess(3), 0U);
}

TEST_F(KitGateTest, AKitThatSendsTooMuchLosesItsOwnAndIsToldOnce) {
  int passed = 0;
  int told = 0;
  for (int ms = 0; ms < 60'000; ms += 50) {  // 20 a second, 15 are allowed
    const auto message = arrives(ms, "chairhub/desk/kit/frames", "x");
    passed += message && message->kind == Kind::frame ? 1 : 0;
    told += message && message->kind == Kind::excess ? 1 : 0;
    if (ms % 100 == 0) {
      ASSERT_TRUE(frame_passes(ms, "sofa")) << ms;
    }
  }
  EXPECT_NEAR(passed, 60 * 15 + 100, 5);
  EXPECT_EQ(told, 1);
  EXPECT_EQ(excess(3), 1200U - static_cast<unsigned>(passed));
  EXPECT_EQ(excess(8), 0U);
}

TEST_F(KitGateTest, AFloodIsToldOnceUntilItIsOver) {
  const auto floods = [this](int ms, int messages) {
    int told = 0;
    for (int i = 0; i < messages; ++i) {
      const auto message = arrives(ms, "chairhub/desk/kit/" + std::string(i % 2 ? "frames" : "availability"), "online");
      told += message && message->kind == Kind::flood ? 1 : 0;
    }
    return told;
  };
  EXPECT_EQ(floods(0, 100'000), 1);
  EXPECT_EQ(floods(10, 100'000), 0);
  EXPECT_TRUE(frame_passes(10, "sofa"));
  EXPECT_TRUE(frame_passes(120'000, "desk"));
  EXPECT_EQ(floods(120'000, 100'000), 1);
}

}  // namespace chairhub::kit_gate_test
