#include "hub/core/sampler.h"

#include <algorithm>

#include "hub/core/middles.h"

namespace chairhub {

const Sample* Sampler::add(const Frame& frame) {
  if (frame.at.steady - last_frame_ > silence) collected_.fill(0);
  last_frame_ = frame.at.steady;
  for (std::uint32_t i = 0; i < frame.pad_count; ++i) {
    if (frame.pads[i].signal != Signal::ok) {
      odd_[i] = frame.pads[i].signal;
      continue;
    }
    // A kit faster than 64 Hz keeps overwriting its last place: still a reading of this half second.
    const std::uint32_t place = std::min<std::uint32_t>(collected_[i], capacity - 1);
    readings_[i][place] = frame.pads[i].counts;
    collected_[i] = static_cast<std::uint8_t>(place + 1);
  }
  if (due_ && frame.at.steady < *due_ - early) return nullptr;
  complete(frame);
  // On a grid, so that every rate makes two samples a second; a new one begins behind a gap.
  const bool is_late = !due_ || frame.at.steady - *due_ > tick;
  due_ = (is_late ? frame.at.steady : *due_) + tick;
  return &sample_;
}

void Sampler::restart() {
  last_tick_.reset();
  due_.reset();
  collected_.fill(0);
}

void Sampler::complete(const Frame& frame) {
  sample_.elapsed = last_tick_ ? frame.at.steady - *last_tick_ : Millis{0};
  sample_.at = frame.at;
  sample_.pad_count = frame.pad_count;
  for (std::uint32_t i = 0; i < frame.pad_count; ++i) {
    const std::uint8_t n = collected_[i];
    sample_.present[i] = n > 0;
    sample_.instead[i] = odd_[i];
    if (n > 0) {
      sample_.counts[i] = middles<std::int32_t>({readings_[i].data(), n}).upper;
    }
    collected_[i] = 0;
  }
  last_tick_ = frame.at.steady;
}

}  // namespace chairhub
