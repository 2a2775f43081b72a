#include "drivers/hx711/hx711_group.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "drivers/hx711/hx711_protocol.h"

namespace chairhub {
namespace {

constexpr bool low[] = {false};
constexpr bool high[] = {true};

}  // namespace

Hx711Group::Hx711Group(std::unique_ptr<GpioOutputs> clock_line, std::unique_ptr<GpioInputs> data_lines,
                       Hx711Settings settings, BusClock& clock)
    : clock_line_(std::move(clock_line)),
      data_lines_(std::move(data_lines)),
      settings_(std::move(settings)),
      clock_(clock),
      period_(static_cast<std::int64_t>(1e9 / settings_.rate_sps)),
      patience_(period_ * 5 / 2),
      cells_(settings_.data_lines.size()),
      levels_(std::make_unique<bool[]>(settings_.data_lines.size())) {
  (void)hx711_pulses(settings_.gain);  // throws for a gain that there is not
}

std::string Hx711Group::name_of(std::size_t chip) const {
  return fmt::format("hx711 at data line {}, {}", settings_.data_lines.at(chip), settings_.place);
}

tl::unexpected<BusError> Hx711Group::fault(std::size_t chip, BusFault fault, std::string detail) const {
  return bus_failure(fault, name_of(chip), std::move(detail));
}

tl::unexpected<BusError> Hx711Group::no_conversion(std::size_t chip) const {
  return fault(chip, BusFault::timeout,
               fmt::format("no conversion for {} ms", patience_ / std::chrono::milliseconds(1)));
}

BusResult<void> Hx711Group::begin(std::size_t chip) {
  Cell& cell = cells_.at(chip);
  cell.is_waited_for = false;
  const bool is_alone = std::none_of(cells_.begin(), cells_.end(), [](const Cell& c) { return c.is_waited_for; });
  if (is_alone)
    if (auto done = reset(); !done) return done;
  cell.value.reset();
  cell.gain_set = false;
  cell.begun_at = clock_.now();
  cell.is_waited_for = true;
  return {};
}

BusResult<void> Hx711Group::read_lines() {
  return data_lines_->get(std::span(levels_.get(), cells_.size()));
}

BusResult<void> Hx711Group::reset() {
  if (auto set = clock_line_->set(high); !set) return set;
  if (auto read = read_lines(); !read) return read;
  clock_.wait(hx711_reset_pulse);
  if (auto set = clock_line_->set(low); !set) return set;
  if (auto read = read_lines(); !read) return read;
  const Nanos settled = clock_.now() + hx711_settling_conversions * period_;
  for (Cell& cell : cells_) {
    cell.gain_set = false;
    cell.settled_at = settled;
  }
  return {};
}

BusResult<Nanos> Hx711Group::settle(std::size_t chip) {
  Cell& cell = cells_.at(chip);
  if (const Nanos now = clock_.now(); now < cell.settled_at) return cell.settled_at - now;
  if (cell.gain_set) return Nanos{0};
  // Its first conversion is thrown away: reading it chooses the gain. The others are read along, so they must be
  // ready as well.
  const auto all = look();
  if (!all) return tl::unexpected(all.error());
  if (*all && cell.is_ready)
    if (auto done = read_those_ready(); !done) return tl::unexpected(done.error());
  if (cell.value && !*cell.value) return tl::unexpected(take(chip).error());
  const Nanos now = clock_.now();
  if (now < cell.settled_at) return cell.settled_at - now;
  if (cell.gain_set) return Nanos{0};
  if (now >= std::max(cell.begun_at, cell.settled_at) + patience_) {
    cell.is_waited_for = false;
    return fault(chip, BusFault::timeout, "its data line never goes low");
  }
  return period_ / 4;
}

BusResult<void> Hx711Group::convert(std::size_t chip) {
  Cell& cell = cells_.at(chip);
  if (cell.value) return {};
  // It has been reset because another chip, or the clock, was in trouble.
  if (!is_settled(cell, clock_.now())) {
    cell.is_waited_for = false;
    return fault(chip, BusFault::not_ready, "it was reset and is settling");
  }
  if (auto waited = wait_until_ready(); !waited) return waited;
  if (!cell.is_ready) {
    cell.is_waited_for = false;
    return no_conversion(chip);
  }
  return read_those_ready();
}

BusResult<std::int32_t> Hx711Group::take(std::size_t chip) {
  Cell& cell = cells_.at(chip);
  if (!cell.value) throw std::logic_error("convert() comes before take()");
  const BusResult<std::int32_t> value = *std::exchange(cell.value, std::nullopt);
  if (!value) cell.is_waited_for = false;
  return value;
}

BusResult<bool> Hx711Group::look() {
  if (auto read = read_lines(); !read) return tl::unexpected(read.error());
  const Nanos now = clock_.now();
  bool all = true;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    Cell& cell = cells_[i];
    cell.is_ready = !levels_[i];
    all = all && (cell.is_ready || !cell.is_waited_for || !is_settled(cell, now));
  }
  return all;
}

