#include "drivers/mcp3008/mcp_converter.h"

#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace chairhub {
namespace {

// As a chip that is not there answers.
constexpr McpBytes silence{0xFF, 0xFF, 0xFF};

std::string model_name(McpBits bits, std::uint32_t inputs) {
  return fmt::format("mcp3{}0{}", bits == McpBits::ten ? 0 : 2, inputs);
}

}  // namespace

McpConverter::McpConverter(std::unique_ptr<SpiBus> bus, McpBits bits, std::uint32_t inputs)
    : bus_(std::move(bus)),
      bits_(bits),
      name_(fmt::format("{} on {}", model_name(bits, inputs), bus_->name())),
      answers_(inputs, silence) {
  if (inputs != 4 && inputs != 8) throw std::invalid_argument("these converters have 4 or 8 inputs");
}

BusResult<void> McpConverter::initialise() {
  const std::uint32_t first[] = {0};
  if (auto read = begin_scan(first); !read) return read;
  if (auto value = collect(0); !value) return tl::unexpected(value.error());
  return {};
}

BusResult<void> McpConverter::begin_scan(std::span<const std::uint32_t> wanted) {
  std::vector<McpBytes> requests;
  requests.reserve(wanted.size());
  std::vector<SpiTransfer> transfers;
  transfers.reserve(wanted.size());
  answers_.assign(answers_.size(), silence);
  for (const std::uint32_t input : wanted) {
    requests.push_back(mcp_request(bits_, input));
    transfers.push_back({requests.back(), answers_.at(input)});
  }
  auto sent = bus_->transfer(transfers);
  if (!sent) answers_.assign(answers_.size(), silence);  // what has come may be half of it
  return sent;
}

BusResult<std::int32_t> McpConverter::collect(std::uint32_t channel) {
  const auto value = mcp_value(bits_, answers_.at(channel));
  if (!value)
    return bus_failure(BusFault::integrity, name_,
                       fmt::format("input {} answers without the null bit: the chip has no power, its MISO wire "
                                   "is off, or another chip select is meant",
                                   channel));
  return *value;
}

}  // namespace chairhub
