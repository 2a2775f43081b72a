#include "drivers/converter/muxed_converter.h"

#include <array>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace chairhub {
namespace {

constexpr std::uint32_t most_select_lines = 4;

}  // namespace

MuxedConverter::MuxedConverter(std::unique_ptr<Converter> inner, std::unique_ptr<GpioOutputs> select,
                               std::uint32_t select_lines, Nanos settle, BusClock& clock)
    : inner_(std::move(inner)),
      select_(std::move(select)),
      select_lines_(select_lines),
      positions_(1U << select_lines),
      settle_(settle),
      clock_(clock) {
  if (select_lines == 0 || select_lines > most_select_lines)
    throw std::invalid_argument("a multiplexer has 1 to 4 select lines");
}

std::string MuxedConverter::name() const {
  return fmt::format("{} behind a multiplexer of {}", inner_->name(), positions_);
}

BusResult<void> MuxedConverter::initialise() {
  selected_.reset();
  return inner_->initialise();
}

BusResult<void> MuxedConverter::start(std::uint32_t channel) {
  if (channel >= channels()) throw std::logic_error("a channel that the multiplexer does not have");
  if (auto done = select(channel % positions_); !done) return done;
  const std::uint32_t input[] = {channel / positions_};
  // Converters that read at the beginning of a scan must read now, behind this position.
  if (auto begun = inner_->begin_scan(input); !begun) return begun;
  return inner_->start(input[0]);
}

BusResult<std::int32_t> MuxedConverter::collect(std::uint32_t channel) {
  return inner_->collect(channel / positions_);
}

BusResult<void> MuxedConverter::select(std::uint32_t position) {
  if (selected_ == position) return {};
  selected_.reset();
  std::array<bool, most_select_lines> values{};
  for (std::uint32_t line = 0; line < select_lines_; ++line) values.at(line) = ((position >> line) & 1U) != 0;
  if (auto set = select_->set(std::span(values).first(select_lines_)); !set) return set;
  clock_.wait(settle_);
  selected_ = position;
  return {};
}

}  // namespace chairhub