BusResult<void> Hx711Group::wait_until_ready() {
  const Nanos until = clock_.now() + patience_;
  auto all = look();
  while (all && !*all && clock_.now() < until) {
    clock_.wait(period_ / 100);
    all = look();
  }
  if (!all) return tl::unexpected(all.error());
  return {};
}

BusResult<void> Hx711Group::read_those_ready() {
  const auto longest = read_frame();
  if (!longest) return tl::unexpected(longest.error());
  const Nanos now = clock_.now();
  const bool is_timely = *longest <= hx711_longest_pulse;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    Cell& cell = cells_[i];
    if (!cell.is_ready) {
      // It has been clocked in the middle of something.
      if (std::exchange(cell.gain_set, false) && cell.is_waited_for) cell.value = no_conversion(i);
    } else if (is_timely) {
      judge(cell, i, now);
    } else {
      cell.value = fault(i, BusFault::integrity,
                         fmt::format("a clock pulse took up to {} us, 50 are allowed; the chips are reset",
                                     *longest / std::chrono::microseconds(1)));
    }
  }
  return is_timely ? BusResult<void>{} : reset();
}

BusResult<Nanos> Hx711Group::pulse() {
  // Asked outside both calls, so that this is never less than the pulse was.
  const Nanos before = clock_.now();
  if (auto set = clock_line_->set(high); !set) return tl::unexpected(set.error());
  if (auto read = read_lines(); !read) return tl::unexpected(read.error());  // gives the pulse its length
  if (auto set = clock_line_->set(low); !set) return tl::unexpected(set.error());
  const Nanos after = clock_.now();
  if (auto read = read_lines(); !read) return tl::unexpected(read.error());
  return after - before;
}

BusResult<Nanos> Hx711Group::read_frame() {
  for (Cell& cell : cells_) cell.bits = 0;
  Nanos longest{};
  for (int number = 1; number <= hx711_pulses(settings_.gain); ++number) {
    const auto length = pulse();
    if (!length) return tl::unexpected(length.error());
    longest = std::max(longest, *length);
    if (longest > hx711_longest_pulse) return longest;  // the chips may be anywhere; the rest means nothing
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (number <= hx711_bits) cells_[i].bits = (cells_[i].bits << 1U) | (levels_[i] ? 1U : 0U);
      cells_[i].released = levels_[i];
    }
  }
  return longest;
}

void Hx711Group::judge(Cell& cell, std::size_t chip, Nanos now) const {
  const std::int32_t counts = hx711_counts(cell.bits);
  if (!cell.released || counts == hx711_nothing) {
    cell.gain_set = false;
    cell.settled_at = now + 2 * period_;  // with its next conversion it begins a new frame
    cell.value = fault(chip, BusFault::integrity,
                       !cell.released ? "its data line is low behind the last pulse: it has missed one"
                                      : "24 bits all high: it was busy or off");
  } else if (!std::exchange(cell.gain_set, true)) {
    // What it converted until now had the gain of a reset, which is 128.
    if (settings_.gain != 128) cell.settled_at = now + hx711_settling_conversions * period_;
  } else if (now >= cell.settled_at) {
    cell.value = counts;
  }
}

}  // namespace chairhub
