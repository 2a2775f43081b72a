// What both generations of libgpiod throw, as a BusError: who holds a line,
// which lines there are, what to do about a missing right.

#pragma once

#include <span>
#include <string>
#include <system_error>
#include <type_traits>
#include <utility>

#include "drivers/bus/bus_error.h"
#include "drivers/bus/gpio.h"

namespace chairhub {

// What failed at `where` with this errno.
tl::unexpected<BusError> gpio_failure(std::string where, int system_errno);

// Why a request for these lines was refused; names whoever holds one of them.
tl::unexpected<BusError> gpio_refusal(GpioChip& chip, std::span<const unsigned> lines, int system_errno);

// Refuses lines that the chip does not have, none at all, and one line twice.
BusResult<void> check_gpio_lines(const GpioChip& chip, std::span<const unsigned> lines);

// What gpioinfo shows: "chairhub:role", cut to what the kernel keeps of it.
std::string gpio_consumer(const std::string& role);

// Calls into libgpiod, which tells trouble by std::system_error.
template <class Call>
auto guarded(const std::string& where, Call&& call) -> BusResult<std::invoke_result_t<Call>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Call>>) {
      std::forward<Call>(call)();
      return {};
    } else {
      return std::forward<Call>(call)();
    }
  } catch (const std::system_error& error) {
    return gpio_failure(where, error.code().value());
  }
}

}  // namespace chairhub
