// Makes a kit of converters: scans all chips in step, so that they convert at
// the same time, puts each channel's counts at its pad, says what is wrong with
// a wire, and brings back a chip that has failed while the others go on.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/bus/bus_clock.h"
#include "drivers/converter/converter.h"
#include "drivers/converter/wiring.h"
#include "hub/core/chair.h"
#include "hub/core/kit.h"
#include "hub/core/result.h"

namespace chairhub {

struct ConverterParts {
  // "0x48": how the configuration names the chip in a pad's `channel`.
  struct Chip {
    std::string label;
    std::unique_ptr<Converter> converter;
  };
  std::vector<Chip> chips;       // at least one; none is asked anything before the first scan
  std::string description;       // one line for the journal
  std::optional<Wiring> wiring;  // resistive pads only
  std::string wiring_where;      // the place of that in the configuration
};

// `clock` outlives the kit. Errors are those of the configuration: a channel that is not there, a scan that takes
// longer than rate_hz allows. A chip that does not answer is no error; its pads are missing until it does.
Result<std::unique_ptr<Kit>> make_converter_kit(const KitConfig& config, const Chair& chair, ConverterParts parts,
                                                BusClock& clock);

}  // namespace chairhub
