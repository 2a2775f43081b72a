// One MCP3004, MCP3008, MCP3204 or MCP3208. Reads all wanted inputs in one
// call to the bus, at the beginning of a scan.

#pragma once

#include <memory>
#include <vector>

#include "drivers/bus/spi_bus.h"
#include "drivers/converter/converter.h"
#include "drivers/mcp3008/mcp_protocol.h"

namespace chairhub {

class McpConverter final : public Converter {
 public:
  // `inputs` is 4 or 8.
  McpConverter(std::unique_ptr<SpiBus> bus, McpBits bits, std::uint32_t inputs);

  std::string name() const override { return name_; }
  std::uint32_t channels() const override { return static_cast<std::uint32_t>(answers_.size()); }
  // The chip has nothing to configure; finds out whether somebody answers.
  BusResult<void> initialise() override;
  BusResult<void> begin_scan(std::span<const std::uint32_t> wanted) override;
  // What the last scan brought for `channel`.
  BusResult<std::int32_t> collect(std::uint32_t channel) override;

 private:
  std::unique_ptr<SpiBus> bus_;
  McpBits bits_;
  std::string name_;
  std::vector<McpBytes> answers_;  // by input
};

}  // namespace chairhub
