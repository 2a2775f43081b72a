#include "tests/year/office_year.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "hub/core/detector.h"
#include "tests/year/office_days.h"
#include "tests/year/truth.h"

namespace chairhub::year {
namespace {

constexpr Millis tick{500};
// A Monday.
constexpr WallTime first_day{std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)};
constexpr simulated::Stance nobody{};

bool is_posture_alert(Cause cause) {
  return cause == Cause::bent_forward || cause == Cause::unsupported_upright || cause == Cause::asymmetric;
}

// The days of one sitter, one after the other, on one chair.
class Sitter {
 public:
  Sitter(int number, const Options& options, Report& report)
      : number_(number),
        habits_(habits_of(number)),
        random_(options.seed + static_cast<std::uint64_t>(1000 * number)),
        chair_(desk_chair()),
        pads_(chair_, random_()),
        report_(report),
        truth_(options.thresholds, report) {
    DetectorStart start;
    start.calibration = uncalibrated(chair_);
    start.settings.thresholds = options.thresholds;
    if (habits_.rests_at_noon) start.settings.quiet_hours = QuietHours{Minutes(12 * 60), Minutes(13 * 60)};
    detector_.emplace(chair_, zone_, std::move(start));
  }

  void spend(int days) {
    for (int day = 0; day < days; ++day) {
      midnight_ = first_day + std::chrono::days(day + 2 * (day / 5));
      spend_day(fmt::format("sitter {} day {}", number_ + 1, day + 1));
    }
  }

 private:
  void spend_day(const std::string& name) {
    const OfficeDay day = make_day(habits_, random_);
    pads_.begin_day(random_);
    pads_.break_pad(-1);
    of_day_ = day.begin - Minutes(2);
    // People calibrate at first, and when they are asked to.
    if (!detector_->last().calibrated || !detector_->last().doubt.empty()) calibrate();
    pads_.break_pad(day.broken_pad);
    truth_.begin_day(name);
    of_day_ = day.begin;
    std::size_t next = 0;
    simulated::Stance stance;
    for (; of_day_ < day.end; of_day_ += tick) {
      for (; next < day.stances.size() && day.begin + day.stances[next].from <= of_day_; ++next) {
        stance = day.stances[next];
        pads_.carry(stance);
      }
      follow_calendar(day);
      pass();
      const Observation& seen = detector_->last();
      truth_.note(stance, of_day_, seen, day.broken_pad >= 0 || !seen.doubt.empty() || !seen.calibrated);
      check_laws(day, seen);
    }
    ++report_.days;
  }

  void calibrate() {
    pads_.carry(nobody);
    wait(Seconds(20));
    obey(CalibrateStart{});
    obey(CalibrateNext{});
    wait(Seconds(15));
    simulated::Stance supported;
    supported.pose = simulated::Pose::supported;
    supported.weight_kg = habits_.weight_kg;
    pads_.carry(supported);
    wait(Seconds(10));
    obey(CalibrateNext{});
    wait(Seconds(20));
    // The optional step is done by every second one.
    if (number_ % 2 == 1) {
      supported.pose = simulated::Pose::unsupported_upright;
      pads_.carry(supported);
      wait(Seconds(5));
      obey(CalibrateNext{});
      wait(Seconds(20));
    }
    obey(CalibrateCancel{});
    pads_.carry(nobody);
    wait(Seconds(20));
  }

  void wait(Millis length) {
    for (Millis waited{0}; waited < length; waited += tick, of_day_ += tick) pass();
  }

  void pass() {
    frame_.at = now();
    pads_.read(random_, frame_);
    detector_->update(frame_);
  }

  void follow_calendar(const OfficeDay& day) {
    const bool meets = std::any_of(day.meetings.begin(), day.meetings.end(),
                                   [this](const Interval& meeting) { return meeting.contains(of_day_); });
    if (meets != detector_->settings().meeting) obey(SetMeeting{meets});
    for (const Millis snooze : day.snoozes)
      if (of_day_ <= snooze && snooze < of_day_ + tick) obey(Snooze{Minutes(30)});
    pads_.hang_coat(std::any_of(day.coats.begin(), day.coats.end(),
                                [this](const Interval& coat) { return coat.contains(of_day_); }));
  }

  void check_laws(const OfficeDay& day, const Observation& seen) {
    for (const Event& event : seen.events) {
      const auto* alert = std::get_if<Alert>(&event);
      if (!alert) continue;
      raised_.push_back(alert->raised);
      const auto since = [&](Millis length) {
        return std::count_if(raised_.begin(), raised_.end(),
                             [&](const Moment& at) { return alert->raised.wall - at.wall < length; });
      };
      const Settings& settings = detector_->settings();
      const Thresholds& t = settings.thresholds;
      const auto today =
          std::count_if(raised_.begin(), raised_.end(), [&](const Moment& at) { return at.wall >= midnight_; });
      broken(static_cast<double>(since(std::chrono::hours(1))) > t.alerts_per_hour, "too many in an hour", *alert);
      broken(static_cast<double>(today) > t.alerts_per_day, "too many in a day", *alert);
      broken(settings.meeting, "in a meeting", *alert);
      broken(settings.snoozed_until && alert->raised.wall < *settings.snoozed_until, "while snoozed", *alert);
      broken(settings.quiet_hours && settings.quiet_hours->contains(of_day_), "in quiet hours", *alert);
      broken(is_posture_alert(alert->cause) && seen.posture == Posture::unknown && day.broken_pad >= 0,
             "about a posture that a fault hides", *alert);
    }
  }

  void broken(bool is_broken, std::string_view law, const Alert& alert) {
    if (is_broken)
      report_.broken_laws.push_back(
          fmt::format("sitter {}, alert {} ({}): {}", number_ + 1, alert.id, to_string(alert.cause), law));
  }

  Moment now() const {
    const WallTime wall = midnight_ + of_day_;
    return {SteadyTime(wall - first_day + std::chrono::hours(1)), wall};
  }
  void obey(const Command& command) {
    if (const auto done = detector_->apply(command, now()); !done)
      report_.broken_laws.push_back("a command was refused: " + done.error().message);
  }

  int number_;
  Habits habits_;
  Random random_;
  Chair chair_;
  FixedOffset zone_;
  Pads pads_;
  Report& report_;
  Truth truth_;
  std::optional<Detector> detector_;
  Frame frame_;
  WallTime midnight_{first_day};
  Millis of_day_{};
  std::vector<Moment> raised_;
};

}  // namespace

int sum(const ByCause& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0);
}

Report live(const Options& options) {
  Report report;
  for (int number = 0; number < options.sitters; ++number) Sitter(number, options, report).spend(options.days_each);
  return report;
}

}  // namespace chairhub::year
