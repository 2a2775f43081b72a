// The chips of a kit, played by models, with inputs named as the documents in
// docs/kit/ name them. So a test can wire pads by the document, make the kit
// from its configuration, and see whether both mean the same.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "drivers/driver.h"
#include "tests/support/chips/fake_bus_clock.h"

namespace chairhub {

class Bench {
 public:
  virtual ~Bench() = default;

  // What a pad at this input reads: "0x48 A3", "CH3", "Y3", "GPIO 21", "port 3". Throws when there is no such input.
  virtual void put(const std::string& input, std::int32_t counts) = 0;
  virtual Result<std::unique_ptr<Kit>> make(const KitConfig& config, const Options& options, const Chair& chair) = 0;

  FakeBusClock clock;
};

// The bench for a kit's driver. Throws when no chip of it can be played.
std::unique_ptr<Bench> bench_for(const KitConfig& config);

}  // namespace chairhub
