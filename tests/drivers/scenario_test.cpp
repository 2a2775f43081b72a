#include "drivers/simulated/scenario.h"

#include <ostream>
#include <string>

#include <gmock/gmock.h>

namespace chairhub::simulated::scenario_test {

using namespace std::chrono;

Scenario accepted(std::string_view text) {
  auto scenario = parse_scenario(text, "day.scenario");
  EXPECT_TRUE(scenario) << scenario.error().message;
  return scenario.value_or(Scenario{});
}

TEST(ScenarioTest, ReadsWhoSitsHowAndWhen) {
  const Scenario scenario = accepted(
      "# a comment\n"
      "seed 7\r\n"
      "weight_kg 78.5   # and another\n"
      "\n"
      "09:00 sit supported\n"
      "09:40:30 sit bent_forward 6min\n"
      "10:30 stand 5min\n"
      "11:00 bag 20s\n"
      "17:00 end\n");
  EXPECT_EQ(scenario.seed, 7U);
  EXPECT_EQ(scenario.sitters.front().sitter.weight_kg, 78.5);
  EXPECT_EQ(scenario.begin(), hours(9));
  EXPECT_EQ(scenario.length(), hours(8));
  ASSERT_EQ(scenario.steps.size(), 4U);
  EXPECT_EQ(scenario.steps[0].pose, Pose::supported);
  EXPECT_FALSE(scenario.steps[0].length);
  EXPECT_EQ(scenario.steps[1].at, hours(9) + minutes(40) + seconds(30));
  EXPECT_EQ(scenario.steps[1].pose, Pose::bent_forward);
  EXPECT_EQ(scenario.steps[1].length, minutes(6));
  EXPECT_EQ(scenario.steps[2].pose, Pose::empty);
  EXPECT_EQ(scenario.steps[3].pose, Pose::bag);
  EXPECT_EQ(scenario.steps[3].length, seconds(20));
}

TEST(ScenarioTest, TheSitterMayChangeDuringTheDay) {
  const Scenario scenario = accepted(
      "weight_kg 95\n09:00 sit supported\n10:00 weight_kg 52\n10:00 shifts_per_hour 5\n11:00 sit slumped\n12:00 end\n");
  ASSERT_EQ(scenario.sitters.size(), 2U);
  EXPECT_EQ(scenario.sitters[0].sitter.weight_kg, 95);
  EXPECT_EQ(scenario.sitters[1].at, hours(10));
  EXPECT_EQ(scenario.sitters[1].sitter.weight_kg, 52);
  EXPECT_EQ(scenario.sitters[1].sitter.shifts_per_hour, 5);
}

TEST(ScenarioTest, ReadsPresses) {
  const Scenario scenario = accepted("press back.2 10:00:05..10:00:08\n10:00 stand\n10:01 end\n");
  ASSERT_EQ(scenario.presses.size(), 1U);
  EXPECT_EQ(scenario.presses[0].pad, "back.2");
  EXPECT_EQ(scenario.presses[0].when.from, hours(10) + seconds(5));
  EXPECT_EQ(scenario.presses[0].when.to, hours(10) + seconds(8));
  EXPECT_EQ(scenario.presses[0].where, "day.scenario:1:7");
}

TEST(ScenarioTest, ReadsFaultsAndCoats) {
  const Scenario scenario = accepted(
      "fault back_ll stuck 10:00..11:00\nfault seat.1 stuck 1200 10:00..11:00\nfault seat_r drift -15% 09:00..17:00\n"
      "coat 09:15..10:30\n09:00 sit supported\n17:00 end\nfault a missing 12:00..13:00\n");
  ASSERT_EQ(scenario.faults.size(), 4U);
  EXPECT_EQ(scenario.faults[0].pad, "back_ll");
  EXPECT_EQ(scenario.faults[0].kind, FaultKind::stuck);
  EXPECT_FALSE(scenario.faults[0].value);
  EXPECT_EQ(scenario.faults[0].when.from, hours(10));
  EXPECT_EQ(scenario.faults[0].when.to, hours(11));
  EXPECT_EQ(scenario.faults[0].where, "day.scenario:1:7");
  EXPECT_EQ(scenario.faults[1].value, 1200);
  EXPECT_EQ(scenario.faults[2].value, -15);
  EXPECT_EQ(scenario.faults[3].kind, FaultKind::missing);
  ASSERT_EQ(scenario.coats.size(), 1U);
  EXPECT_EQ(scenario.coats[0].to, hours(10) + minutes(30));
}

struct Mistake {
  std::string_view name;
  std::string_view text;
  std::string_view says;
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
  *out << mistake.name;
}

class Refused : public testing::TestWithParam<Mistake> {};

TEST_P(Refused, NamesThePlaceAndWhatIsAllowed) {
  const auto scenario = parse_scenario(GetParam().text, "day.scenario");
  ASSERT_FALSE(scenario);
  EXPECT_THAT(scenario.error().message, testing::StartsWith("day.scenario:" + std::string(GetParam().says)));
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, Refused,
    testing::Values(
        Mistake{
            "UnknownKey", "wieght_kg 78\n",
            "1:1: 'wieght_kg' is not a word a line begins with, other than a time (seed, coat, fault, cushion, press, "
            "zero_drift_per_hour, weight_kg, "
            "bag_kg, shifts_per_hour, lean_backs_per_hour, bends_per_hour, slumps_per_hour, leaves_per_hour), did "
            "you mean 'weight_kg'?"},
        Mistake{"UnknownHappening", "09:00 sti supported\n",
                "1:7: 'sti' is not something that happens (sit, stand, bag, cat, pushed, end, weight_kg, "},
        Mistake{"UnknownPosture", "09:00 sit suported\n",
                "1:11: 'suported' is not a way to sit (supported, unsupported_upright, bent_forward, slumped, "
                "lean_left, lean_right, leaning_on_the_desk), did you mean 'supported'?"},
        Mistake{"NoPosture", "09:00 sit\n", "1:10: the line ends where a way to sit (supported, "},
        Mistake{"NotATime", "9:00 sit supported\n",
                "1:1: '9:00' is not a time from 00:00 to 24:00, such as 09:30 or 09:30:15"},
        Mistake{"NoSuchTime", "24:01 sit supported\n", "1:1: '24:01' is not a time"},
        Mistake{"NoSuchMinute", "09:60 sit supported\n", "1:1: '09:60' is not a time"},
        Mistake{"NotALength", "09:00 stand 5minutes\n",
                "1:13: '5minutes' is not a length up to a day, such as 20s, 6min or 1h"},
        Mistake{"NoLength", "09:00 stand 0min\n", "1:13: '0min' is not a length"},
        Mistake{"TooHeavy", "weight_kg 780\n", "1:11: '780' is not weight_kg, a number from 20 to 250"},
        Mistake{"NotANumber", "shifts_per_hour nan\n", "1:17: 'nan' is not shifts_per_hour, a number from 0 to 120"},
        Mistake{"NegativeSeed", "seed -1\n", "1:6: '-1' is not the seed, a number from 0 to 9007199254740992"},
        Mistake{"TooManyWords", "09:00 stand 5min please\n", "1:18: 'please' is one word too many"},
        Mistake{"TimesFall", "09:00 sit supported\n08:00 stand\n",
                "2:1: this time is before the one above; times must rise"},
        Mistake{"TimesEqual", "09:00 sit supported\n09:00 stand\n", "2:7: the line above happens at the same time"},
        Mistake{"Overlap", "09:00 stand 10min\n09:05 stand\n",
                "2:7: what the line above says lasts longer than until this time"},
        Mistake{"NoEnd", "09:00 sit supported\n", "1:1: a scenario closes with a line such as '17:00 end'"},
        Mistake{"Empty", "", "1:1: a scenario closes with"},
        Mistake{"NothingButAnEnd", "09:00 end\n", "1:7: nothing happens before the end"},
        Mistake{"AfterTheEnd", "09:00 stand\n10:00 end\n11:00 stand\n", "3:1: the scenario has ended above"},
        Mistake{"LateKeyWithoutTime", "09:00 stand\nweight_kg 80\n",
                "2:1: below the first time, weight_kg needs a time in front"},
        Mistake{"UnknownFault", "fault seat.1 ded 09:00..10:00\n",
                "1:14: 'ded' is not a fault (dead, stuck, saturated, noisy, missing, drift, open_wire, short_circuit), "
                "did you mean 'dead'?"},
        Mistake{"FaultWithoutTimes", "fault seat.1 dead\n",
                "1:18: the line ends where two times, the later one last, such as 10:00..11:00 is wanted"},
        Mistake{"PressWithoutTimes", "press seat.1\n", "1:13: the line ends where"},
        Mistake{"FaultBackwards", "fault seat.1 dead 11:00..10:00\n",
                "1:19: '11:00..10:00' is not two times, the later one last"},
        Mistake{"DriftWithoutPercent", "fault seat.1 drift 15 11:00..12:00\n",
                "1:20: '15' is not a number from -100 to 100 and '%'"}),
    [](const auto& mistake) { return std::string(mistake.param.name); });

}  // namespace chairhub::simulated::scenario_test
