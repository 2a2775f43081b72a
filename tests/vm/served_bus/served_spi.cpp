#include "tests/vm/served_bus/served_spi.h"

#include <algorithm>
#include <cerrno>
#include <sstream>

namespace chairhub {
namespace {

constexpr std::uint32_t fastest_hz = 1'350'000;  // of an mcp3008 at 2.7 V

// SPI_IOC_MESSAGE(n) differs from one n to the next in its size alone.
bool is_message(unsigned request) {
  return _IOC_TYPE(request) == SPI_IOC_MAGIC && _IOC_NR(request) == 0 && _IOC_DIR(request) == _IOC_WRITE;
}

bool is_setting(unsigned request) {
  return request == SPI_IOC_WR_MODE || request == SPI_IOC_WR_BITS_PER_WORD || request == SPI_IOC_WR_MAX_SPEED_HZ;
}

std::vector<spi_ioc_transfer> transfers_of(const Ioctl& call) {
  std::vector<spi_ioc_transfer> transfers(_IOC_SIZE(call.request) / sizeof(spi_ioc_transfer));
  for (std::size_t i = 0; i < transfers.size(); ++i)
    transfers[i] = object_at<spi_ioc_transfer>(call.read, i * sizeof(spi_ioc_transfer));
  return transfers;
}

}  // namespace

Reach ServedSpi::reach(const Ioctl& call) const {
  if (!is_message(call.request) && !is_setting(call.request)) return {};
  Reach reach{{{call.argument, _IOC_SIZE(call.request)}}, {}};
  if (is_setting(call.request) || call.read.size() < _IOC_SIZE(call.request)) return reach;
  for (const spi_ioc_transfer& transfer : transfers_of(call)) {
    reach.reads.push_back({transfer.tx_buf, transfer.len});
    reach.writes.push_back({transfer.rx_buf, transfer.len});
  }
  return reach;
}

IoctlReply ServedSpi::answer(const Ioctl& call) {
  if (is_message(call.request)) return exchange(call);
  if (call.request == SPI_IOC_WR_MODE) mode_ = call.read.front();
  if (is_setting(call.request)) return {0, {}};
  return {-ENOTTY, {}};
}

IoctlReply ServedSpi::exchange(const Ioctl& call) {
  const std::vector<spi_ioc_transfer> transfers = transfers_of(call);
  std::span<const std::uint8_t> sent = call.read.subspan(_IOC_SIZE(call.request));
  std::vector<std::uint8_t> received(sent.size());
  std::size_t done = 0;
  bool is_selected = false;
  for (const spi_ioc_transfer& transfer : transfers) {
    if (!is_selected) chip_.select();
    chip_.exchange(sent.subspan(done, transfer.len), std::span(received).subspan(done, transfer.len));
    done += transfer.len;
    is_selected = transfer.cs_change == 0;
    if (!is_selected) chip_.deselect();
  }
  chip_.deselect();
  if (mode_ != SPI_MODE_0 || std::any_of(transfers.begin(), transfers.end(), [](const spi_ioc_transfer& transfer) {
        return transfer.speed_hz == 0 || transfer.speed_hz > fastest_hz;
      }))
    std::fill(received.begin(), received.end(), std::uint8_t{0xFF});
  return {static_cast<int>(done), received};
}

bool ServedSpi::command(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string what;
  words >> what;
  if (what == "vanish") {
    chip_.unplug();
  } else if (what == "return") {
    chip_.plug_in();
  } else if (what == "counts") {
    for (unsigned input = 0; input < inputs; ++input) {
      std::uint32_t counts = 0;
      if (!(words >> counts)) return false;
      chip_.set_code(input, counts);
    }
  } else {
    return false;
  }
  return true;
}

}  // namespace chairhub
