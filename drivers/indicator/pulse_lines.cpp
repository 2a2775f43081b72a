#include "drivers/indicator/pulse_lines.h"

#include <algorithm>
#include <utility>

namespace chairhub {
namespace {

// Lines that could not be switched off are tried again (engineering default).
constexpr Nanos try_again = std::chrono::milliseconds(100);

}  // namespace

PulseLines::PulseLines(std::unique_ptr<GpioOutputs> outputs, bool has_haptic, bool has_buzzer, BusClock& clock)
    : outputs_(std::move(outputs)), is_there_{has_haptic, has_buzzer}, clock_(clock) {
  if (outputs_) thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

BusResult<void> PulseLines::begin(Part part, Pulse pulse) {
  const auto index = static_cast<std::size_t>(part);
  if (!is_there_.at(index)) return {};
  const std::lock_guard lock(mutex_);
  // A buzzer that is switched on and off rattles instead of being softer.
  trains_.at(index) = PulseTrain(pulse, part == Part::haptic, clock_.now());
  return drive_and_tell();
}

BusResult<void> PulseLines::silence() {
  if (!outputs_) return {};
  const std::lock_guard lock(mutex_);
  trains_.fill({});
  return drive_and_tell();
}

BusResult<void> PulseLines::drive_and_tell() {
  auto driven = drive();
  ++asked_;
  changed_.notify_all();
  if (!driven) return driven;
  if (trouble_) return tl::unexpected(*std::exchange(trouble_, std::nullopt));
  return {};
}

BusResult<void> PulseLines::drive() {
  const Nanos now = clock_.now();
  std::array<bool, 2> wanted{};
  for (std::size_t i = 0; i < trains_.size(); ++i) wanted.at(i) = trains_.at(i).level(now);
  if (wanted == levels_) return {};
  std::array<bool, 2> values{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (is_there_.at(i)) values.at(count++) = wanted.at(i);
  auto set = outputs_->set(std::span(values).first(count));
  if (set) levels_ = wanted;
  return set;
}

std::optional<Nanos> PulseLines::next_change(Nanos now) const {
  std::optional<Nanos> next;
  for (const PulseTrain& train : trains_)
    if (const auto change = train.next_change(now)) next = std::min(next.value_or(*change), *change);
  return next;
}

void PulseLines::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    const auto driven = drive();
    if (!driven) trouble_ = driven.error();
    const Nanos now = clock_.now();
    const auto next = driven ? next_change(now) : now + try_again;
    const auto is_news = [this, seen = asked_] { return asked_ != seen; };
    if (next)
      changed_.wait_for(lock, stop, std::max(*next - now, Nanos(0)), is_news);
    else
      changed_.wait(lock, stop, is_news);
  }
}

}  // namespace chairhub
