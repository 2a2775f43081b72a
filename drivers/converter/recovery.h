// When a chip that has failed is tried again, and what is worth telling about
// it: ok -> (tried anew at once) -> failed -> waits of 1 s to 30 s -> ok.
// Pure; one for each chip.

#pragma once

#include <cstdint>

#include "drivers/bus/bus_clock.h"

namespace chairhub {

enum class RecoveryNews : std::uint8_t {
  none,
  failed,          // did not come back at once, or was never there
  healed_at_once,  // one scan was lost
  recovered,       // after having failed
};

class Recovery {
 public:
  bool may_try(Nanos now) const { return now >= retry_at_; }

  // The outcome of the whole of a scan, or of a try to set the chip up.
  RecoveryNews worked(Nanos now);
  RecoveryNews failed(Nanos now);

  bool is_down() const { return state_ == State::failed; }
  Nanos down_for(Nanos now) const { return now - down_since_; }
  std::uint32_t healed() const { return healed_; }  // how often it was healed at once

 private:
  enum class State : std::uint8_t { starting, ok, shaken, failed };

  // All engineering defaults. The waits begin at 1 s again only after the chip has been well for a minute, so
  // that one that comes and goes neither takes the bus's time nor fills the journal.
  static constexpr Nanos first_wait = std::chrono::seconds(1);
  static constexpr Nanos longest_wait = std::chrono::seconds(30);
  static constexpr Nanos settled = std::chrono::seconds(60);

  State state_ = State::starting;
  Nanos retry_at_{Nanos::min()};
  Nanos wait_{};
  Nanos down_since_{};
  Nanos ok_since_{};
  std::uint32_t healed_ = 0;
};

}  // namespace chairhub
