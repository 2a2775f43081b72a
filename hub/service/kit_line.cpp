#include "hub/service/kit_line.h"

#include <algorithm>

#include <fmt/format.h>

#include "drivers/wireless/sent_frame.h"
#include "hub/platform/clock.h"
#include "hub/platform/journal.h"
#include "hub/service/broker.h"

namespace chairhub {
namespace {

// Of each kit, what it may send at once while the loop is busy elsewhere, and half of it.
constexpr std::size_t messages_a_kit = 150;
constexpr std::size_t event_capacity = 4096;  // a refusal for each subscription of many kits
// A frame with its topic, and some.
constexpr std::uint32_t packet_bytes = max_frame_bytes + 512;

constexpr Millis first_ban = Seconds{30};
constexpr Millis longest_ban = Minutes{10};

}  // namespace

Result<std::unique_ptr<KitLine>> KitLine::make(const MqttConfig& config, std::string client_id,
                                               std::vector<KitTopic> kits) {
  auto options = connection_options(config, std::move(client_id));
  if (!options) return tl::unexpected(options.error());
  // Each frame is news for a moment only: the broker need not keep it for us.
  options->subscription_qos = 0;
  options->max_packet_bytes = packet_bytes;
  for (const KitTopic& kit : kits) {
    options->subscriptions.push_back(frames_topic(kit.topic));
    options->subscriptions.push_back(kit_availability_topic(kit.topic));
  }
  std::unique_ptr<KitLine> line(new KitLine(config, std::move(kits)));
  auto on_event = [&its = *line](MqttEvent event) {
    auto* received = std::get_if<MqttReceived>(&event);
    if (received == nullptr)
      its.events_.put(std::move(event));
    else if (auto passed = its.gate_.pass(std::move(*received), moment_now().steady))
      its.messages_.put(std::move(*passed));
  };
  auto connection = Connection::make(std::move(*options), std::move(on_event), random_source());
  if (!connection) return tl::unexpected(connection.error());
  line->connection_ = std::move(*connection);
  return line;
}

KitLine::KitLine(const MqttConfig& config, std::vector<KitTopic> kits)
    : where_(fmt::format("mqtt {}:{} for the wireless kits", config.host, config.port)),
      kits_(std::move(kits)),
      messages_(messages_a_kit * kits_.size()),
      events_(event_capacity) {
  for (const KitTopic& kit : kits_) gate_.admit(kit);
}

const KitTopic& KitLine::kit_of(std::size_t chair) const {
  return *std::find_if(kits_.begin(), kits_.end(), [chair](const KitTopic& kit) { return kit.chair == chair; });
}

std::vector<KitMessage> KitLine::take(SteadyTime now) {
  std::vector<KitMessage> taken;
  for (KitMessage& message : messages_.take()) {
    if (message.kind == KitMessage::Kind::flood) {
      ban(kit_of(message.chair), now);
    } else if (message.kind == KitMessage::Kind::excess) {
      const KitTopic& kit = kit_of(message.chair);
      log_warning(
          fmt::format("{}: its kit sends more than {} frames a second; what is more than rate_hz = {} and half "
                      "of it is left out",
                      kit.chair_id, 1.5 * kit.rate_hz, kit.rate_hz));
    } else {
      taken.push_back(std::move(message));
    }
  }
  return taken;
}

// Whoever floods again soon is left out for longer.
void KitLine::ban(const KitTopic& kit, SteadyTime now) {
  Ban& ban = bans_[kit.chair];
  const bool again = ban.pause > Millis{0} && now - ban.until < longest_ban;
  ban.pause = again ? std::min(2 * ban.pause, longest_ban) : first_ban;
  ban.until = now + ban.pause;
  ban.holds = true;
  connection_->unsubscribe(frames_topic(kit.topic));
  connection_->unsubscribe(kit_availability_topic(kit.topic));
  log_warning(fmt::format("{}: its kit floods the broker; the hub does not listen to it for {} s", kit.chair_id,
                          ban.pause.count() / 1000));
}

void KitLine::handle_events(SteadyTime now) {
  for (const MqttEvent& event : events_.take()) {
    if (!connection_->note(event, now)) continue;
    if (std::holds_alternative<MqttConnected>(event)) {
      log_info(where_ + ": connected");
      told_trouble_ = false;
    } else if (const auto* gone = std::get_if<MqttDisconnected>(&event)) {
      // The same trouble is told once, not at each of the many tries.
      if (!std::exchange(told_trouble_, true)) log_warning(where_ + ": " + gone->reason);
    } else if (const auto* refused = std::get_if<MqttRefused>(&event)) {
      log_warning(where_ + ": " + refused->reason);
    }
  }
}

std::optional<SteadyTime> KitLine::turn(SteadyTime now) {
  std::optional<SteadyTime> next = connection_->turn(now);
  for (auto& [chair, ban] : bans_) {
    if (!ban.holds) continue;
    if (now >= ban.until) {
      ban.holds = false;
      connection_->subscribe(frames_topic(kit_of(chair).topic));
      connection_->subscribe(kit_availability_topic(kit_of(chair).topic));
    } else {
      next = next ? std::min(*next, ban.until) : ban.until;
    }
  }
  return next;
}

void KitLine::close() {
  connection_->close(Seconds{1});
}

}  // namespace chairhub
