// One chip of a converter kit with the pads that hang on it, and where it is
// in its life: being set up, scanned, or waited for. The kit drives all of
// them through a scan in step (converter_kit.h).

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/bus/bus_clock.h"
#include "drivers/converter/converter.h"
#include "drivers/converter/copied_channels.h"
#include "drivers/converter/recovery.h"

namespace chairhub {

class ScannedChip {
 public:
  // One channel and the pad on it.
  struct Wanted {
    std::uint32_t channel = 0;
    std::size_t pad = 0;
    std::string name;  // of the pad
  };

  // `wanted` is not empty.
  ScannedChip(std::unique_ptr<Converter> converter, std::vector<Wanted> wanted, double pad_span);

  const std::vector<Wanted>& wanted() const { return wanted_; }
  std::string name() const { return converter_->name(); }
  Nanos ready_after() const { return converter_->ready_after(); }
  // Of one channel, from the beginning of start().
  Nanos conversion_time() const { return converter_->starts_in() + converter_->ready_after(); }

  // The steps of one scan. A step that fails ends it: the later ones do nothing.
  void begin(Nanos now);
  bool start(std::size_t index);    // true: a conversion is under way
  void collect(std::size_t index);  // into counts()
  // Says what a person should read about the chip, if anything.
  std::optional<std::string> end(Nanos now);

  // What is known after the scan: nothing, or the counts in the order of wanted().
  bool has_counts() const { return is_scanning_; }
  std::int32_t counts(std::size_t index) const { return counts_[index]; }
  Signal signal(std::size_t index) const;
  bool is_down() const { return recovery_.is_down(); }

 private:
  bool set_up(Nanos now);
  BusResult<Nanos> next_step();
  void fail(BusError error);
  std::string pads_in_words() const;
  std::string failed_in_words() const;

  std::unique_ptr<Converter> converter_;
  std::vector<Wanted> wanted_;
  std::vector<std::uint32_t> channels_;
  std::vector<std::int32_t> counts_;
  CopiedChannels copied_;
  Recovery recovery_;
  bool is_setting_up_ = false;
  bool is_set_up_ = false;
  Nanos next_step_at_{};
  bool is_scanning_ = false;
  bool failed_now_ = false;          // in this scan
  std::optional<BusError> trouble_;  // the last one, while it lasts
};

}  // namespace chairhub
