#include "drivers/wireless/sent_frame.h"

#include <random>
#include <string>

#include <gmock/gmock.h>

#include "tests/drivers/sent_frames.h"

namespace chairhub::sent_frame_test {

std::string fault_in(const Decoded& decoded) {
  if (decoded) return "none";
  static constexpr const char* names[] = {"oversize", "malformed", "version", "pad_count"};
  return names[static_cast<std::size_t>(decoded.error())];
}
std::string json_fault(std::string_view text) {
  return fault_in(decode_json(text, 3));
}
std::string binary_fault(std::string_view bytes) {
  return fault_in(decode_binary(bytes, 3));
}

TEST(SentFrameTest, BothFormsSayTheSame) {
  const Sending sending{4'000'000'000U, 4'294'967'295U, 123'456, {-8'388'608, std::nullopt, 8'388'607}};
  for (const Decoded& frame : {decode_json(as_json(sending), 3), decode_binary(as_binary(sending), 3)}) {
    ASSERT_TRUE(frame) << fault_in(frame);
    EXPECT_EQ(frame->boot, sending.boot);
    EXPECT_EQ(frame->sequence, sending.sequence);
    EXPECT_EQ(frame->kit_ms, sending.kit_ms);
    EXPECT_EQ(frame->pad_count, 3U);
    EXPECT_EQ(frame->pads[0], (PadReading{-8'388'608, Signal::ok}));
    EXPECT_EQ(frame->pads[1].signal, Signal::missing);
    EXPECT_EQ(frame->pads[2], (PadReading{8'388'607, Signal::ok}));
  }
}

TEST(SentFrameTest, AReadingNoConverterHasIsMarkedAndTheOthersStay) {
  const Sending sending{7, 0, 0, {8'388'608, 5, -8'388'609}};
  for (const Decoded& frame : {decode_json(as_json(sending), 3), decode_binary(as_binary(sending), 3)}) {
    ASSERT_TRUE(frame) << fault_in(frame);
    EXPECT_EQ(frame->pads[0].signal, Signal::out_of_range);
    EXPECT_EQ(frame->pads[1], (PadReading{5, Signal::ok}));
    EXPECT_EQ(frame->pads[2].signal, Signal::out_of_range);
  }
}

TEST(SentFrameTest, JsonTakesFractionsAsTheNearestCount) {
  const Decoded frame = decode_json(R"({"boot":1,"seq":2,"ms":3,"pads":[1.5,-1.5,1e400]})", 3);
  EXPECT_EQ(fault_in(frame), "malformed");  // 1e400 is no number that anybody can hold
  const Decoded other = decode_json(R"({"boot":1,"seq":2,"ms":3,"pads":[1.5,-1.5,1e300]})", 3);
  ASSERT_TRUE(other);
  EXPECT_EQ(other->pads[0].counts, 2);
  EXPECT_EQ(other->pads[1].counts, -2);
  EXPECT_EQ(other->pads[2].signal, Signal::out_of_range);
}

TEST(SentFrameTest, JsonMayHoldWhatNobodyAskedFor) {
  EXPECT_EQ(json_fault(R"( {"name":"é","battery":3.3,"x":{"pads":[1],"seq":null},"y":[[{}],true],"pads":[1,2,3],
                           "ms":3,"seq":2,"boot":1} )"),
            "none");
}

TEST(SentFrameTest, JsonIsRefusedWithTheKindOfItsFault) {
  const std::string good = as_json({});
  EXPECT_EQ(json_fault(good), "none");
  for (const std::string& bad : {std::string(),
                                 std::string("{}"),
                                 std::string("[]"),
                                 std::string("null"),
                                 std::string("12"),
                                 std::string(R"([{"boot":1,"seq":2,"ms":3,"pads":[1,2,3]}])"),
                                 good + good,
                                 good.substr(0, good.size() - 1),
                                 std::string(R"({"boot":1,"seq":2,"ms":3})"),
                                 std::string(R"({"boot":1,"seq":2,"pads":[1,2,3]})"),
                                 std::string(R"({"boot":1,"seq":2,"seq":2,"ms":3,"pads":[1,2,3]})"),
                                 std::string(R"({"boot":1,"seq":2,"ms":3,"pads":[1],"pads":[2,3]})"),
                                 std::string(R"({"boot":-1,"seq":2,"ms":3,"pads":[1,2,3]})"),
                                 std::string(R"({"boot":1,"seq":4294967296,"ms":3,"pads":[1,2,3]})"),
                                 std::string(R"({"boot":1,"seq":2.5,"ms":3,"pads":[1,2,3]})"),
                                 std::string(R"({"boot":1,"seq":"2","ms":3,"pads":[1,2,3]})"),
                                 std::string(R"({"boot":null,"seq":2,"ms":3,"pads":[1,2,3]})"),
                                 std::string(R"({"boot":1,"seq":2,"ms":3,"pads":7})"),
                                 std::string(R"({"boot":1,"seq":2,"ms":[3],"pads":[]})"),
                                 std::string(R"({"boot":1,"seq":2,"ms":3,"pads":{"a":1}})"),
                                 std::string(R"({"boot":1,"seq":2,"ms":3,"pads":[1,"2",3]})"),
                                 std::string(R"({"boot":1,"seq":2,"ms":3,"pads":[1,true,3]})"),
                                 std::string(R"({"boot":1,"seq":2,"ms":3,"pads":[[1],2,3]})"),
                                 std::string(R"({"boot":1,"seq":2,"ms":3,"pads":[1,{},3]})"),
                                 std::string("{\"boot\":1,\"seq\":2,\"ms\":3,\"pads\":[1,2,3],\"a\":\"\xFF\"}"),
                                 as_binary({})})
    EXPECT_EQ(json_fault(bad), "malformed") << bad;
  EXPECT_EQ(json_fault(as_json({7, 0, 0, {1, 2}})), "pad_count");
  EXPECT_EQ(json_fault(as_json({7, 0, 0, {1, 2, 3, 4}})), "pad_count");
  EXPECT_EQ(json_fault(as_json({7, 0, 0, std::vector<std::optional<std::int32_t>>(65, 1)})), "pad_count");
  EXPECT_EQ(json_fault(std::string(max_frame_bytes + 1, ' ')), "oversize");
  EXPECT_EQ(json_fault(std::string(max_frame_bytes, '[')), "malformed");
}

TEST(SentFrameTest, BinaryIsRefusedWithTheKindOfItsFault) {
  const std::string good = as_binary({});
  EXPECT_EQ(good.size(), 28U);
  EXPECT_EQ(binary_fault(good), "none");
  std::string other = good;
  other[0] = 'x';
  EXPECT_EQ(binary_fault(other), "malformed");
  other = good;
  other[1] = 2;
  EXPECT_EQ(binary_fault(other), "version");
  other = good;
  other[3] = 1;
  EXPECT_EQ(binary_fault(other), "malformed");
  EXPECT_EQ(binary_fault(""), "malformed");
  EXPECT_EQ(binary_fault(good.substr(0, 15)), "malformed");
  EXPECT_EQ(binary_fault(good.substr(0, 27)), "malformed");
  EXPECT_EQ(binary_fault(good + '\0'), "malformed");
  EXPECT_EQ(binary_fault(as_json({})), "malformed");
  EXPECT_EQ(binary_fault(as_binary({7, 0, 0, {1, 2}})), "pad_count");
  EXPECT_EQ(binary_fault(as_binary({7, 0, 0, std::vector<std::optional<std::int32_t>>(65, 1)})), "pad_count");
  EXPECT_EQ(binary_fault(as_binary({7, 0, 0, std::vector<std::optional<std::int32_t>>(253, 1)})), "oversize");
}

TEST(SentFrameTest, TheLargestChairFitsInBothForms) {
  const Sending sending{4'294'967'295U, 4'294'967'295U, 4'294'967'295U,
                        std::vector<std::optional<std::int32_t>>(max_pads, -8'388'608)};
  EXPECT_TRUE(decode_json(as_json(sending), max_pads));
  EXPECT_TRUE(decode_binary(as_binary(sending), max_pads));
}

// Whatever comes in is a frame within its bounds or a fault; the sanitizers watch.
TEST(SentFrameTest, RandomAndDamagedBytesDoNoHarm) {
  std::mt19937 random(20);
  const auto below = [&random](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  int frames = 0;
  for (int round = 0; round < 20'000; ++round) {
    const Sending sending{
        static_cast<std::uint32_t>(random()), static_cast<std::uint32_t>(random()), 5, {1, -70'000, 3}};
    std::string bytes = round % 3 == 0   ? as_json(sending)
                        : round % 3 == 1 ? as_binary(sending)
                                         : std::string(below(80), ' ');
    const std::size_t damages = round % 3 == 2 ? bytes.size() : below(4);
    for (std::size_t i = 0; i < damages && !bytes.empty(); ++i)
      bytes[below(bytes.size())] = static_cast<char>(random());
    if (below(4) == 0) bytes.resize(below(bytes.size() + 1));
    for (const Decoded& frame : {decode_json(bytes, 3), decode_binary(bytes, 3)}) {
      if (!frame) continue;
      ++frames;
      EXPECT_EQ(frame->pad_count, 3U);
      for (const PadReading& pad : frame->pads)
        EXPECT_TRUE(pad.counts >= least_counts && pad.counts <= most_counts) << pad.counts;
    }
  }
  EXPECT_GT(frames, 1000);  // the undamaged ones among them
}

}  // namespace chairhub::sent_frame_test
