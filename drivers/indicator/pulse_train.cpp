#include "drivers/indicator/pulse_train.h"

#include <algorithm>

namespace chairhub {

PulseTrain::PulseTrain(Pulse pulse, bool is_dosed, Nanos now)
    : begin_(now), length_(std::clamp(pulse.length, Millis(0), longest_pulse)) {
  if (!is_dosed) return;
  const double part = std::clamp(pulse.strength, 0.0, 1.0);
  on_ = Nanos(static_cast<std::int64_t>(part * static_cast<double>(period.count())));
}

bool PulseTrain::level(Nanos now) const {
  const Nanos since = now - begin_;
  if (since < Nanos(0) || since >= length_) return false;
  return since < kick || (since - kick) % period < on_;
}

std::optional<Nanos> PulseTrain::next_change(Nanos now) const {
  const Nanos since = now - begin_;
  if (since >= length_) return std::nullopt;
  Nanos next = length_;
  if (on_ < period) {
    if (since < kick) {
      next = kick + on_;
    } else {
      const Nanos period_begin = since - (since - kick) % period;
      next = since - period_begin < on_ ? period_begin + on_ : period_begin + period;
    }
  }
  return begin_ + std::min(next, length_);
}

}  // namespace chairhub
