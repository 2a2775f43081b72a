#include "tests/year/office_year.h"

#include <algorithm>
#include <future>
#include <numeric>
#include <optional>

#include <fmt/format.h>

#include "hub/core/detector.h"
#include "hub/core/units.h"
#include "tests/year/judge.h"
#include "tests/year/office_days.h"
#include "tests/year/truth.h"

namespace chairhub::year {
namespace {

// A Monday.
constexpr WallTime first_day{std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)};
constexpr simulated::Stance nobody{};
constexpr Minutes snooze_length{30};
constexpr QuietHours noon_rest{Minutes(12 * 60), Minutes(13 * 60)};

bool holds(const std::vector<Interval>& intervals, Millis at) {
  return std::any_of(intervals.begin(), intervals.end(), [at](const Interval& one) { return one.contains(at); });
}

void add(ByCause& all, const ByCause& more) {
  for (std::size_t i = 0; i < all.size(); ++i) all[i] += more[i];
}

template <class T>
void add(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

void add(Report& all, const Report& more) {
  all.days += more.days;
  all.meetings += more.meetings;
  all.snoozes += more.snoozes;
  all.coats += more.coats;
  all.faults += more.faults;
  all.hours_sat += more.hours_sat;
  add(all.due, more.due);
  add(all.held, more.held);
  add(all.missed, more.missed);
  add(all.alerts, more.alerts);
  add(all.false_alerts, more.false_alerts);
  for (const auto& [reason, counts] : more.held_by) add(all.held_by[reason], counts);
  for (std::size_t i = 0; i < cause_count; ++i) add(all.late[i], more.late[i]);
  add(all.broken_laws, more.broken_laws);
  add(all.mistakes, more.mistakes);
}

// The days of one sitter, one after the other, on one chair.
class Sitter {
 public:
  Sitter(int number, const Options& options)
      : number_(number),
        habits_(habits_of(number)),
        random_(options.seed + static_cast<std::uint64_t>(1000 * number)),
        chair_(desk_chair()),
        pads_(chair_, random_()),
        options_(options),
        truth_(options.thresholds),
        judge_(options.thresholds, report_) {
    DetectorStart start;
    start.calibration = uncalibrated(chair_);
    start.settings.thresholds = options.thresholds;
    if (habits_.rests_at_noon) start.settings.quiet_hours = noon_rest;
    detector_.emplace(chair_, zone_, std::move(start));
  }

  Report spend_days() {
    for (int day = 0; day < options_.days_each; ++day) {
      midnight_ = first_day + std::chrono::days(day + 2 * (day / 5));
      spend_day(fmt::format("sitter {} day {}", number_ + 1, day + 1));
    }
    return report_;
  }

 private:
  void spend_day(const std::string& name) {
    const OfficeDay day = make_day(habits_, random_);
    pads_.begin_day(random_);
    of_day_ = day.begin - Minutes(2);
    // People calibrate at first, and when they are asked to.
    if (!detector_->last().calibrated || !detector_->last().doubt.empty()) calibrate();
    judge_.begin_day(name);
    std::size_t next = 0;
    simulated::Stance stance;
    for (of_day_ = day.begin; of_day_ < day.end; of_day_ += tick) {
      for (; next < day.stances.size() && day.begin + day.stances[next].from <= of_day_; ++next) {
        stance = day.stances[next];
        pads_.carry(stance);
      }
      follow_calendar(day);
      live(stance, day);
    }
    pads_.plug_in();
    judge_.end_day();
    count(day);
  }

  void count(const OfficeDay& day) {
    ++report_.days;
    report_.meetings += static_cast<int>(day.meetings.size());
    report_.coats += static_cast<int>(day.coats.size());
    report_.snoozes += day.snooze ? 1 : 0;
    report_.faults += day.fault ? 1 : 0;
  }

  // Half a second of the day. Who sits there while the chair is silent has not sat, for all that it knows.
  void live(const simulated::Stance& stance, const OfficeDay& day) {
    empty_for_ = stance.pose == simulated::Pose::empty ? empty_for_ + tick : Millis{0};
    // That a coat is gone is seen when the chair has been empty for a while.
    has_coat_ = holds(day.coats, of_day_) || (has_coat_ && empty_for_ < Minutes(2));
    sits_on_coat_ = has_coat_ && (stance.pose == simulated::Pose::empty ? holds(day.coats, of_day_) : sits_on_coat_);
    const bool is_fault = day.fault && day.fault->when.contains(of_day_);
    if (is_fault && day.fault->kind == FaultKind::silence) {
      judge_.lose_sight();
      return truth_.note(nobody, false);
    }
    pass();
    World world = look_at(day);
    if (stance.pose == simulated::Pose::unsupported_upright) upright_for_ += tick;
    world.knows_upright = habits_.measures_upright || upright_for_ >= Minutes(1);
    world.can_see_posture = !is_fault || day.fault->kind != FaultKind::backrest_unplugged;
    truth_.note(stance, world.can_see_posture);
    world.is_break_unsure = truth_.is_break_unsure();
    judge_.note(truth_, world, detector_->last());
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
    calibrated_ = now().wall;
    if (habits_.measures_upright) {
      supported.pose = simulated::Pose::unsupported_upright;
      pads_.carry(supported);
      wait(Seconds(5));
      obey(CalibrateNext{});
      wait(Seconds(20));
    }
    obey(CalibrateCancel{});
    upright_for_ = Millis{0};
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
    if (const bool meets = holds(day.meetings, of_day_); meets != detector_->settings().meeting)
      obey(SetMeeting{meets});
    if (day.snooze && of_day_ <= *day.snooze && *day.snooze < of_day_ + tick) {
      obey(Snooze{snooze_length});
      snoozed_until_ = now().wall + snooze_length;
    }
    pads_.hang_coat(holds(day.coats, of_day_));
    if (!day.fault || day.fault->kind == FaultKind::silence) return;
    if (!day.fault->when.contains(of_day_)) return pads_.plug_in();
    if (day.fault->kind == FaultKind::backrest_unplugged) return pads_.unplug(Zone::back);
    pads_.unplug(day.fault->pad);
  }

  World look_at(const OfficeDay& day) const {
    World world;
    world.at = now().wall - first_day;
    world.of_day = of_day_;
    world.is_meeting = holds(day.meetings, of_day_);
    world.is_snoozed = now().wall < snoozed_until_;
    world.is_quiet_hour = habits_.rests_at_noon && of_day_ >= noon_rest.from && of_day_ < noon_rest.to;
    const Millis age = now().wall - calibrated_;
    const Millis old = minutes(24 * 60 * options_.thresholds.baseline_age_days);
    world.must_doubt_baseline = age >= old || sits_on_coat_;
    world.may_doubt_baseline = age >= old - Minutes(1) || has_coat_;
    return world;
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
  const Options& options_;
  Report report_;
  Truth truth_;
  Judge judge_;
  std::optional<Detector> detector_;
  Frame frame_;
  WallTime midnight_{first_day};
  Millis of_day_{};
  WallTime calibrated_{first_day};
  WallTime snoozed_until_{first_day};
  Millis upright_for_{};  // since they calibrated
  Millis empty_for_{};
  bool sits_on_coat_ = false;  // it hung there when they sat down
  bool has_coat_ = false;      // or had one that the hub cannot know to be gone
};

}  // namespace

int sum(const ByCause& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0);
}

// The sitters know nothing of each other, so they live at the same time.
Report live(const Options& options) {
  std::vector<std::future<Report>> sitters;
  for (int number = 0; number < options.sitters; ++number)
    sitters.push_back(
        std::async(std::launch::async, [number, &options] { return Sitter(number, options).spend_days(); }));
  Report report;
  for (std::future<Report>& sitter : sitters) add(report, sitter.get());
  return report;
}

}  // namespace chairhub::year
