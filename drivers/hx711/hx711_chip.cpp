#include "drivers/hx711/hx711_chip.h"

#include "drivers/hx711/hx711_protocol.h"

namespace chairhub {

std::string Hx711Chip::name() const {
  return group_->name_of(chip_);
}

Signal Hx711Chip::judge(std::int32_t counts) const {
  return counts == hx711_lowest || counts == hx711_highest ? Signal::out_of_range : Signal::ok;
}

}  // namespace chairhub
