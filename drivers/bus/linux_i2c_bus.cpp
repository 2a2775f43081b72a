#include "drivers/bus/linux_i2c_bus.h"

#include <fcntl.h>
#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace chairhub {
namespace {

// On top of the first. A chip that is really gone costs little more, a disturbed transfer is mended
// (engineering default).
constexpr int retries = 2;

class LinuxI2cBus final : public I2cBus {
 public:
  LinuxI2cBus(I2cDevice device, unsigned long functions) : device_(std::move(device)), functions_(functions) {}

  std::string name() const override { return device_.path; }
  BusResult<void> transfer(std::uint8_t address, std::span<const std::uint8_t> write,
                           std::span<std::uint8_t> read) override;
  BusResult<void> claim(std::uint8_t address) override;

 private:
  BusResult<void> try_transfer(std::uint8_t address, std::span<const std::uint8_t> write, std::span<std::uint8_t> read);
  BusResult<void> combined(std::uint8_t address, std::span<const std::uint8_t> write, std::span<std::uint8_t> read);
  BusResult<void> smbus(std::uint8_t address, std::span<const std::uint8_t> write, std::span<std::uint8_t> read);
  BusResult<void> smbus_write(std::uint8_t address, std::span<const std::uint8_t> write);
  BusResult<void> smbus_read(std::uint8_t address, std::uint8_t command, std::span<std::uint8_t> read);
  BusResult<void> smbus_access(std::uint8_t address, std::uint8_t direction, std::uint8_t command, std::uint32_t size,
                               i2c_smbus_data* data);
  std::string where(std::uint8_t address) const { return fmt::format("0x{:02x} on {}", address, device_.path); }
  BusResult<void> failed(std::uint8_t address) const {
    const int number = errno;
    return bus_failure(i2c_fault_of(number), where(address), "", number);
  }

  I2cDevice device_;
  unsigned long functions_;
};

BusResult<void> LinuxI2cBus::transfer(std::uint8_t address, std::span<const std::uint8_t> write,
                                      std::span<std::uint8_t> read) {
  auto result = try_transfer(address, write, read);
  for (int retry = 0; retry < retries && !result; ++retry) {
    const BusFault fault = result.error().fault;
    if (fault != BusFault::nack && fault != BusFault::timeout) break;
    result = try_transfer(address, write, read);
  }
  return result;
}

BusResult<void> LinuxI2cBus::try_transfer(std::uint8_t address, std::span<const std::uint8_t> write,
                                          std::span<std::uint8_t> read) {
  return (functions_ & I2C_FUNC_I2C) != 0 ? combined(address, write, read) : smbus(address, write, read);
}

BusResult<void> LinuxI2cBus::combined(std::uint8_t address, std::span<const std::uint8_t> write,
                                      std::span<std::uint8_t> read) {
  std::array<i2c_msg, 2> messages{};
  std::uint32_t count = 0;
  // The kernel takes both directions through one type and does not write to what is sent.
  if (!write.empty() || read.empty())
    messages[count++] = {address, 0, static_cast<std::uint16_t>(write.size()), const_cast<std::uint8_t*>(write.data())};
  if (!read.empty()) messages[count++] = {address, I2C_M_RD, static_cast<std::uint16_t>(read.size()), read.data()};
  i2c_rdwr_ioctl_data data{messages.data(), count};
  const int done = device_.control(I2C_RDWR, reinterpret_cast<std::uintptr_t>(&data));
  if (done < 0) return failed(address);
  if (static_cast<std::uint32_t>(done) != count)
    return bus_failure(BusFault::short_io, where(address), fmt::format("{} of {} messages", done, count));
  return {};
}

// SMBus has a name for each form of transfer that converters use. It sends the low byte of a word first, so
// the bytes keep their order on the wire when they go into and come from the word low byte first.
BusResult<void> LinuxI2cBus::smbus_write(std::uint8_t address, std::span<const std::uint8_t> write) {
  i2c_smbus_data data{};
  switch (write.size()) {
    case 1:
      return smbus_access(address, I2C_SMBUS_WRITE, write[0], I2C_SMBUS_BYTE, nullptr);
    case 2:
      data.byte = write[1];
      return smbus_access(address, I2C_SMBUS_WRITE, write[0], I2C_SMBUS_BYTE_DATA, &data);
    case 3:
      data.word = static_cast<std::uint16_t>(write[1] | write[2] << 8U);
      return smbus_access(address, I2C_SMBUS_WRITE, write[0], I2C_SMBUS_WORD_DATA, &data);
    default:
      return bus_failure(BusFault::unsupported, where(address),
                         fmt::format("it knows SMBus only, which cannot write {} bytes", write.size()));
  }
}

BusResult<void> LinuxI2cBus::smbus_read(std::uint8_t address, std::uint8_t command, std::span<std::uint8_t> read) {
  i2c_smbus_data data{};
  if (read.size() == 1) {
    auto done = smbus_access(address, I2C_SMBUS_READ, command, I2C_SMBUS_BYTE_DATA, &data);
    if (done) read[0] = data.byte;
    return done;
  }
  if (read.size() == 2) {
    auto done = smbus_access(address, I2C_SMBUS_READ, command, I2C_SMBUS_WORD_DATA, &data);
    if (!done) return done;
    read[0] = static_cast<std::uint8_t>(data.word & 0xFFU);
    read[1] = static_cast<std::uint8_t>(data.word >> 8U);
    return done;
  }
  data.block[0] = static_cast<std::uint8_t>(read.size());
  auto done = smbus_access(address, I2C_SMBUS_READ, command, I2C_SMBUS_I2C_BLOCK_DATA, &data);
  if (!done) return done;
  if (data.block[0] != read.size())
    return bus_failure(BusFault::short_io, where(address), fmt::format("{} of {} bytes", data.block[0], read.size()));
  std::copy_n(&data.block[1], read.size(), read.begin());
  return done;
}

BusResult<void> LinuxI2cBus::smbus(std::uint8_t address, std::span<const std::uint8_t> write,
                                   std::span<std::uint8_t> read) {
  if (read.empty()) return smbus_write(address, write);
  if (write.size() == 1 && read.size() <= I2C_SMBUS_BLOCK_MAX) return smbus_read(address, write[0], read);
  return bus_failure(
      BusFault::unsupported, where(address),
      fmt::format("it knows SMBus only, which cannot write {} and read {} bytes", write.size(), read.size()));
}

BusResult<void> LinuxI2cBus::smbus_access(std::uint8_t address, std::uint8_t direction, std::uint8_t command,
                                          std::uint32_t size, i2c_smbus_data* data) {
  if (device_.control(I2C_SLAVE, address) < 0) return failed(address);
  i2c_smbus_ioctl_data request{direction, command, size, data};
  if (device_.control(I2C_SMBUS, reinterpret_cast<std::uintptr_t>(&request)) < 0) return failed(address);
  return {};
}

// The kernel's list says who owns a chip; I2C_RDWR itself never asks. Not every bus is listed, such as one
// that is served by a program.
BusResult<void> LinuxI2cBus::claim(std::uint8_t address) {
  namespace fs = std::filesystem;
  std::error_code unlisted;
  const fs::path real = fs::canonical(device_.path, unlisted);  // udev may have given the bus another name
  const std::string device = unlisted ? device_.path : real.string();
  const std::string bus = device.substr(device.rfind('-') + 1);
  const fs::path driver = fs::path(device_.chips) / fmt::format("{}-{:04x}", bus, address) / "driver";
  const fs::path owner = fs::read_symlink(driver, unlisted);
  if (unlisted) return {};
  return bus_failure(BusFault::driver_bound, where(address), fmt::format("'{}'", owner.filename().string()));
}

}  // namespace

