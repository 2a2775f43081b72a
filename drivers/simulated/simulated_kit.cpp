#include "drivers/simulated/simulated_kit.h"

#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "drivers/converter/channel_map.h"
#include "drivers/converter/chip_list.h"
#include "drivers/own_time.h"
#include "drivers/simulated/converter.h"
#include "drivers/simulated/scenario_file.h"
#include "drivers/simulated/sitting_chair.h"
#include "drivers/simulated/start_time.h"
#include "drivers/simulated/tick.h"

namespace chairhub {
namespace {

using namespace simulated;

struct Play {
  std::string name;
  Scenario scenario;
  std::uint64_t seed = 1;
  StartTime start;
  Millis interval{100};
  double speed = 1;
  bool repeat = false;
};

class SimulatedKit final : public Kit {
 public:
  // `read` are the simulated pads that the chair's pads really hang on.
  SimulatedKit(Play play, std::vector<std::size_t> read, SittingChair chair, SimulatedConverter converter)
      : play_(std::move(play)),
        pad_count_(read.size()),
        read_(std::move(read)),
        chair_(std::move(chair)),
        converter_(std::move(converter)) {}

  std::string describe() const override;
  Pace pace() const override { return {play_.interval, true, play_.speed}; }
  bool scan(Moment now, Frame& frame) override;

 private:
  void begin(WallTime now);
  void begin_next_day();
  void advance_to(Millis elapsed);
  Millis since_begin(Millis elapsed) const { return elapsed - day_began_; }
  Millis of_day(Millis elapsed) const { return play_.scenario.begin() + since_begin(elapsed); }

