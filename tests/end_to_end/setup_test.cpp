// The setup as somebody goes through it: at a terminal, on a simulated chair
// whose wires are not in order.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/places.h"
#include "tests/support/terminal_process.h"

namespace chairhub::setup_test {

using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

class SetupTest : public testing::Test {
 protected:
  std::vector<std::string> arguments(const std::string& scenario = "press-each-pad",
                                     const std::string& wiring = "5,2,7,0,3,6,1,4") const {
    std::vector<std::string> all = {chairhub_program(), "setup",  "--config", bench.file("hub.toml"),
                                    "--simulated",      scenario, "--speed",  "0"};
    if (!wiring.empty()) all.insert(all.end(), {"--wiring", wiring});
    return all;
  }

  // Each waits for a question and answers it.
  static void answer(TerminalProcess& talk, std::string_view question, std::string_view line) {
    ASSERT_TRUE(talk.says(question)) << "never asked '" << question << "' in:\n" << talk.output();
    talk.answer(line);
  }
  static void name_the_usual_chair(TerminalProcess& talk) {
    answer(talk, "Which? [1]", "");
    answer(talk, "short name", "my-desk");
    answer(talk, "people call it [my-desk]", "The \"big\" desk");
  }
  static void sit(TerminalProcess& talk) {
    answer(talk, "Get up", "");
    answer(talk, "lean on the backrest", "");
    answer(talk, "sit upright with the back free", "");
    answer(talk, "elbows on the knees", "");
  }

  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(bench.folder()), fs::directory_iterator{}));
  }

  Workbench bench;
};

TEST_F(SetupTest, LeadsToAConfigurationThatKnowsTheWiresAndThePerson) {
  TerminalProcess talk(arguments());
  name_the_usual_chair(talk);
  answer(talk, "Ready? [Enter]", "");
  for (const char* found :
       {"seat_rl is on channel 5", "seat_rr is on channel 2", "seat_fl is on channel 7", "seat_fr is on channel 0",
        "back_ll is on channel 3", "back_lr is on channel 6", "back_ul is on channel 1", "back_ur is on channel 4"})
    EXPECT_TRUE(talk.says(found)) << found << " is missing in:\n" << talk.output();
  sit(talk);
  answer(talk, "hub.toml? [Y/n]", "");
  EXPECT_EQ(talk.wait(), 0) << talk.output();
  EXPECT_THAT(talk.output(), Not(HasSubstr("!")));

  EXPECT_THAT(bench.read("hub.toml"), HasSubstr("name = \"The \\\"big\\\" desk\""));
  EXPECT_THAT(bench.read("hub.toml"), HasSubstr("name = \"seat_rl\"\nzone = \"seat\"\nx = -0.3\ny = 0.3\nchannel = 5"));
  EXPECT_THAT(bench.read("my-desk-calibration.toml"), HasSubstr("[upright]"));

  const Finished checked = bench.chairhub({"check", "--config", bench.file("hub.toml")});
  EXPECT_EQ(checked.exit_code, 0) << checked.output;
  EXPECT_THAT(checked.output, HasSubstr("my-desk: 8 pads"));
  const Finished run = bench.chairhub({"run", "--config", bench.file("hub.toml"), "--story"});
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_THAT(run.output, HasSubstr("supported"));
}

TEST_F(SetupTest, LeavesAnExistingConfigurationAloneUnlessAsked) {
  bench.write("hub.toml", "# mine\n");
  TerminalProcess talk(arguments());
  answer(talk, "Go on? [y/N]", "");
  EXPECT_EQ(talk.wait(), 1);
  EXPECT_EQ(bench.read("hub.toml"), "# mine\n");
  EXPECT_EQ(files(), 1U);
}

TEST_F(SetupTest, KeepsWhatWasThereAndTakesOverWhatIsNotAboutChairs) {
  const std::string before =
      "language = \"de\"\n[[chair]]\nid = \"old\"\nkit = { driver = \"simulated\" }\n\n"
      "# the broker\n[mqtt]\nhost = \"broker.example\"\n\n[storage]\ndatabase = \"mine.db\"\n";
  bench.write("hub.toml", before);
  TerminalProcess talk(arguments());
  answer(talk, "Go on? [y/N]", "y");
  name_the_usual_chair(talk);
  answer(talk, "Ready? [Enter]", "");
  answer(talk, "Get up", "");
  answer(talk, "lean on the backrest", "");
  answer(talk, "sit upright with the back free", "n");
  answer(talk, "hub.toml? [Y/n]", "y");
  EXPECT_EQ(talk.wait(), 0) << talk.output();
  EXPECT_EQ(bench.read("hub.toml.bak"), before);
  const std::string after = bench.read("hub.toml");
  EXPECT_THAT(after, HasSubstr("\n# the broker\n[mqtt]\nhost = \"broker.example\"\n"));
  EXPECT_THAT(after, HasSubstr("database = \"mine.db\""));
  EXPECT_THAT(after, Not(HasSubstr("chairhub.db")));
  EXPECT_THAT(after, HasSubstr("language = \"de\""));
  EXPECT_EQ(bench.chairhub({"check", "--config", bench.file("hub.toml")}).exit_code, 0);
}

