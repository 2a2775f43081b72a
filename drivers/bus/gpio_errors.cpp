#include "drivers/bus/gpio_errors.h"

#include <cerrno>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

namespace chairhub {
namespace {

// The kernel's GPIO_MAX_NAME_SIZE is 32 with the closing zero (linux/gpio.h).
constexpr std::size_t longest_consumer = 31;

std::string line_name(unsigned line) {
  return fmt::format("line {}", line);
}

}  // namespace

tl::unexpected<BusError> gpio_failure(std::string where, int system_errno) {
  switch (system_errno) {
    case EBUSY:
      return bus_failure(BusFault::busy, std::move(where), "", system_errno);
    case EACCES:
    case EPERM:
      return bus_failure(BusFault::permission, std::move(where), "", system_errno);
    case ENOENT:
    case ENODEV:
    case ENXIO:
      return bus_failure(BusFault::no_device, std::move(where), "", system_errno);
    case ENOTTY:
      return bus_failure(BusFault::unsupported, std::move(where), "this is no GPIO chip", system_errno);
    case ETIMEDOUT:
      return bus_failure(BusFault::timeout, std::move(where), "", system_errno);
    case EINVAL:
    case EOPNOTSUPP:
      return bus_failure(BusFault::unsupported, std::move(where), "", system_errno);
    default:
      return bus_failure(BusFault::system, std::move(where), "", system_errno);
  }
}

tl::unexpected<BusError> gpio_refusal(GpioChip& chip, std::span<const unsigned> lines, int system_errno) {
  auto failed = gpio_failure(chip.name(), system_errno);
  if (failed.value().fault != BusFault::busy) return failed;
  std::string held;
  for (const unsigned line : lines) {
    const auto info = chip.info(line);
    if (!info || !info->is_used) continue;
    held += fmt::format("{}{} is held by {}", held.empty() ? "" : ", ", line_name(line),
                        info->consumer.empty() ? "somebody without a name" : "'" + info->consumer + "'");
  }
  failed.value().detail = held.empty() ? "a line was held a moment ago; try again" : held;
  return failed;
}

BusResult<void> check_gpio_lines(const GpioChip& chip, std::span<const unsigned> lines) {
  if (lines.empty()) throw std::logic_error("a GPIO request without lines");
  std::set<unsigned> seen;
  for (const unsigned line : lines) {
    if (line >= chip.lines())
      return bus_failure(BusFault::no_device, chip.name(),
                         fmt::format("there is no {}; there are 0 to {}", line_name(line), chip.lines() - 1));
    if (!seen.insert(line).second)
      return bus_failure(BusFault::busy, chip.name(), fmt::format("{} is asked for twice", line_name(line)));
  }
  return {};
}

std::string gpio_consumer(const std::string& role) {
  return ("chairhub:" + role).substr(0, longest_consumer);
}

}  // namespace chairhub
