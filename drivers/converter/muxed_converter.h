// A multiplexer (CD74HC4067 with 16 inputs, CD74HC4051 with 8) in front of a
// converter. Every input of the converter may have a multiplexer of its own;
// all share the select lines.
//
// Channel = input of the converter * positions + position. The order is
// select, settle, convert: never select while the converter works.

#pragma once

#include <memory>
#include <optional>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/gpio.h"
#include "drivers/converter/converter.h"

namespace chairhub {

class MuxedConverter final : public Converter {
 public:
  // `select` holds the select lines, S0 first. `clock` outlives this.
  MuxedConverter(std::unique_ptr<Converter> inner, std::unique_ptr<GpioOutputs> select, std::uint32_t select_lines,
                 Nanos settle, BusClock& clock);

  std::string name() const override;
  std::uint32_t channels() const override { return inner_->channels() * positions_; }
  BusResult<void> initialise() override;
  BusResult<Nanos> continue_initialising() override { return inner_->continue_initialising(); }
  BusResult<void> start(std::uint32_t channel) override;
  Nanos starts_in() const override { return settle_ + inner_->starts_in(); }
  Nanos ready_after() const override { return inner_->ready_after(); }
  BusResult<std::int32_t> collect(std::uint32_t channel) override;
  Signal judge(std::int32_t counts) const override { return inner_->judge(counts); }

 private:
  BusResult<void> select(std::uint32_t position);

  std::unique_ptr<Converter> inner_;
  std::unique_ptr<GpioOutputs> select_;
  std::uint32_t select_lines_;
  std::uint32_t positions_;
  Nanos settle_;
  BusClock& clock_;
  std::optional<std::uint32_t> selected_;  // unset: not known
};

}  // namespace chairhub
