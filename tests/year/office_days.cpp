#include "tests/year/office_days.h"

#include <algorithm>
#include <array>

namespace chairhub::year {
namespace {

using simulated::Pose;
using simulated::Scenario;
using simulated::Step;

Millis minutes_between(Random& random, double low, double high) {
  return Millis(static_cast<std::int64_t>(60000 * between(random, low, high)));
}

struct Deviation {
  Pose pose;
  double per_hour;
  double shortest_min;
  double longest_min;
};

// One block of sitting between two breaks, mostly supported.
void sit(const Habits& habits, Random& random, Millis from, Millis to, std::vector<Step>& steps) {
  const std::array<Deviation, 3> deviations = {{{Pose::unsupported_upright, habits.unsupported_per_hour, 5, 25},
                                                {Pose::bent_forward, habits.bent_per_hour, 2, 14},
                                                {Pose::slumped, habits.slumped_per_hour, 3, 20}}};
  steps.push_back({from, Pose::supported, {}});
  Millis now = from + minutes_between(random, 2, 8);
  while (now < to) {
    const Deviation& deviation = deviations.at(random() % deviations.size());
    // Every ten minutes on average they may do something else.
    if (chance(random) < deviation.per_hour * deviations.size() / 6) {
      const Millis until = std::min(to, now + minutes_between(random, deviation.shortest_min, deviation.longest_min));
      steps.push_back({now, deviation.pose, {}});
      if (until < to) steps.push_back({until, Pose::supported, {}});
      now = until;
    }
    now += minutes_between(random, 5, 15);
  }
}

// Nobody gets up, puts a bag in their place and sits down on the chair again in the same moment.
void leave_bag(Random& random, Millis up, Millis back, std::vector<Step>& steps) {
  steps.push_back({up + minutes_between(random, 2.0 / 60, 20.0 / 60), Pose::bag, {}});
  steps.push_back({back - minutes_between(random, 2.0 / 60, 10.0 / 60), Pose::empty, {}});
}

std::optional<Fault> fault_of(const OfficeDay& day, Random& random) {
  constexpr std::uint64_t pads = 8;
  const double luck = chance(random);
  const Millis from = std::chrono::hours(9) + minutes_between(random, 0, 360);
  if (luck < 0.03) return Fault{FaultKind::pad_unplugged, {day.begin, day.end}, random() % pads};
  if (luck < 0.05) return Fault{FaultKind::backrest_unplugged, {from, from + minutes_between(random, 60, 180)}};
  if (luck < 0.08) return Fault{FaultKind::silence, {from, from + minutes_between(random, 10, 40)}};
  return std::nullopt;
}

}  // namespace

Habits habits_of(int sitter) {
  static constexpr std::array<Habits, 5> all = {{
      {78, 14, 0.3, 0.2, 0.2, 50, false, false},  // as the studies find people
      {55, 22, 0.2, 0.1, 0.1, 35, true, true},    // moves a lot, often up
      {95, 4, 0.3, 0.3, 0.6, 75, false},          // hardly moves
      {68, 9, 1.2, 0.3, 0.1, 55, false},          // upright, without the backrest
      {82, 11, 0.3, 1.2, 0.2, 60, true, false},   // bends over the desk
  }};
  return all.at(static_cast<std::size_t>(sitter) % all.size());
}

OfficeDay make_day(const Habits& habits, Random& random) {
  OfficeDay day;
  day.begin = std::chrono::hours(8) + minutes_between(random, 0, 60);
  Scenario scenario;
  scenario.seed = random();
  scenario.sitters.front().sitter.weight_kg = habits.weight_kg * between(random, 0.98, 1.02);
  scenario.sitters.front().sitter.shifts_per_hour = habits.shifts_per_hour;
  scenario.sitters.front().sitter.bag_kg = between(random, 3, 8);
  scenario.steps.push_back({day.begin, Pose::empty, {}});

  const Millis noon = std::chrono::hours(12) + minutes_between(random, 0, 45);
  const Millis evening = std::chrono::hours(16) + minutes_between(random, 30, 120);
  bool had_lunch = false;
  for (Millis now = day.begin + minutes_between(random, 2, 6); now < evening;) {
    const Millis up = std::min(evening, now + minutes_between(random, 0.5 * habits.block_min, 1.5 * habits.block_min));
    sit(habits, random, now, up, scenario.steps);
    const bool is_lunch = !had_lunch && up >= noon;
    had_lunch = had_lunch || is_lunch;
    scenario.steps.push_back({up, Pose::empty, {}});
    now = up + (is_lunch ? minutes_between(random, 25, 50) : minutes_between(random, 1.5, 12));
    if (chance(random) < 0.05) leave_bag(random, up, now, scenario.steps);
  }
  // Until it was a full break for the hub as well, which sees them get up a moment later.
  day.end = evening + Minutes(6);
  scenario.end = day.end;
  day.stances = simulated::tell_story(scenario, scenario.seed);

  if (chance(random) < 0.6) {
    const Millis from = std::chrono::hours(9) + minutes_between(random, 0, 360);
    day.meetings.push_back({from, from + minutes_between(random, 20, 75)});
  }
  if (chance(random) < 0.1) day.coats.push_back({day.begin, noon});
  if (chance(random) < 0.2) day.snooze = std::chrono::hours(9) + minutes_between(random, 0, 400);
  day.fault = fault_of(day, random);
  return day;
}

}  // namespace chairhub::year
