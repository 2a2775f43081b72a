#include "hub/mqtt/config_queue.h"

#include <algorithm>

namespace chairhub {

void ConfigQueue::add(const ConfigGroup& messages, bool is_announcement) {
  if (!messages.empty()) groups_.push_back({{messages.begin(), messages.end()}, is_announcement});
}

void ConfigQueue::begin() {
  if (!discovery_) return;
  groups_.clear();
  is_within_group_ = false;
  if (!is_confirmed_)
    for (const ConfigGroup& group : discovery_->before) add(group, false);
  add(discovery_->announcement, true);
}

void ConfigQueue::repeat() {
  if (!discovery_) return;
  const auto first_whole = groups_.begin() + (is_within_group_ ? 1 : 0);
  const bool is_coming = std::any_of(first_whole, groups_.end(), [](const Group& one) { return one.is_announcement; });
  if (!is_coming) add(discovery_->announcement, true);
}

std::optional<ConfigMessage> ConfigQueue::take(SteadyTime now) {
  if (groups_.empty()) return std::nullopt;
  if (const auto due = due_at(); due && now < *due) return std::nullopt;
  Group& group = groups_.front();
  ConfigMessage message = std::move(group.messages.front());
  group.messages.pop_front();
  sent_at_ = now;
  is_within_group_ = !group.messages.empty();
  if (is_within_group_) return message;
  has_announced_ = group.is_announcement;
  groups_.pop_front();
  return message;
}

std::optional<SteadyTime> ConfigQueue::due_at() const {
  if (groups_.empty() || is_within_group_ || !sent_at_) return std::nullopt;
  return *sent_at_ + gap;
}

}  // namespace chairhub