TEST_F(SetupTest, SaysWhenNothingMovesAndGoesOnWithoutThePad) {
  bench.write("three.scenario",
              "shifts_per_hour 0\npress seat.1 09:00:08..09:00:11\npress seat.2 09:00:13..09:00:16\n"
              "09:00 stand\n09:00:58 sit supported\n09:10 end\n");
  TerminalProcess talk(arguments(bench.file("three.scenario"), ""));
  answer(talk, "Which? [1]", "2");
  answer(talk, "in the seat? [4]", "3");
  answer(talk, "in the backrest? [0]", "");
  answer(talk, "short name", "");
  answer(talk, "people call it [desk]", "");
  answer(talk, "Ready? [Enter]", "");
  EXPECT_TRUE(talk.says("Nothing moved"));
  answer(talk, "Again (a), leave this pad out (l)? [a]", "t");
  answer(talk, "please answer with one of these letters\r\nAgain (a), leave this pad out (l)? [a]", "l");
  answer(talk, "Get up", "");
  answer(talk, "lean on the backrest", "");
  answer(talk, "hub.toml? [Y/n]", "");
  EXPECT_EQ(talk.wait(), 0) << talk.output();
  EXPECT_THAT(bench.read("hub.toml"), Not(HasSubstr("seat_3")));
  EXPECT_EQ(bench.chairhub({"check", "--config", bench.file("hub.toml")}).exit_code, 0);
}

// A question at which somebody breaks off, and how many are answered before.
struct BreakingOff {
  std::string_view question;
  std::vector<std::string_view> before;
};

void PrintTo(const BreakingOff& at, std::ostream* out) {
  *out << at.question;
}

class SetupBrokenOff : public SetupTest, public testing::WithParamInterface<BreakingOff> {};

TEST_P(SetupBrokenOff, LeavesEverythingAsItWas) {
  bench.write("hub.toml", "# mine\n");
  TerminalProcess talk(arguments());
  answer(talk, "Go on? [y/N]", "y");
  for (const std::string_view question : GetParam().before) answer(talk, question, "");
  ASSERT_TRUE(talk.says(GetParam().question)) << talk.output();
  talk.press_ctrl_c();
  EXPECT_EQ(talk.wait(), 1);
  EXPECT_THAT(talk.output(), HasSubstr("setup was broken off; nothing was changed"));
  EXPECT_EQ(bench.read("hub.toml"), "# mine\n");
  EXPECT_EQ(files(), 1U);
}

const std::vector<std::string_view> all_answers = {"Which? [1]", "short name", "call it", "Ready? [Enter]",
                                                   "[Enter",     "[Enter",     "[Enter",  "[Enter"};
std::vector<std::string_view> first_answers(std::ptrdiff_t count) {
  return {all_answers.begin(), all_answers.begin() + count};
}

INSTANTIATE_TEST_SUITE_P(
    Steps, SetupBrokenOff,
    testing::Values(BreakingOff{"Which? [1]", first_answers(0)}, BreakingOff{"short name", first_answers(1)},
                    BreakingOff{"Ready?", first_answers(3)}, BreakingOff{"Hands off", first_answers(4)},
                    BreakingOff{"Get up", first_answers(4)}, BreakingOff{"lean on the backrest", first_answers(5)},
                    BreakingOff{"sit upright", first_answers(6)}, BreakingOff{"? [Y/n]", first_answers(8)}),
    [](const auto& step) { return std::to_string(step.index); });

TEST_F(SetupTest, NeedsATerminal) {
  const Finished asked = bench.chairhub({"setup", "--config", bench.file("hub.toml"), "--simulated", "press-each-pad"});
  EXPECT_EQ(asked.exit_code, 64);
  EXPECT_THAT(asked.output, HasSubstr("run it in a terminal"));
}

TEST_F(SetupTest, SaysWhichScenariosThereAre) {
  TerminalProcess talk(arguments("press-each-pat"));
  name_the_usual_chair(talk);
  EXPECT_EQ(talk.wait(), 1);
  EXPECT_THAT(talk.output(), HasSubstr("did you mean 'press-each-pad'?"));
}

}  // namespace chairhub::setup_test
