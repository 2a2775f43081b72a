#include "tests/support/chips/mcp3xxx.h"

#include <algorithm>
#include <stdexcept>

namespace chairhub {
namespace {

// Behind the start bit: four bits of command, one clock of sampling, the null bit, the value.
constexpr unsigned command_clocks = 4;
constexpr unsigned null_clock = 6;

}  // namespace

void Mcp3xxx::select() {
  is_selected_ = true;
  has_started_ = false;
  clocks_ = 0;
  command_ = 0;
}

void Mcp3xxx::exchange(std::span<const std::uint8_t> sent, std::span<std::uint8_t> received) {
  if (sent.size() != received.size()) throw std::logic_error("SPI receives as many bytes as it sends");
  for (std::size_t i = 0; i < sent.size(); ++i) {
    unsigned byte = 0;
    for (unsigned bit = 0; bit < 8; ++bit) {
      const bool level = is_there_ && is_selected_ ? clock(((sent[i] >> (7U - bit)) & 1U) != 0) : idle_level_;
      byte = byte << 1U | (level ? 1U : 0U);
    }
    received[i] = static_cast<std::uint8_t>(byte);
  }
}

bool Mcp3xxx::clock(bool sent) {
  if (!has_started_) {
    has_started_ = sent;
    return idle_level_;
  }
  ++clocks_;
  if (clocks_ <= command_clocks) command_ = command_ << 1U | (sent ? 1U : 0U);
  if (clocks_ == command_clocks) sample();
  if (clocks_ < null_clock) return idle_level_;
  if (clocks_ == null_clock) return false;
  return output(clocks_ - null_clock - 1);
}

// First the value from its highest bit down, then the same from the lowest bit but one up, then zeros.
bool Mcp3xxx::output(unsigned bit) const {
  if (bit < bits_) return ((held_ >> (bits_ - 1 - bit)) & 1U) != 0;
  const unsigned up = bit - bits_ + 1;
  return up < bits_ && ((held_ >> up) & 1U) != 0;
}

void Mcp3xxx::sample() {
  ++conversions_;
  const auto inputs = static_cast<unsigned>(codes_.size());
  const auto measured = [this, inputs](unsigned number) {
    const unsigned input = number % inputs;  // a chip with four inputs does not look at the highest bit
    return measure_ ? measure_(input) : codes_[input];
  };
  const unsigned number = command_ & 7U;
  const std::uint32_t largest = (1U << bits_) - 1;
  if ((command_ & 8U) != 0) {
    held_ = std::min(measured(number), largest);
    return;
  }
  // A pair of neighbours; what would be negative is 0.
  const std::uint32_t plus = measured(number);
  const std::uint32_t minus = measured(number ^ 1U);
  held_ = std::min(plus > minus ? plus - minus : 0, largest);
}

}  // namespace chairhub
