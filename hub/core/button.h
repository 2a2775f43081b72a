// Makes presses of a button's edges: debounced by their timestamps, told apart
// by how often and how long. Knows nothing of lines or of what a press means.

#pragma once

#include <cstdint>
#include <optional>

#include "hub/core/indicator_device.h"
#include "hub/core/time.h"

namespace chairhub {

enum class Press : std::uint8_t { once, twice, held };

class ButtonDecoder {
 public:
  // Engineering defaults. A contact has stopped bouncing after this long.
  static constexpr Millis debounce{25};
  // A second press begins within this long of the first one's end.
  static constexpr Millis twice_within{400};
  // Held is told when the button is let go; longer, and something leans on it.
  static constexpr Millis held_from{2000};
  static constexpr Millis held_to{10000};

  // Takes the next edge; they come in the order of their time.
  std::optional<Press> edge(ButtonEdge edge);
  // To be called at next_wake(), when no edge has come before.
  std::optional<Press> wake(SteadyTime now);
  std::optional<SteadyTime> next_wake() const;

 private:
  std::optional<Press> accept(ButtonEdge edge);

  bool is_pressed_ = false;              // debounced
  std::optional<ButtonEdge> unsettled_;  // it may still bounce
  SteadyTime pressed_at_{};
  std::optional<SteadyTime> first_end_;  // of a press that may become the first of two
  bool is_second_ = false;
};

}  // namespace chairhub