BusFault i2c_fault_of(int system_errno) {
  switch (system_errno) {
    case EREMOTEIO:
    case ENXIO:
    case EIO:
    case ENODEV:  // i2c-stub, for an address that it does not play
      return BusFault::nack;
    case ETIMEDOUT:
      return BusFault::timeout;
    case EAGAIN:
      return BusFault::arbitration;
    case EBADMSG:
    case EPROTO:
      return BusFault::integrity;
    case EBUSY:
      return BusFault::driver_bound;
    case ENOENT:
      return BusFault::no_device;
    case EACCES:
    case EPERM:
      return BusFault::permission;
    case EOPNOTSUPP:
      return BusFault::unsupported;
    default:
      return BusFault::system;
  }
}

BusResult<std::unique_ptr<I2cBus>> make_linux_i2c_bus(I2cDevice device) {
  unsigned long functions = 0;
  if (device.control(I2C_FUNCS, reinterpret_cast<std::uintptr_t>(&functions)) < 0) {
    const int number = errno;
    return bus_failure(BusFault::unsupported, device.path, "it is no I2C bus", number);
  }
  if ((functions & (I2C_FUNC_I2C | I2C_FUNC_SMBUS_WORD_DATA)) == 0)
    return bus_failure(BusFault::unsupported, device.path, "it has neither I2C transfers nor SMBus words");
  return std::make_unique<LinuxI2cBus>(std::move(device), functions);
}

BusResult<std::unique_ptr<I2cBus>> open_i2c_bus(const std::string& device) {
  const int fd = ::open(device.c_str(), O_RDWR | O_CLOEXEC);
  if (fd < 0) {
    const int number = errno;
    const BusFault fault = number == ENODEV || number == ENXIO ? BusFault::no_device : i2c_fault_of(number);
    return bus_failure(fault, device, "", number);
  }
  const std::shared_ptr<void> open_file(nullptr, [fd](void*) { ::close(fd); });
  return make_linux_i2c_bus(
      {device, "/sys/bus/i2c/devices",
       [open_file, fd](unsigned long request, std::uintptr_t argument) { return ::ioctl(fd, request, argument); }});
}

}  // namespace chairhub
