#include "drivers/simulated/story.h"

#include <algorithm>
#include <array>

#include "drivers/simulated/random.h"

namespace chairhub::simulated {
namespace {

// A stretch with one pose and one sitter.
struct Stretch {
  Millis from{};  // of the day
  Millis to{};
  Pose pose = Pose::empty;
  Sitter sitter;
};

// Something the sitter does now and then, for a while.
struct Habit {
  double Sitter::* per_hour;
  Pose pose;
  Millis shortest;
  Millis longest;
};
constexpr std::array habits = {
    Habit{&Sitter::leaves_per_hour, Pose::empty, Seconds(90), Seconds(360)},
    Habit{&Sitter::slumps_per_hour, Pose::slumped, Seconds(60), Seconds(240)},
    Habit{&Sitter::bends_per_hour, Pose::bent_forward, Seconds(10), Seconds(60)},
    Habit{&Sitter::lean_backs_per_hour, Pose::supported, Seconds(20), Seconds(60)},
};
constexpr Millis soonest = Seconds(10);        // after a change of pose
constexpr std::uint64_t purpose_shifts = 100;  // habits use their own index
constexpr double cat_kg = 4.5;

bool somebody_sits(Pose pose) {
  return pose != Pose::empty && pose != Pose::bag && pose != Pose::cat && pose != Pose::pushed;
}

double kilograms(const Stretch& stretch) {
  if (stretch.pose == Pose::cat) return cat_kg;
  return stretch.pose == Pose::bag ? stretch.sitter.bag_kg : stretch.sitter.weight_kg;
}

// Around the mean of `per_hour`, never regular.
Millis next_gap(Random& random, double per_hour) {
  return Millis(static_cast<std::int64_t>(3600000.0 / per_hour * random.between(0.5, 1.5)));
}

std::vector<Stretch> steps_as_stretches(const Scenario& scenario) {
  std::vector<Stretch> stretches;
  Pose base = Pose::empty;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const Step& step = scenario.steps[i];
    const Millis to = i + 1 < scenario.steps.size() ? scenario.steps[i + 1].at : scenario.end;
    const Millis until = step.length ? step.at + *step.length : to;
    if (!step.length) base = step.pose;
    stretches.push_back({step.at, std::min(until, to), step.pose, {}});
    if (until < to) stretches.push_back({until, to, base, {}});
  }
  return stretches;
}

// Cuts the stretches wherever the sitter changes, and tells each who sits there.
std::vector<Stretch> with_sitters(const std::vector<Stretch>& stretches, const std::vector<SitterChange>& sitters) {
  std::vector<Stretch> cut;
  for (Stretch rest : stretches) {
    for (const SitterChange& change : sitters) {
      if (change.at >= rest.to) break;
      if (change.at > rest.from) {
        cut.push_back({rest.from, change.at, rest.pose, rest.sitter});
        rest.from = change.at;
      }
      rest.sitter = change.sitter;
    }
    cut.push_back(rest);
  }
  return cut;
}

// Lets the sitter follow one habit wherever the scenario has them sit some other way. Only the time they
// sit like that counts towards the next time.
std::vector<Stretch> with_habit(const std::vector<Stretch>& stretches, const Habit& habit, Random random) {
  std::vector<Stretch> result;
  double last_per_hour = 0;
  Millis wait{0};
  for (Stretch rest : stretches) {
    const double per_hour = rest.sitter.*habit.per_hour;
    if (per_hour > 0 && somebody_sits(rest.pose) && rest.pose != habit.pose) {
      if (per_hour != last_per_hour) wait = next_gap(random, per_hour);
      last_per_hour = per_hour;
      for (;;) {
        const Millis from = rest.from + wait;
        const Millis to = from + random.between(habit.shortest, habit.longest);
        if (to >= rest.to) break;
        result.push_back({rest.from, from, rest.pose, rest.sitter});
        result.push_back({from, to, habit.pose, rest.sitter});
        rest.from = to;
        wait = next_gap(random, per_hour);
      }
      wait = std::max(wait - (rest.to - rest.from), soonest);
    }
    result.push_back(rest);
  }
  return result;
}

// Where the sitter's weight goes: to the left, the middle or the right, never twice to the same place.
class Weight {
 public:
  explicit Weight(Random random) : random_(random) {}

  void sit_down() {
    place_ = 1;
    settle();
  }
  void shift() {
    place_ = (place_ + 1 + random_.below(2)) % 3;
    settle();
  }
  Millis next_shift(double per_hour) { return next_gap(random_, per_hour); }
  double sideways() const { return sideways_; }
  double forward() const { return forward_; }

 private:
  void settle() {
    constexpr std::array<double, 3> places = {-0.3, 0, 0.3};
    sideways_ = places[place_] + random_.between(-0.03, 0.03);
    forward_ = random_.between(-0.04, 0.04);
  }

  Random random_;
  std::size_t place_ = 1;
  double sideways_ = 0;
  double forward_ = 0;
};

}  // namespace

std::vector<Stance> tell_story(const Scenario& scenario, std::uint64_t seed) {
  auto stretches = with_sitters(steps_as_stretches(scenario), scenario.sitters);
  for (std::size_t i = 0; i < habits.size(); ++i) stretches = with_habit(stretches, habits[i], Random(seed, i));
  Weight weight(Random(seed, purpose_shifts));
  std::vector<Stance> stances;
  Pose last = Pose::empty;
  Millis next_shift{0};
  for (const Stretch& stretch : stretches) {
    const double per_hour = stretch.sitter.shifts_per_hour;
    const bool sits = somebody_sits(stretch.pose);
    if (sits && !somebody_sits(last)) {
      weight.sit_down();
      next_shift = per_hour > 0 ? stretch.from + weight.next_shift(per_hour) : stretch.to;
    }
    last = stretch.pose;
    const double kg = kilograms(stretch);
    const auto stand_from = [&](Millis at) {
      stances.push_back({at - scenario.begin(), stretch.pose, kg, weight.sideways(), weight.forward()});
    };
    stand_from(stretch.from);
    if (!sits || per_hour == 0) continue;
    for (next_shift = std::max(next_shift, stretch.from); next_shift < stretch.to;
         next_shift += weight.next_shift(per_hour)) {
      weight.shift();
      stand_from(next_shift);
    }
  }
  return stances;
}

}  // namespace chairhub::simulated
