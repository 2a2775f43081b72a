// What goes wrong on a bus or a GPIO line, so that a driver can tell a chip
// that is gone from one that is not ready, and a person what to do about it.

#pragma once

#include <cstdint>
#include <string>

#include <tl/expected.hpp>

namespace chairhub {

enum class BusFault : std::uint8_t {
  nack,         // nobody answers at this address
  timeout,      // the bus is held, or a wait for the chip took too long
  arbitration,  // another master was faster; the kernel has retried already
  short_io,     // fewer bytes than asked for
  not_ready,    // the chip answers but has no conversion
  integrity,  // what came cannot be: a null bit, a register that does not hold what was written, clock pulses too long
  driver_bound,  // a kernel driver owns the chip
  busy,          // somebody else holds the line or the device
  no_device,     // the bus, chip or line does not exist
  permission,
  unsupported,  // the adapter cannot do it
  system,       // a system call failed in a way that no other word fits; system_errno says how
};

struct BusError {
  BusFault fault = BusFault::nack;
  int system_errno = 0;  // 0 when no system call failed
  std::string where;     // "ads1115 at 0x48 on /dev/i2c-1"
  std::string detail;    // what was seen, or what to do; may be empty
};

template <class T>
using BusResult = tl::expected<T, BusError>;

inline tl::unexpected<BusError> bus_failure(BusFault fault, std::string where, std::string detail = "",
                                            int system_errno = 0) {
  return tl::unexpected<BusError>(BusError{fault, system_errno, std::move(where), std::move(detail)});
}

// One sentence for a person: where, what, and what helps; or the two apart. There is not always something that helps.
std::string in_words(const BusError& error);
std::string fault_in_words(const BusError& error);
std::string cure_in_words(const BusError& error);

}  // namespace chairhub
