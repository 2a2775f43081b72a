#include "drivers/converter/converter_kit.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "drivers/converter/channel_map.h"
#include "drivers/converter/scanned_chip.h"

namespace chairhub {
namespace {

// Conversions may take this part of the time between two scans; the bus needs some of the rest (engineering default).
constexpr double share_of_interval = 0.8;

class ConverterKit final : public Kit {
 public:
  ConverterKit(const KitConfig& config, const Chair& chair, std::string description, std::optional<Wiring> wiring,
               std::vector<ScannedChip> chips, BusClock& clock)
      : interval_(std::llround(1000 / config.rate_hz)),
        description_(std::move(description)),
        wiring_(wiring),
        chips_(std::move(chips)),
        clock_(&clock) {
    for (const Pad& pad : chair.pads) ranges_.push_back(pad.range);
    for (const ScannedChip& chip : chips_) rounds_ = std::max(rounds_, chip.wanted().size());
  }

  std::string describe() const override {
    return fmt::format("{}, a scan each {} ms", description_, interval_.count());
  }
  Pace pace() const override { return {interval_, false, 1}; }
  bool scan(Moment now, Frame& frame) override;
  std::vector<std::string> take_notices() override { return std::exchange(notices_, {}); }

 private:
  void convert(std::size_t round);
  PadReading judge(const ScannedChip& chip, std::size_t index) const;
  void tell_when_all_are_down();

  const Millis interval_;
  const std::string description_;
  const std::optional<Wiring> wiring_;
  std::vector<ScannedChip> chips_;
  std::vector<CountRange> ranges_;
  BusClock* clock_;
  std::size_t rounds_ = 0;
  bool all_down_ = false;
  std::vector<std::string> notices_;
};

bool ConverterKit::scan(Moment now, Frame& frame) {
  frame.at = now;
  frame.pad_count = static_cast<std::uint32_t>(ranges_.size());
  for (std::size_t pad = 0; pad < ranges_.size(); ++pad) frame.pads[pad] = {};
  for (ScannedChip& chip : chips_) chip.begin(clock_->now());
  for (std::size_t round = 0; round < rounds_; ++round) convert(round);
  for (ScannedChip& chip : chips_)
    if (auto notice = chip.end(clock_->now())) notices_.push_back(std::move(*notice));
  tell_when_all_are_down();
  for (const ScannedChip& chip : chips_)
    for (std::size_t i = 0; chip.has_counts() && i < chip.wanted().size(); ++i)
      frame.pads[chip.wanted()[i].pad] = judge(chip, i);
  return true;
}

// One conversion of each chip, all at the same time.
void ConverterKit::convert(std::size_t round) {
  Nanos longest{0};
  for (ScannedChip& chip : chips_)
    if (chip.start(round)) longest = std::max(longest, chip.ready_after());
  if (longest > Nanos{0}) clock_->wait(longest);
  for (ScannedChip& chip : chips_) chip.collect(round);
}

PadReading ConverterKit::judge(const ScannedChip& chip, std::size_t index) const {
  const std::int32_t counts = chip.counts(index);
  Signal signal = chip.signal(index);
  if (signal == Signal::ok && wiring_) signal = judge_wiring(counts, ranges_[chip.wanted()[index].pad], *wiring_);
  return {counts, signal};
}

void ConverterKit::tell_when_all_are_down() {
  const bool was_down = all_down_;
  all_down_ = std::all_of(chips_.begin(), chips_.end(), [](const ScannedChip& chip) { return chip.is_down(); });
  if (all_down_ && !was_down)
    notices_.emplace_back("no chip of the kit works: the hub goes on without pads and keeps trying");
}

std::vector<ScannedChip> chips_of(std::vector<ConverterParts::Chip> chips, const Chair& chair,
                                  const std::vector<ChannelPlace>& places) {
  std::vector<ScannedChip> scanned;
  for (std::size_t chip = 0; chip < chips.size(); ++chip) {
    std::vector<ScannedChip::Wanted> wanted;
    double span = 0;
    for (std::size_t pad = 0; pad < places.size(); ++pad) {
      if (places[pad].chip != chip) continue;
      const CountRange& range = chair.pads[pad].range;
      wanted.push_back({places[pad].channel, pad, chair.pads[pad].name});
      span = std::max(span, std::abs(static_cast<double>(range.loaded) - range.unloaded));
    }
    if (!wanted.empty()) scanned.emplace_back(std::move(chips[chip].converter), std::move(wanted), span);
  }
  return scanned;
}

Result<void> check_time(const KitConfig& config, const std::vector<ScannedChip>& chips) {
  const double allowed_ms = share_of_interval * 1000 / config.rate_hz;
  for (const ScannedChip& chip : chips) {
    const double one_ms = std::chrono::duration<double, std::milli>(chip.conversion_time()).count();
    const double needed_ms = static_cast<double>(chip.wanted().size()) * one_ms;
    if (needed_ms > allowed_ms)
      return failure(fmt::format(
          "{}: {} conversions of {:.1f} ms, settling included, take {:.1f} ms a scan, and rate_hz = {} leaves {:.1f} "
          "ms for them; choose faster conversions or a lower rate_hz",
          config.where, chip.wanted().size(), one_ms, needed_ms, config.rate_hz, allowed_ms));
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Kit>> make_converter_kit(const KitConfig& config, const Chair& chair, ConverterParts parts,
                                                BusClock& clock) {
  std::vector<ChipChannels> known;
  known.reserve(parts.chips.size());
  for (const ConverterParts::Chip& chip : parts.chips) known.push_back({chip.label, chip.converter->channels()});
  const auto places = map_channels(config, chair, known);
  if (!places) return tl::unexpected(places.error());
  if (parts.wiring)
    if (const auto valid = validate(*parts.wiring, chair.pads); !valid)
      return failure(fmt::format("{}: {}", parts.wiring_where, valid.error().message));
  auto chips = chips_of(std::move(parts.chips), chair, *places);
  if (const auto in_time = check_time(config, chips); !in_time) return tl::unexpected(in_time.error());
  return std::make_unique<ConverterKit>(config, chair, std::move(parts.description), parts.wiring, std::move(chips),
                                        clock);
}

}  // namespace chairhub
