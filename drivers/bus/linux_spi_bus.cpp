#include <fcntl.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fmt/format.h>

#include "drivers/bus/spi_bus.h"
#include "drivers/bus/spi_message.h"
#include "drivers/replay/file_descriptor.h"

namespace chairhub {
namespace {

tl::unexpected<BusError> spi_failure(const std::string& device, int system_errno) {
  switch (system_errno) {
    case ENOENT:
    case ENXIO:
      return bus_failure(BusFault::no_device, device, "an overlay for the chip takes its device away", system_errno);
    case ENODEV:
    case ESHUTDOWN:
      return bus_failure(BusFault::no_device, device, "the bus has gone away", system_errno);
    case EACCES:
    case EPERM:
      return bus_failure(BusFault::permission, device, "", system_errno);
    case EBUSY:
      return bus_failure(BusFault::busy, device, "another program has the device open", system_errno);
    case ENOTTY:
      return bus_failure(BusFault::unsupported, device, "this is no SPI device", system_errno);
    case EINVAL:
      return bus_failure(BusFault::unsupported, device, "the controller cannot do mode 0 at this speed", system_errno);
    case EMSGSIZE:
      return bus_failure(BusFault::unsupported, device, "spidev.bufsiz is less than the usual 4096", system_errno);
    case ETIMEDOUT:
      return bus_failure(BusFault::timeout, device, "", system_errno);
    default:
      return bus_failure(BusFault::system, device, "", system_errno);
  }
}

class LinuxSpiBus final : public SpiBus {
 public:
  LinuxSpiBus(std::string device, FileDescriptor file, std::uint32_t speed_hz)
      : device_(std::move(device)), file_(std::move(file)), speed_hz_(speed_hz) {}

  std::string name() const override { return device_; }

  BusResult<void> transfer(std::span<const SpiTransfer> transfers) override {
    while (!transfers.empty()) {
      const std::size_t count = std::min(transfers.size(), most_spi_transfers);
      if (auto sent = send(transfers.first(count)); !sent) return sent;
      transfers = transfers.subspan(count);
    }
    return {};
  }

 private:
  BusResult<void> send(std::span<const SpiTransfer> transfers) {
    std::size_t bytes = 0;
    for (const SpiTransfer& transfer : transfers) bytes += transfer.send.size();
    std::vector<spi_ioc_transfer> message = spi_message(transfers, speed_hz_);
    // SPI_IOC_MESSAGE(n) wants n at compile time.
    const auto size = static_cast<unsigned>(message.size() * sizeof(spi_ioc_transfer));
    const unsigned long request = _IOC(_IOC_WRITE, static_cast<unsigned>(SPI_IOC_MAGIC), 0U, size);
    int sent = 0;
    do {
      sent = ::ioctl(file_.number(), request, message.data());
    } while (sent < 0 && errno == EINTR);
    if (sent < 0) return spi_failure(device_, errno);
    if (static_cast<std::size_t>(sent) != bytes)
      return bus_failure(BusFault::short_io, device_, fmt::format("{} of {} bytes were exchanged", sent, bytes));
    return {};
  }

  std::string device_;
  FileDescriptor file_;
  std::uint32_t speed_hz_;
};

}  // namespace

BusResult<std::unique_ptr<SpiBus>> open_spi_bus(const std::string& device, std::uint32_t speed_hz) {
  FileDescriptor file(::open(device.c_str(), O_RDWR | O_CLOEXEC));
  if (!file.is_open()) return spi_failure(device, errno);
  std::uint8_t mode = SPI_MODE_0;
  std::uint8_t bits = 8;
  if (::ioctl(file.number(), SPI_IOC_WR_MODE, &mode) < 0 ||
      ::ioctl(file.number(), SPI_IOC_WR_BITS_PER_WORD, &bits) < 0 ||
      ::ioctl(file.number(), SPI_IOC_WR_MAX_SPEED_HZ, &speed_hz) < 0)
    return spi_failure(device, errno);
  return std::make_unique<LinuxSpiBus>(device, std::move(file), speed_hz);
}

}  // namespace chairhub
