#include "hub/core/button.h"

#include <algorithm>
#include <utility>

namespace chairhub {

std::optional<Press> ButtonDecoder::edge(ButtonEdge edge) {
  const auto press = wake(edge.at);
  unsettled_ = edge.pressed == is_pressed_ ? std::nullopt : std::optional(edge);
  return press;
}

std::optional<Press> ButtonDecoder::wake(SteadyTime now) {
  if (unsettled_ && now - unsettled_->at >= debounce)
    if (const auto press = accept(*std::exchange(unsettled_, std::nullopt))) return press;
  // An edge that may begin the second press is waited for.
  if (!first_end_ || unsettled_ || now - *first_end_ < twice_within) return std::nullopt;
  first_end_.reset();
  return Press::once;
}

std::optional<Press> ButtonDecoder::accept(ButtonEdge edge) {
  is_pressed_ = edge.pressed;
  if (edge.pressed) {
    pressed_at_ = edge.at;
    const auto first_end = std::exchange(first_end_, std::nullopt);
    is_second_ = first_end && edge.at - *first_end < twice_within;
    return first_end && !is_second_ ? std::optional(Press::once) : std::nullopt;
  }
  const Millis length = edge.at - pressed_at_;
  if (length >= held_to) return std::nullopt;
  if (is_second_) return Press::twice;
  if (length >= held_from) return Press::held;
  first_end_ = edge.at;
  return std::nullopt;
}

std::optional<SteadyTime> ButtonDecoder::next_wake() const {
  if (unsettled_) return unsettled_->at + debounce;
  if (first_end_) return *first_end_ + twice_within;
  return std::nullopt;
}

}  // namespace chairhub
