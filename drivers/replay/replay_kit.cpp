#include "drivers/replay/replay_kit.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "drivers/own_time.h"
#include "drivers/replay/recording_reader.h"

namespace chairhub {
namespace {

struct ReplayPlan {
  std::string file;
  RecordingOptions reading;
  double speed = 1;
  bool loop = false;
};

class ReplayKit final : public Kit {
 public:
  ReplayKit(ReplayPlan plan, Chair chair, RecordingReader reader)
      : plan_(std::move(plan)), chair_(std::move(chair)), reader_(std::move(reader)) {}

  std::string describe() const override;
  Pace pace() const override { return {reader_.usual_interval(), true, plan_.speed}; }
  bool scan(Moment now, Frame& frame) override;
  std::vector<std::string> take_notices() override { return std::exchange(notices_, {}); }

 private:
  bool read(Frame& frame);
  bool begin_again();
  void collect_warnings(bool at_end);

  ReplayPlan plan_;
  Chair chair_;
  RecordingReader reader_;
  // Each round goes on where the last one ended, on both clocks.
  Moment first_;
  Millis steady_shift_{0};
  Millis wall_shift_{0};
  Moment last_;
  bool has_rows_ = false;
  bool is_first_round_ = true;
  std::size_t warnings_taken_ = 0;
  std::vector<std::string> notices_;
};

std::string ReplayKit::describe() const {
  return fmt::format("replay of {}, {}{}", plan_.file, speed_in_words(plan_.speed),
                     plan_.loop ? ", again and again" : "");
}

bool ReplayKit::scan(Moment, Frame& frame) {
  if (!read(frame) && !(plan_.loop && has_rows_ && begin_again() && read(frame))) return false;
  if (!has_rows_) first_ = frame.at;
  has_rows_ = true;
  frame.at.steady += steady_shift_;
  frame.at.wall += wall_shift_;
  last_ = frame.at;
  return true;
}

bool ReplayKit::read(Frame& frame) {
  const auto more = reader_.next(frame);
  collect_warnings(!more || !*more);
  if (!more) notices_.push_back(more.error().message);
  return more.value_or(false);
}

bool ReplayKit::begin_again() {
  auto reader = RecordingReader::open(plan_.file, chair_, plan_.reading);
  if (!reader) {
    notices_.push_back(reader.error().message);
    return false;
  }
  const Moment next = last_ + reader_.usual_interval();
  steady_shift_ = next.steady - first_.steady;
  wall_shift_ = next.wall - first_.wall;
  reader_ = std::move(*reader);
  return true;
}

// Later rounds have the same faults as the first, which has told them all.
void ReplayKit::collect_warnings(bool at_end) {
  if (!is_first_round_) return;
  const Warnings& warnings = reader_.warnings();
  while (warnings_taken_ < warnings.kept().size()) notices_.push_back(warnings.kept()[warnings_taken_++]);
  if (at_end && warnings.count() > warnings_taken_)
    notices_.push_back(
        fmt::format("{}: and {} more faults like these", plan_.file, warnings.count() - warnings_taken_));
  is_first_round_ = !at_end;
}

constexpr std::array replay_table = {
    OptionInfo{.key = "file",
               .default_value = std::string_view{},
               .allowed = "the name of a CSV file",
               .meaning = "the recording to play",
               .required = true},
    speed_option,
    OptionInfo{.key = "loop",
               .default_value = false,
               .allowed = "true or false",
               .meaning = "begin again at the recording's end"},
    OptionInfo{.key = "assume_rate_hz",
               .default_value = 0.0,
               .allowed = "0.1 to 1000, or 0 to follow the time column",
               .meaning = "ignore the time column, the rows are this many a second",
               .min = 0,
               .max = 1000},
};

}  // namespace

std::span<const OptionInfo> replay_options() {
  return replay_table;
}

Result<std::unique_ptr<Kit>> make_replay_kit(const KitConfig& config, const Options& options, const Chair& chair) {
  ReplayPlan plan{resolve(config, options.text("file")), {}, options.number("speed"), options.flag("loop")};
  if (const double rate_hz = options.number("assume_rate_hz"); rate_hz != 0) {
    if (rate_hz < 0.1)
      return failure(fmt::format("{}: assume_rate_hz is {}, allowed is 0.1 to 1000, or 0 to follow the time column",
                                 options.where("assume_rate_hz"), rate_hz));
    plan.reading.assume_rate_hz = rate_hz;
  }
  auto reader = RecordingReader::open(plan.file, chair, plan.reading);
  if (!reader) return failure(fmt::format("{}: {}", options.where("file"), reader.error().message));
  return std::make_unique<ReplayKit>(std::move(plan), chair, std::move(*reader));
}

}  // namespace chairhub
