#include "hub/service/kit_gate.h"

#include <utility>

#include "drivers/wireless/sent_frame.h"

namespace chairhub {
namespace {

// Half as much again as was announced, and after a rest what a radio may have held back.
constexpr double allowed_rate = 1.5;
constexpr double held_back_s = 10;
// How many seconds' worth of frames may be too many before nobody listens any more.
constexpr double patience_s = 100;

}  // namespace

KitGate::Sender::Sender(std::size_t its_chair, double rate_hz)
    : chair(its_chair),
      allowance(allowed_rate * rate_hz, held_back_s * rate_hz),
      patience(rate_hz, patience_s * rate_hz) {}

void KitGate::admit(const KitTopic& kit) {
  auto sender = std::make_unique<Sender>(kit.chair, kit.rate_hz);
  by_topic_[frames_topic(kit.topic)] = {sender.get(), false};
  by_topic_[kit_availability_topic(kit.topic)] = {sender.get(), true};
  senders_[kit.chair] = std::move(sender);
}

std::optional<KitMessage> KitGate::pass(MqttReceived message, SteadyTime now) {
  const auto found = by_topic_.find(message.topic);
  if (found == by_topic_.end()) return std::nullopt;
  Sender& sender = *found->second.sender;
  if (!sender.allowance.take(now)) return refuse(sender, now);
  sender.floods = false;
  KitMessage passed{sender.chair, KitMessage::Kind::frame, std::move(message.payload)};
  if (!found->second.is_availability) {
    // The frame of a past that nobody knows the length of.
    if (message.retained) {
      ++sender.retained;
      return std::nullopt;
    }
    // Enough to see that it is too long.
    if (passed.payload.size() > max_frame_bytes) passed.payload.resize(max_frame_bytes + 1);
    return passed;
  }
  if (passed.payload != "online" && passed.payload != "offline") return std::nullopt;
  passed.kind = passed.payload == "online" ? KitMessage::Kind::online : KitMessage::Kind::offline;
  return passed;
}

std::optional<KitMessage> KitGate::refuse(Sender& sender, SteadyTime now) {
  ++sender.excess;
  if (!std::exchange(sender.was_told, true)) return KitMessage{sender.chair, KitMessage::Kind::excess, {}};
  if (sender.floods || sender.patience.take(now)) return std::nullopt;
  sender.floods = true;
  return KitMessage{sender.chair, KitMessage::Kind::flood, {}};
}

std::vector<NamedCount> KitGate::counts(std::size_t chair) const {
  const auto found = senders_.find(chair);
  if (found == senders_.end()) return {};
  return {{"excess", found->second->excess.load()}, {"retained", found->second->retained.load()}};
}

}  // namespace chairhub
