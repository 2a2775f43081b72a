#include "drivers/converter/scanned_chip.h"

#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace chairhub {
namespace {

std::vector<std::uint32_t> channels_of(const std::vector<ScannedChip::Wanted>& wanted) {
  std::vector<std::uint32_t> channels;
  channels.reserve(wanted.size());
  for (const auto& one : wanted) channels.push_back(one.channel);
  return channels;
}

// Told the first, the tenth, the hundredth time: often enough to be seen, too seldom to fill a journal.
bool is_worth_telling(std::uint32_t times) {
  while (times % 10 == 0) times /= 10;
  return times == 1;
}

}  // namespace

ScannedChip::ScannedChip(std::unique_ptr<Converter> converter, std::vector<Wanted> wanted, double pad_span)
    : converter_(std::move(converter)),
      wanted_(std::move(wanted)),
      channels_(channels_of(wanted_)),
      counts_(wanted_.size()),
      copied_(wanted_.size(), pad_span) {}

void ScannedChip::begin(Nanos now) {
  failed_now_ = false;
  is_scanning_ = false;
  if (!is_set_up_ && !set_up(now)) return;
  is_scanning_ = true;
  if (const auto begun = converter_->begin_scan(channels_); !begun) fail(begun.error());
}

// One step each scan at most, and none before it is due.
bool ScannedChip::set_up(Nanos now) {
  if (is_setting_up_ ? now < next_step_at_ : !recovery_.may_try(now)) return false;
  const auto wait = next_step();
  if (!wait) {
    fail(wait.error());
    return false;
  }
  is_setting_up_ = *wait > Nanos{0};
  is_set_up_ = !is_setting_up_;
  next_step_at_ = now + *wait;
  return is_set_up_;
}

BusResult<Nanos> ScannedChip::next_step() {
  if (!is_setting_up_)
    if (const auto begun = converter_->initialise(); !begun) return tl::unexpected(begun.error());
  return converter_->continue_initialising();
}

bool ScannedChip::start(std::size_t index) {
  if (!is_scanning_ || index >= channels_.size()) return false;
  const auto started = converter_->start(channels_[index]);
  if (!started) fail(started.error());
  return is_scanning_;
}

void ScannedChip::collect(std::size_t index) {
  if (!is_scanning_ || index >= channels_.size()) return;
  const auto counts = converter_->collect(channels_[index]);
  if (counts)
    counts_[index] = *counts;
  else
    fail(counts.error());
}

void ScannedChip::fail(BusError error) {
  // The chip's own name says more than an address; the bus is in it.
  if (converter_->name().find(error.where) != std::string::npos) error.where = converter_->name();
  trouble_ = std::move(error);
  failed_now_ = true;
  is_scanning_ = false;
  is_set_up_ = false;
  is_setting_up_ = false;
}

std::optional<std::string> ScannedChip::end(Nanos now) {
  if (failed_now_)
    return recovery_.failed(now) == RecoveryNews::failed ? std::optional(failed_in_words()) : std::nullopt;
  if (!is_scanning_) return std::nullopt;
  copied_.update(counts_);
  const double down_s = std::chrono::duration<double>(recovery_.down_for(now)).count();
  const RecoveryNews news = recovery_.worked(now);
  const auto past = std::exchange(trouble_, std::nullopt);
  if (news == RecoveryNews::recovered)
    return fmt::format("{} works again after {:.1f} s: {}", name(), down_s, pads_in_words());
  if (news == RecoveryNews::healed_at_once && is_worth_telling(recovery_.healed()))
    return fmt::format("{}; it was set up anew and works, {} such {} since the start", in_words(past.value()),
                       recovery_.healed(), recovery_.healed() == 1 ? "fault" : "faults");
  return std::nullopt;
}

Signal ScannedChip::signal(std::size_t index) const {
  if (!is_scanning_) return Signal::missing;
  return copied_.is_copy(index) ? Signal::crosstalk : converter_->judge(counts_[index]);
}

std::string ScannedChip::failed_in_words() const {
  return fmt::format("{}; until it works {} missing", in_words(trouble_.value()),
                     wanted_.size() == 1 ? pads_in_words() + " is" : pads_in_words() + " are");
}

std::string ScannedChip::pads_in_words() const {
  std::vector<std::string> names;
  names.reserve(wanted_.size());
  for (const Wanted& one : wanted_) names.push_back(one.name);
  return fmt::format("the {} {}", names.size() == 1 ? "pad" : "pads", fmt::join(names, ", "));
}

}  // namespace chairhub
