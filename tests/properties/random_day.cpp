#include "tests/properties/random_day.h"

#include <array>
#include <cstdlib>
#include <ostream>

#include <rapidcheck.h>

#include "hub/core/sittings.h"

namespace chairhub {
namespace {

constexpr std::array postures = {Posture::empty,        Posture::supported, Posture::unsupported_upright,
                                 Posture::bent_forward, Posture::slumped,   Posture::unknown};

bool one_in(int n) {
  return *rc::gen::inRange(0, n) == 0;
}

Stretch random_stretch() {
  Stretch stretch;
  stretch.posture = *rc::gen::elementOf(postures);
  stretch.minutes = *rc::gen::inRange(1, 45);
  stretch.moves = one_in(3);
  stretch.leans = one_in(5);
  stretch.meets = one_in(8);
  stretch.snoozes = one_in(12);
  stretch.is_doubted = one_in(15);
  return stretch;
}

bool is_occupied(const Stretch& stretch) {
  return stretch.posture != Posture::empty;
}

// The same days in every run, unless RC_PARAMS says otherwise, such as "seed=7 max_success=10000".
const bool is_seeded = ::setenv("RC_PARAMS", "seed=2026", 0) == 0;

// One day through the parts of core behind recognition.
class Life {
 public:
  Life(Settings settings, Moment begin) : now_(begin), settings_(std::move(settings)) {}

  void spend(const Stretch& stretch) {
    settings_.meeting = stretch.meets;
    if (stretch.snoozes) settings_.snoozed_until = now_.wall + Minutes(30);
    if (is_occupied(stretch) && !was_occupied_) {
      sat_down_ = now_.steady;
      moved_ = now_.steady;
    }
    was_occupied_ = is_occupied(stretch);
    for (int s = 0; s < 60 * stretch.minutes; ++s) tick(stretch);
  }
  LivedDay day() { return std::move(day_); }

 private:
  void tick(const Stretch& stretch) {
    now_ = now_ + Seconds(1);
    const bool stale = settings_.snoozed_until && *settings_.snoozed_until + Seconds(1) < now_.wall;
    day_.ended_with_a_stale_snooze = day_.ended_with_a_stale_snooze || stale;
    end_what_is_over(settings_, now_.wall);
    std::vector<Event> events;
    sittings_.update(is_occupied(stretch), now_, Seconds(1), settings_.thresholds, events);
    events.clear();
    if (stretch.moves) moved_ = now_.steady;
    const SitterNow sitter{is_occupied(stretch), stretch.posture,      stretch.leans ? 0.5 : 0.0,
                           sittings_.session(),  now_.steady - moved_, now_.steady - sat_down_};
    exposure_.update(sitter, now_, Seconds(1), settings_.thresholds);

    AlertPolicy::Situation situation;
    situation.occupied = is_occupied(stretch);
    situation.posture_trusted = stretch.posture != Posture::unknown;
    situation.baseline_doubted = stretch.is_doubted;
    situation.clock_time = zone_.clock_time(now_.wall);
    situation.day_begin = zone_.midnight_before(now_.wall);
    situation.day_end = zone_.midnight_after(now_.wall);
    const auto alert = policy_.update(exposure_, situation, settings_, now_, events);
    for (const Event& event : events)
      if (const auto* cleared = std::get_if<AlertCleared>(&event)) tell(*cleared, stretch, situation);
    if (alert) tell(*alert, stretch, situation);
  }
  void tell(std::variant<Alert, AlertCleared> what, const Stretch& stretch, const AlertPolicy::Situation& situation) {
    day_.story.push_back({std::move(what), settings_, stretch, situation.clock_time});
  }

  Moment now_;
  Settings settings_;
  FixedOffset zone_;
  Sittings sittings_{zone_, {}};
  Exposure exposure_;
  AlertPolicy policy_{0};
  SteadyTime sat_down_{};
  SteadyTime moved_{};
  bool was_occupied_ = false;
  LivedDay day_;
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const Stretch& stretch) {
  out << stretch.minutes << " min " << to_string(stretch.posture);
  if (stretch.moves) out << ", moving";
  if (stretch.leans) out << ", leaning";
  if (stretch.meets) out << ", in a meeting";
  if (stretch.snoozes) out << ", snoozing";
  if (stretch.is_doubted) out << ", in doubt";
  return out;
}

RandomDay random_day() {
  return *rc::gen::container<RandomDay>(rc::gen::exec(random_stretch));
}

Settings random_settings() {
  Settings settings;
  settings.cause_on.fill(true);
  for (const ThresholdInfo& info : threshold_table()) {
    if (!one_in(8)) continue;
    const double part = *rc::gen::inRange(0, 101) / 100.0;
    settings.thresholds.*info.value = info.min + part * (info.max - info.min);
  }
  if (one_in(2))
    settings.quiet_hours = QuietHours{Minutes(*rc::gen::inRange(0, 720)), Minutes(*rc::gen::inRange(720, 1440))};
  return settings;
}

std::vector<Told> LivedDay::alerts() const {
  std::vector<Told> alerts;
  for (const Told& told : story)
    if (std::holds_alternative<Alert>(told.what)) alerts.push_back(told);
  return alerts;
}

LivedDay live(const RandomDay& day, Settings settings, Moment begin) {
  Life life(std::move(settings), begin);
  for (const Stretch& stretch : day) life.spend(stretch);
  return life.day();
}

}  // namespace chairhub
