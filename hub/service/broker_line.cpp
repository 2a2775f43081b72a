#include "hub/service/broker_line.h"

#include <utility>

#include "hub/platform/journal.h"

namespace chairhub {

BrokerLine::BrokerLine(std::unique_ptr<Connection> connection, std::string where, std::string availability)
    : where_(std::move(where)),
      speaks_(!availability.empty()),
      availability_(std::move(availability), Millis{0}),
      connection_(std::move(connection)) {
  availability_.say("online");
}

void BrokerLine::join(std::size_t chair, const Topics& topics, const std::vector<std::string>& common) {
  chairs_.push_back(chair);
  by_prefix_.emplace(topics.set, chair);
  by_prefix_.emplace(topics.cmd, chair);
  by_prefix_.emplace(topics.diag.substr(0, topics.diag.rfind('/') + 1), chair);
  connection_->subscribe(topics.set_filter());
  connection_->subscribe(topics.cmd_filter());
  connection_->subscribe(topics.diag);
  for (const std::string& topic : common) connection_->subscribe(topic);
}

std::optional<SteadyTime> BrokerLine::turn(SteadyTime now) {
  std::optional<SteadyTime> next = connection_->turn(now);
  if (!speaks_ || room() == 0) return next;
  if (availability_.is_due(now))
    hand_over({.topic = availability_.topic(), .payload = availability_.publish(now), .qos = 1, .retain = true});
  return availability_.due_at();
}

std::vector<BrokerLine::Told> BrokerLine::note(const MqttEvent& event, SteadyTime now) {
  if (!connection_->note(event, now)) return {};
  std::vector<Told> told;
  if (const auto* delivered = std::get_if<MqttDelivered>(&event)) {
    if (const auto sent = in_flight_.extract(delivered->token))
      told.push_back({sent.mapped().chair, MqttDelivered{sent.mapped().token}});
    return told;
  }
  if (const auto* message = std::get_if<MqttReceived>(&event)) {
    const std::size_t name_at = message->topic.rfind('/') + 1;
    if (const auto found = by_prefix_.find(message->topic.substr(0, name_at)); found != by_prefix_.end())
      return {{found->second, event}};
  } else if (const auto* refused = std::get_if<MqttRefused>(&event)) {
    log_warning(where_ + ": " + refused->reason);
    return told;
  } else if (const auto* gone = std::get_if<MqttDisconnected>(&event)) {
    // The same trouble is told once, not at each of the many tries.
    if (!std::exchange(told_trouble_, true)) log_warning(where_ + ": " + gone->reason);
    has_tried_ = true;
    in_flight_.clear();
    waiting_.clear();
    is_waiting_.clear();
  } else if (std::holds_alternative<MqttConnected>(event)) {
    log_info(where_ + ": connected");
    told_trouble_ = false;
    has_tried_ = true;
    availability_.repeat();
  }
  for (const std::size_t chair : chairs_) told.push_back({chair, event});
  return told;
}

void BrokerLine::publish(std::size_t chair, Message message) {
  if (!is_connected()) return;
  const std::uint32_t its_token = message.token;
  hand_over(std::move(message));
  in_flight_[last_token_] = {chair, its_token};
}

void BrokerLine::hand_over(Message message) {
  if (++last_token_ == 0) ++last_token_;
  message.token = last_token_;
  connection_->publish(message);
}

void BrokerLine::wait_for_room(std::size_t chair) {
  if (is_waiting_.insert(chair).second) waiting_.push_back(chair);
}

std::vector<std::size_t> BrokerLine::next_speakers() {
  std::vector<std::size_t> next;
  for (std::size_t left = room(); left > 0 && !waiting_.empty(); --left) {
    next.push_back(waiting_.front());
    is_waiting_.erase(waiting_.front());
    waiting_.pop_front();
  }
  return next;
}

void BrokerLine::begin_goodbye() {
  if (!speaks_ || !is_connected()) return;
  hand_over({.topic = availability_.topic(), .payload = "offline", .qos = 1, .retain = true});
}

void BrokerLine::close() {
  connection_->close(Millis(2000 + 4 * static_cast<std::int64_t>(chairs_.size())));
}

}  // namespace chairhub
