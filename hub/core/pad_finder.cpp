#include "hub/core/pad_finder.h"

#include <algorithm>
#include <cmath>

namespace chairhub {
namespace {

// All engineering defaults. A hand needs a moment to leave the chair, and a thumb one to find its pad.
constexpr Millis resting_settle{1'000};
constexpr Millis resting_length{4'000};
constexpr Millis press_length{1'000};
constexpr Millis weak_press_length{4'000};
constexpr Millis press_patience{30'000};
constexpr Millis release_patience{15'000};
// Parts of the full scale: what counts as a movement, what a pressed pad moves at least (a force-sensing resistor
// under a thumb moves by half of it and more), and what an untouched channel moves at most.
constexpr double least_movement = 0.01;
constexpr double least_press = 0.05;
constexpr double most_at_rest = 0.1;
// A channel moves when it does so by this many times what it moved untouched.
constexpr double above_noise = 3;
// Two channels move alike when the lesser one goes this part of the way.
constexpr double alike = 0.5;
// A pad is let go when this part of its press is left: some of it creeps back slowly.
constexpr double left_after_release = 0.3;
constexpr std::size_t fewest_levels = 3;

}  // namespace

PadFinder::PadFinder(std::size_t pads, std::size_t channels, CountScale scale)
    : scale_(scale), channels_(channels), found_(pads) {}

void PadFinder::enter(FinderStep step) {
  step_ = step;
  in_step_ = held_ = Millis{0};
}

void PadFinder::doubt(Doubt doubt) {
  doubtful_ = {doubt, peak_.channel, second_.channel, std::abs(peak_.change) / scale_.full};
  enter(FinderStep::doubtful);
}

void PadFinder::again() {
  for (Channel& channel : channels_) channel = {};
  sampler_.restart();
  peak_ = second_ = {};
  enter(FinderStep::resting);
}

void PadFinder::leave_out() {
  sampler_.restart();
  next_pad();
}

void PadFinder::take() {
  if (!can_take()) return;
  sampler_.restart();
  if (doubtful_.doubt == Doubt::does_not_return) return accept();
  enter(FinderStep::releasing);
}

bool PadFinder::can_take() const {
  return step_ == FinderStep::doubtful &&
         (doubtful_.doubt == Doubt::barely_changes || doubtful_.doubt == Doubt::does_not_return ||
          (doubtful_.doubt == Doubt::moves_with_another && !is_taken(doubtful_.channel)));
}

void PadFinder::next_pad() {
  ++pad_;
  peak_ = second_ = {};
  enter(pad_ < found_.size() ? FinderStep::pressing : FinderStep::done);
}

void PadFinder::update(const Frame& frame) {
  const Sample* sample = sampler_.add(frame);
  if (sample == nullptr) return;
  in_step_ += sample->elapsed;
  if (step_ == FinderStep::resting) return rest(*sample);
  if (step_ == FinderStep::pressing) return watch(*sample);
  if (step_ == FinderStep::releasing) return wait_for_release(*sample);
}

void PadFinder::rest(const Sample& sample) {
  if (in_step_ < resting_settle) return;
  for (std::size_t i = 0; i < channels_.size(); ++i)
    if (const auto counts = level(sample, i)) channels_[i].seen.push_back(*counts);
  if (in_step_ < resting_length) return;
  for (Channel& channel : channels_) measure(channel);
  // A pad that is known lets go of its press slowly, and is only meant again when it is really pressed.
  for (const auto& pad : found_)
    if (pad)
      channels_[pad->channel].limit =
          std::max(channels_[pad->channel].limit, left_after_release * std::abs(pad->pressed - pad->unloaded));
  const bool all_silent = silent_channels().size() == channels_.size();
  if (all_silent) return doubt(Doubt::silent);
  enter(FinderStep::pressing);
}

void PadFinder::measure(Channel& channel) const {
  if (channel.seen.size() < fewest_levels) return;
  std::sort(channel.seen.begin(), channel.seen.end());
  channel.rest = channel.seen[channel.seen.size() / 2];
  const double moved = static_cast<double>(channel.seen.back()) - channel.seen.front();
  channel.limit = std::max(least_movement * scale_.full, above_noise * moved);
  channel.is_restless = moved > most_at_rest * scale_.full;
}

void PadFinder::watch(const Sample& sample) {
  const Move first = strongest(sample, std::nullopt);
  if (first.change == 0) {
    peak_ = second_ = {};
    held_ = Millis{0};
    if (in_step_ >= press_patience) doubt(Doubt::nothing_moved);
    return;
  }
  // The hand went on to another pad: a new press. Two that move alike are one press.
  const bool is_other = first.channel != peak_.channel && (second_.change == 0 || first.channel != second_.channel);
  if (is_other) {
    peak_ = {};
    held_ = Millis{0};
  }
  held_ += sample.elapsed;
  if (std::abs(first.change) > std::abs(peak_.change)) {
    peak_ = first;
    second_ = strongest(sample, first.channel);
  }
  if (held_ > press_length) judge();
}

void PadFinder::judge() {
  if (std::abs(second_.change) >= alike * std::abs(peak_.change)) return doubt(Doubt::moves_with_another);
  if (is_taken(peak_.channel)) return doubt(Doubt::taken);
  if (std::abs(peak_.change) >= least_press * scale_.full) return enter(FinderStep::releasing);
  if (held_ > weak_press_length) doubt(Doubt::barely_changes);
}

void PadFinder::wait_for_release(const Sample& sample) {
  const double moved = change(sample, peak_.channel);
  if (std::abs(moved) > std::abs(peak_.change)) peak_.change = moved;
  const double released = std::max(channels_[peak_.channel].limit, left_after_release * std::abs(peak_.change));
  if (level(sample, peak_.channel) && std::abs(moved) < released) return accept();
  if (in_step_ >= release_patience) doubt(Doubt::does_not_return);
}

void PadFinder::accept() {
  Channel& channel = channels_[peak_.channel];
  const std::int32_t unloaded = channel.rest.value_or(0);
  found_[pad_] = FoundPad{peak_.channel, unloaded, unloaded + static_cast<std::int32_t>(peak_.change)};
  channel.limit = std::max(channel.limit, left_after_release * std::abs(peak_.change));
  next_pad();
}

// Beyond what a resistive pad should read there is still a level: the supply, or ground.
std::optional<std::int32_t> PadFinder::level(const Sample& sample, std::size_t channel) const {
  if (channel >= sample.pad_count) return std::nullopt;
  if (sample.present[channel]) return sample.counts[channel];
  if (sample.instead[channel] == Signal::short_circuit) return static_cast<std::int32_t>(scale_.full);
  if (sample.instead[channel] == Signal::below_ground) return 0;
  return std::nullopt;
}

double PadFinder::change(const Sample& sample, std::size_t channel) const {
  const auto counts = level(sample, channel);
  const auto& rest = channels_[channel].rest;
  return counts && rest ? static_cast<double>(*counts) - *rest : 0;
}

PadFinder::Move PadFinder::strongest(const Sample& sample, std::optional<std::size_t> except) const {
  Move strongest;
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    if (channels_[i].is_restless || i == except) continue;
    const double moved = change(sample, i);
    if (std::abs(moved) >= channels_[i].limit && std::abs(moved) > std::abs(strongest.change)) strongest = {i, moved};
  }
  return strongest;
}

bool PadFinder::is_taken(std::size_t channel) const {
  return std::any_of(found_.begin(), found_.end(),
                     [channel](const auto& pad) { return pad && pad->channel == channel; });
}

std::vector<std::size_t> PadFinder::silent_channels() const {
  std::vector<std::size_t> silent;
  for (std::size_t i = 0; i < channels_.size(); ++i)
    if (!channels_[i].rest) silent.push_back(i);
  return silent;
}

std::vector<std::size_t> PadFinder::restless_channels() const {
  std::vector<std::size_t> restless;
  for (std::size_t i = 0; i < channels_.size(); ++i)
    if (channels_[i].is_restless) restless.push_back(i);
  return restless;
}

CountRange range_of(const FoundPad& pad, const CountScale& scale) {
  const bool falls = pad.pressed < pad.unloaded;
  const auto full = static_cast<std::int32_t>(scale.full);
  if (scale.both_ways) return {pad.unloaded, falls ? pad.unloaded - full : pad.unloaded + full};
  return {pad.unloaded, falls ? 0 : std::max(full, pad.pressed)};
}

std::vector<RemarkedPad> compare_pads(const std::vector<std::optional<FoundPad>>& found, const CountScale& scale) {
  constexpr double least_left = 0.5;   // of the full scale; engineering default
  constexpr double weak_below = 0.25;  // of what the usual pad moves; parts differ by a quarter (engineering default)
  std::vector<double> moves;
  std::size_t falling = 0;
  for (const auto& pad : found) {
    if (!pad) continue;
    moves.push_back(std::abs(static_cast<double>(pad->pressed) - pad->unloaded));
    falling += pad->pressed < pad->unloaded ? 1 : 0;
  }
  if (moves.empty()) return {};
  std::sort(moves.begin(), moves.end());
  const double usual = moves[moves.size() / 2];
  const bool most_fall = 2 * falling > moves.size();

  std::vector<RemarkedPad> remarks;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) continue;
    const FoundPad& pad = *found[i];
    const CountRange range = range_of(pad, scale);
    const double left = std::abs(static_cast<double>(range.loaded) - range.unloaded);
    if (moves.size() > 2 && (pad.pressed < pad.unloaded) != most_fall)
      remarks.push_back({i, PadRemark::against_the_others});
    if (left < least_left * scale.full) remarks.push_back({i, PadRemark::loaded_at_rest});
    if (std::abs(static_cast<double>(pad.pressed) - pad.unloaded) < weak_below * usual)
      remarks.push_back({i, PadRemark::weak});
  }
  return remarks;
}

Frame pads_of(const Frame& channels, const std::vector<FoundPad>& pads, const CountScale& scale) {
  Frame frame;
  frame.at = channels.at;
  frame.pad_count = static_cast<std::uint32_t>(pads.size());
  for (std::size_t i = 0; i < pads.size(); ++i) {
    PadReading reading = channels.pads.at(pads[i].channel);
    // An inverted pad that is unloaded may read the supply itself.
    const bool is_inverted = pads[i].pressed < pads[i].unloaded;
    if (is_inverted && reading.signal == Signal::short_circuit)
      reading = {static_cast<std::int32_t>(scale.full), Signal::ok};
    frame.pads[i] = reading;
  }
  return frame;
}

}  // namespace chairhub
