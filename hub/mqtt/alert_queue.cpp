#include "hub/mqtt/alert_queue.h"

#include <ranges>
#include <utility>

namespace chairhub {

void AlertQueue::add(Waiting waiting) {
  waiting_.push_back(std::move(waiting));
  if (waiting_.size() > max_waiting) waiting_.pop_front();
}

void AlertQueue::sent(std::uint32_t token) {
  on_the_way_.emplace(token, std::move(waiting_.front()));
  waiting_.pop_front();
}

std::optional<std::uint64_t> AlertQueue::delivered(std::uint32_t token) {
  const auto found = on_the_way_.find(token);
  if (found == on_the_way_.end()) return std::nullopt;
  const std::uint64_t id = found->second.alert.id;
  on_the_way_.erase(found);
  return id;
}

void AlertQueue::take_back() {
  for (auto& [token, alert] : std::views::reverse(on_the_way_)) waiting_.push_front(std::move(alert));
  on_the_way_.clear();
}

}  // namespace chairhub
