// One chip of an Hx711Group as a converter, so that a kit sets up anew only
// the chip that has failed.

#pragma once

#include <memory>

#include "drivers/converter/converter.h"
#include "drivers/hx711/hx711_group.h"

namespace chairhub {

class Hx711Chip final : public Converter {
 public:
  // `chip` is its place among the group's data lines.
  Hx711Chip(std::shared_ptr<Hx711Group> group, std::size_t chip) : group_(std::move(group)), chip_(chip) {}

  std::string name() const override;
  std::uint32_t channels() const override { return 1; }
  BusResult<void> initialise() override { return group_->begin(chip_); }
  BusResult<Nanos> continue_initialising() override { return group_->settle(chip_); }
  BusResult<void> begin_scan(std::span<const std::uint32_t>) override { return group_->convert(chip_); }
  BusResult<std::int32_t> collect(std::uint32_t) override { return group_->take(chip_); }
  Signal judge(std::int32_t counts) const override;

 private:
  std::shared_ptr<Hx711Group> group_;
  std::size_t chip_;
};

}  // namespace chairhub
