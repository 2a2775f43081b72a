#include "drivers/converter/recovery.h"

#include <algorithm>

namespace chairhub {

RecoveryNews Recovery::worked(Nanos now) {
  const State before = state_;
  if (before == State::ok) {
    if (now - ok_since_ >= settled) wait_ = Nanos{0};
    return RecoveryNews::none;
  }
  state_ = State::ok;
  ok_since_ = now;
  if (before == State::starting) return RecoveryNews::none;
  if (before == State::failed) return RecoveryNews::recovered;
  ++healed_;
  return RecoveryNews::healed_at_once;
}

RecoveryNews Recovery::failed(Nanos now) {
  if (state_ == State::ok) {
    state_ = State::shaken;
    down_since_ = now;
    retry_at_ = now;
    return RecoveryNews::none;
  }
  if (state_ == State::starting) down_since_ = now;
  const bool is_new = state_ != State::failed;
  state_ = State::failed;
  wait_ = std::clamp(2 * wait_, first_wait, longest_wait);
  retry_at_ = now + wait_;
  return is_new ? RecoveryNews::failed : RecoveryNews::none;
}

}  // namespace chairhub
