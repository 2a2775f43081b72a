// Chairs and kits for the tests of converters.

#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "drivers/driver.h"
#include "hub/core/chair.h"
#include "hub/core/kit.h"
#include "tests/support/moments.h"

namespace chairhub {

// Pads pad_1, pad_2 and so on.
inline Chair chair_with(std::size_t pads, CountRange range = {0, 20'000}) {
  Chair chair{"desk", "Desk", {}};
  for (std::size_t i = 1; i <= pads; ++i) chair.pads.push_back({"pad_" + std::to_string(i), Zone::seat, 0, 0, range});
  return chair;
}

// As the configuration loader writes it; each option and channel has a line of its own.
inline KitConfig kit_config(std::string driver, std::vector<KitOption> options = {},
                            const std::vector<std::string>& channels = {}) {
  KitConfig config;
  config.driver = std::move(driver);
  config.rate_hz = 10;
  config.where = "c.toml:1:1";
  config.folder = "/nowhere";
  int line = 2;
  for (KitOption& option : options) option.where = "c.toml:" + std::to_string(line++) + ":1";
  config.options = std::move(options);
  for (const std::string& channel : channels)
    config.channels.push_back({"channel", channel, "c.toml:" + std::to_string(line++) + ":1"});
  return config;
}

using MakeKit = std::function<Result<std::unique_ptr<Kit>>(const Options& options)>;

inline Result<std::unique_ptr<Kit>> made(const KitConfig& config, std::span<const OptionInfo> table,
                                         const MakeKit& make) {
  const auto options = Options::check(config, table);
  if (!options) return tl::unexpected(options.error());
  return make(*options);
}

// A kit that has to be right; scanned by its own steady time.
class RunningKit {
 public:
  explicit RunningKit(Result<std::unique_ptr<Kit>> kit) {
    if (!kit) throw std::runtime_error(kit.error().message);
    kit_ = std::move(*kit);
  }

  const Frame& scan() {
    frame_.at = now_ = now_ + Millis{100};
    if (!kit_->scan(now_, frame_)) throw std::runtime_error("a kit of converters has no end");
    for (std::string& notice : kit_->take_notices()) notices.push_back(std::move(notice));
    return frame_;
  }
  std::vector<std::int32_t> counts() const {
    std::vector<std::int32_t> all;
    for (const PadReading& pad : frame_.readings()) all.push_back(pad.counts);
    return all;
  }
  std::vector<Signal> signals() const {
    std::vector<Signal> all;
    for (const PadReading& pad : frame_.readings()) all.push_back(pad.signal);
    return all;
  }
  Kit& kit() { return *kit_; }

  std::vector<std::string> notices;  // all so far

 private:
  std::unique_ptr<Kit> kit_;
  Moment now_ = morning();
  Frame frame_;
};

}  // namespace chairhub
