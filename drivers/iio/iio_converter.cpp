#include "drivers/iio/iio_converter.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "drivers/replay/file_descriptor.h"

namespace chairhub {
namespace {

namespace fs = std::filesystem;

BusFault fault_of(int system_errno) {
  switch (system_errno) {
    case ENOENT:
    case ENODEV:
      return BusFault::no_device;
    case EACCES:
    case EPERM:
      return BusFault::permission;
    case EBUSY:
      return BusFault::busy;
    case ETIMEDOUT:
      return BusFault::timeout;
    case EIO:
    case ENXIO:
    case EREMOTEIO:
      return BusFault::nack;
    default:
      return BusFault::system;
  }
}

// "1-0048" of /sys/devices/platform/soc/3f804000.i2c/i2c-1/1-0048/iio:device0
std::string parent_of(const fs::path& device) {
  return device.parent_path().filename().string();
}

BusResult<std::string> read_file(const fs::path& file) {
  const FileDescriptor open_file(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  std::array<char, 64> text{};
  const ssize_t length = open_file.is_open() ? ::read(open_file.number(), text.data(), text.size()) : -1;
  if (length < 0) {
    const int number = errno;
    return bus_failure(fault_of(number), file.string(), "", number);
  }
  return std::string(text.data(), static_cast<std::size_t>(length));
}

}  // namespace

IioConverter::IioConverter(fs::path devices, std::string device, std::uint32_t channels)
    : devices_(std::move(devices)), device_(std::move(device)), channels_(channels) {}

BusResult<void> IioConverter::initialise() {
  const auto folder = find();
  if (!folder) return tl::unexpected(folder.error());
  folder_ = *folder;
  return {};
}

BusResult<fs::path> IioConverter::find() const {
  std::error_code failed;
  if (device_.starts_with('/')) {
    if (fs::is_directory(device_, failed)) return fs::path(device_);
    return bus_failure(BusFault::no_device, device_, "no such folder");
  }
  std::vector<fs::path> found;
  std::vector<std::string> known;
  for (const auto& entry : fs::directory_iterator(devices_, failed)) {
    if (!entry.path().filename().string().starts_with("iio:device")) continue;
    const fs::path real = fs::canonical(entry.path(), failed);
    known.push_back(parent_of(real));
    if (parent_of(real) == device_) found.push_back(entry.path());
  }
  if (found.size() == 1) return found.front();
  std::sort(known.begin(), known.end());
  if (found.size() > 1)
    return bus_failure(BusFault::no_device, devices_.string(),
                       fmt::format("{} devices hang on {}; name one by its path", found.size(), device_));
  return bus_failure(BusFault::no_device, devices_.string(),
                     fmt::format("nothing hangs on {}; devices there: {}", device_,
                                 known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "))));
}

BusResult<std::int32_t> IioConverter::collect(std::uint32_t channel) {
  const fs::path file = folder_ / fmt::format("in_voltage{}_raw", channel);
  const auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  std::int32_t counts = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), counts);
  const std::string_view rest(end, static_cast<std::size_t>(text->data() + text->size() - end));
  if (error != std::errc{} || !(rest.empty() || rest == "\n"))
    return bus_failure(BusFault::integrity, file.string(),
                       fmt::format("it holds '{}', which is no whole number", *text));
  return counts;
}

}  // namespace chairhub