  const Play play_;
  const std::size_t pad_count_;
  const std::vector<std::size_t> read_;
  SittingChair chair_;
  SimulatedConverter converter_;
  // Known from the first scan on.
  std::optional<WallTime> began_;
  LocalDate first_date_{};
  Millis first_of_day_{};
  // All below is since then.
  Millis next_scan_{0};
  Millis next_tick_{0};
  std::uint64_t ticks_ = 0;
  int day_ = 0;
  Millis day_began_{0};
  Millis next_day_{0};
};

std::string SimulatedKit::describe() const {
  return fmt::format("simulated sitter, scenario {}, seed {}, a scan each {} ms, {}{}", play_.name, play_.seed,
                     play_.interval.count(), speed_in_words(play_.speed), play_.repeat ? ", day after day" : "");
}

bool SimulatedKit::scan(Moment now, Frame& frame) {
  if (!began_) begin(now.wall);
  if (!play_.repeat && next_scan_ > play_.scenario.length()) return false;
  advance_to(next_scan_);
  frame.at = {SteadyTime(next_scan_), *began_ + next_scan_};
  frame.pad_count = static_cast<std::uint32_t>(pad_count_);
  const Millis tick_time = next_tick_ - tick;
  for (std::size_t pad = 0; pad < pad_count_; ++pad)
    frame.pads[pad] = converter_.read(read_[pad], of_day(tick_time), ticks_, chair_.shown(read_[pad]));
  next_scan_ += play_.interval;
  return true;
}

void SimulatedKit::begin(WallTime now) {
  first_date_ = play_.start.first_date(now);
  first_of_day_ = play_.start.first_of_day(now, play_.scenario.begin());
  began_ = wall_time(first_date_, first_of_day_);
  LocalDate tomorrow = first_date_;
  ++tomorrow.day;
  next_day_ = wall_time(tomorrow, first_of_day_) - *began_;
}

void SimulatedKit::begin_next_day() {
  ++day_;
  day_began_ = next_day_;
  chair_.begin_day(play_.seed + static_cast<std::uint64_t>(day_));
  LocalDate tomorrow = first_date_;
  tomorrow.day += day_ + 1;
  next_day_ = wall_time(tomorrow, first_of_day_) - *began_;
}

void SimulatedKit::advance_to(Millis elapsed) {
  for (; next_tick_ <= elapsed; next_tick_ += tick) {
    if (next_tick_ >= next_day_) begin_next_day();
    chair_.advance(since_begin(next_tick_));
    for (std::size_t pad = 0; pad < pad_count_; ++pad) converter_.watch(pad, of_day(next_tick_), chair_.shown(pad));
    ++ticks_;
  }
}

constexpr std::array simulated_table = {
    OptionInfo{.key = "scenario",
               .default_value = std::string_view{"ordinary-office-day"},
               .allowed = "a file, or the bare name of a scenario that ships with chairhub",
               .meaning = "who sits how and when, and what breaks"},
    speed_option,
    OptionInfo{.key = "seed",
               .default_value = std::int64_t{0},
               .allowed = "a whole number from 1, or 0 for the scenario's own",
               .meaning = "decides all that is left to chance",
               .min = 0},
    OptionInfo{.key = "start",
               .default_value = std::string_view{""},
               .allowed = "now, or a local date and time such as 2026-03-02T08:30",
               .meaning = "when the scenario's first line happens; by default at its own time on today's date"},
    OptionInfo{.key = "wiring",
               .default_value = std::string_view{""},
               .allowed = "each of 0 to the number of pads less one, once, such as \"2, 0, 1\"",
               .meaning = "the channel that each simulated pad is wired to; empty: in their order"},
    OptionInfo{.key = "repeat",
               .default_value = false,
               .allowed = "true or false",
               .meaning = "play the scenario again every day, each day a little different"},
};

// Which simulated pad the chair's pads hang on: as the kit is wired, and as the configuration believes it to be.
Result<std::vector<std::size_t>> pads_behind(const KitConfig& config, const Options& options, const Chair& chair) {
  const std::size_t pads = chair.pads.size();
  const ChipChannels channels[] = {{"simulated", static_cast<std::uint32_t>(pads)}};
  const auto believed = map_channels(config, chair, channels);
  if (!believed) return tl::unexpected(believed.error());
  std::vector<std::size_t> at_channel(pads);
  std::iota(at_channel.begin(), at_channel.end(), std::size_t{0});
  if (!options.text("wiring").empty()) {
    const auto wiring = number_list(options, "wiring", 0, static_cast<std::uint8_t>(pads - 1));
    if (!wiring) return tl::unexpected(wiring.error());
    if (wiring->size() != pads)
      return failure(fmt::format("{}: wiring names {} channels; the chair has {} pads", options.where("wiring"),
                                 wiring->size(), pads));
    for (std::size_t pad = 0; pad < pads; ++pad) at_channel[(*wiring)[pad]] = pad;
  }
  std::vector<std::size_t> behind;
  for (const ChannelPlace& place : *believed) behind.push_back(at_channel[place.channel]);
  return behind;
}

}  // namespace

std::span<const OptionInfo> simulated_options() {
  return simulated_table;
}

Result<std::unique_ptr<Kit>> make_simulated_kit(const KitConfig& config, const Options& options, const Chair& chair) {
  Play play;
  play.name = options.text("scenario");
  auto scenario = load_scenario(play.name, config.folder);
  if (!scenario) return failure(fmt::format("{}: {}", options.where("scenario"), scenario.error().message));
  play.scenario = std::move(*scenario);
  const auto start = parse_start_time(options.text("start"));
  if (!start)
    return failure(fmt::format("{}: start is '{}', allowed is now, or a local date and time such as 2026-03-02T08:30",
                               options.where("start"), options.text("start")));
  play.start = *start;
  const auto seed = static_cast<std::uint64_t>(options.integer("seed"));
  play.seed = seed != 0 ? seed : play.scenario.seed;
  play.interval = Millis(std::llround(1000 / config.rate_hz));
  play.speed = options.number("speed");
  play.repeat = options.flag("repeat");
  auto converter = SimulatedConverter::make(chair, play.scenario, play.seed);
  if (!converter) return failure(fmt::format("{}: {}", options.where("scenario"), converter.error().message));
  auto sitting = SittingChair::make(chair, play.scenario, play.seed);
  if (!sitting) return failure(fmt::format("{}: {}", options.where("scenario"), sitting.error().message));
  auto read = pads_behind(config, options, chair);
  if (!read) return tl::unexpected(read.error());
  return std::make_unique<SimulatedKit>(std::move(play), std::move(*read), std::move(*sitting), std::move(*converter));
}

}  // namespace chairhub
