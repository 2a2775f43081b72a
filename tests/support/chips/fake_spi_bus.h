// An SPI bus for drivers under test, with the model of one chip at its chip
// select. A byte takes the time it takes at 1 MHz.

#pragma once

#include <optional>
#include <string>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/spi_bus.h"
#include "tests/support/chips/mcp3xxx.h"

namespace chairhub {

class FakeSpiBus final : public SpiBus {
 public:
  FakeSpiBus(Mcp3xxx& chip, BusClock& clock) : chip_(&chip), clock_(&clock) {}

  // All calls fail like this from now on.
  void break_down(BusFault fault) { fault_ = fault; }
  int calls() const { return calls_; }

  std::string name() const override { return "/dev/spidev0.0"; }

  BusResult<void> transfer(std::span<const SpiTransfer> transfers) override {
    ++calls_;
    if (fault_) return bus_failure(*fault_, name());
    for (const SpiTransfer& transfer : transfers) {
      chip_->select();
      chip_->exchange(transfer.send, transfer.receive);
      chip_->deselect();
      clock_->wait(Nanos(static_cast<std::int64_t>(transfer.send.size()) * 8'000));
    }
    return {};
  }

 private:
  Mcp3xxx* chip_;
  BusClock* clock_;
  std::optional<BusFault> fault_;
  int calls_ = 0;
};

}  // namespace chairhub
