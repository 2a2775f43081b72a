// A kit on a radio, such as an ESP32, that sends its frames over MQTT. This
// judges what arrives; who listens to the broker hands it over (FrameReceiver).

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "drivers/driver.h"
#include "drivers/wireless/sender_clock.h"
#include "drivers/wireless/sent_frame.h"

namespace chairhub {

struct WirelessPlan {
  KitOption topic;  // its place too, for a clear error
  bool binary = false;
  double rate_hz = 10;
};

class WirelessKit final : public Kit, public FrameReceiver {
 public:
  WirelessKit(WirelessPlan plan, const Chair& chair);

  std::string describe() const override;
  Pace pace() const override;
  bool scan(Moment now, Frame& frame) override;
  std::vector<std::string> take_notices() override;
  FrameReceiver* receiver() override { return this; }

  const KitOption& topic() const override { return plan_.topic; }
  double rate_hz() const override { return plan_.rate_hz; }
  bool receive(std::string_view payload, Moment now, Frame& frame) override;
  std::vector<NamedCount> counts() const override;

 private:
  // What happened to the messages; the order of `names` in the .cpp.
  enum class Fate : std::uint8_t { taken, lost, repeated, late, restarted, oversize, malformed, version, pad_count };
  static constexpr std::size_t fate_count = 9;

  std::optional<SteadyTime> accept(const SentFrame& sent, SteadyTime arrived);
  bool refuse(FrameFault fault);
  void count(Fate fate, std::uint64_t more = 1);

  WirelessPlan plan_;
  std::string chair_;
  std::size_t pad_count_;
  std::array<std::uint64_t, fate_count> counts_{};
  SenderClock clock_;
  bool has_sender_ = false;
  std::uint32_t boot_ = 0;
  std::uint32_t sequence_ = 0;
  std::optional<SteadyTime> last_;  // given away
  std::vector<std::string> notices_;
};

std::span<const OptionInfo> wireless_options();
Result<std::unique_ptr<Kit>> make_wireless_kit(const KitConfig& config, const Options& options, const Chair& chair);

}  // namespace chairhub
