#include "hub/mqtt/commands.h"

#include <clocale>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/core/utf8.h"
#include "tests/mqtt/samples.h"

namespace chairhub::commands_test {

using namespace std::string_literals;
using ::testing::HasSubstr;

class Commands : public ::testing::Test {
 protected:
  Result<Command> send(const std::string& name, const std::string& payload) {
    return parse_command(topics_, "chairhub/desk/" + name, payload, false);
  }
  template <class T>
  T accepted(const std::string& name, const std::string& payload) {
    const auto command = send(name, payload);
    if (!command) throw std::runtime_error(command.error().message);
    return std::get<T>(*command);
  }
  std::string refusal(const std::string& name, const std::string& payload) {
    const auto command = send(name, payload);
    EXPECT_FALSE(command) << name << " took " << quote(payload);
    return command ? "" : command.error().message;
  }

  const Topics topics_ = desk_topics();
};

TEST_F(Commands, SwitchAlertsPauseAndCauses) {
  EXPECT_FALSE(accepted<SetAlerts>("set/alerts", "OFF").on);
  EXPECT_TRUE(accepted<SetPaused>("set/pause", "ON").on);
  const auto cause = accepted<SetCause>("set/asymmetric", "ON");
  EXPECT_EQ(cause.cause, Cause::asymmetric);
  EXPECT_TRUE(cause.on);
  for (Cause each : all_causes) EXPECT_EQ(accepted<SetCause>("set/" + std::string(to_string(each)), "OFF").cause, each);
}

TEST_F(Commands, BeginAndEndAMeeting) {
  EXPECT_TRUE(accepted<SetMeeting>("set/meeting", "ON").on);
  EXPECT_FALSE(accepted<SetMeeting>("set/meeting", "OFF").on);
  EXPECT_THAT(refusal("set/meeting", "maybe"), HasSubstr("send ON or OFF"));
}

TEST_F(Commands, SetQuietHoursAlsoOverMidnight) {
  const QuietHours night{Minutes{22 * 60}, Minutes{7 * 60 + 30}};
  EXPECT_EQ(accepted<SetQuietHours>("set/quiet_hours", "22:00-07:30").hours, night);
  EXPECT_EQ(accepted<SetQuietHours>("set/quiet_hours", "off").hours, std::nullopt);
  for (const char* wrong : {"", "22:00", "22:00-", "22:00-22:00", "24:00-07:00", "22:60-07:00", "2:00-7:00",
                            "22.00-07.00", "22:00-07:00 ", "-1:00-07:00", "-0:00-07:00", "+1:00-07:00"})
    EXPECT_THAT(refusal("set/quiet_hours", wrong), HasSubstr("22:00-07:00, or off")) << wrong;
}

TEST_F(Commands, ChooseTheLanguageAndTheProfile) {
  EXPECT_EQ(accepted<SetLanguage>("set/language", "de").language, Language::german);
  EXPECT_THAT(refusal("set/language", "fr"), HasSubstr("send en or de"));
  EXPECT_EQ(accepted<SelectProfile>("set/profile", "anna").name, "anna");
  EXPECT_THAT(refusal("set/profile", "Anna B."), HasSubstr("a-z, 0-9"));
}

TEST_F(Commands, AnswerTheLastExerciseOrOneThatTheyName) {
  EXPECT_EQ(accepted<AnswerExercise>("cmd/exercise", "done").answer, ExerciseAnswer::done);
  EXPECT_EQ(accepted<AnswerExercise>("cmd/exercise", "done").exercise, "");
  const auto named = accepted<AnswerExercise>("cmd/exercise", "hurts side_bend");
  EXPECT_EQ(named.answer, ExerciseAnswer::hurts);
  EXPECT_EQ(named.exercise, "side_bend");
  EXPECT_EQ(accepted<RestoreExercise>("cmd/exercise", "restore side_bend").exercise, "side_bend");
  EXPECT_THAT(refusal("cmd/exercise", "great"), HasSubstr("send done, skip or hurts"));
  EXPECT_THAT(refusal("cmd/exercise", "restore"), HasSubstr("send done, skip or hurts"));
}

TEST_F(Commands, SetThresholdsFromWholeAndDecimalNumbers) {
  EXPECT_EQ(accepted<SetThreshold>("set/static_warn_min", "17").value, 17);
  EXPECT_EQ(accepted<SetThreshold>("set/static_warn_min", "17.0").value, 17);
  EXPECT_EQ(accepted<SetThreshold>("set/static_warn_min", "12.5").key, "static_warn_min");
}

TEST_F(Commands, ReadAPointAsAPointInEveryLocale) {
  std::setlocale(LC_ALL, "de_DE.UTF-8");  // stays "C" where it is not installed
  EXPECT_EQ(accepted<SetThreshold>("set/static_warn_min", "12.5").value, 12.5);
  EXPECT_THAT(refusal("set/static_warn_min", "12,5"), HasSubstr("send a number"));
  std::setlocale(LC_ALL, "C");
}

TEST_F(Commands, RefuseThresholdsOutOfRangeAndNameWhatIsAllowed) {
  const ThresholdInfo& info = *find_threshold("static_warn_min");
  const std::string sentence = refusal("set/static_warn_min", "100000");
  EXPECT_THAT(sentence, HasSubstr(std::to_string(static_cast<int>(info.max))));
  for (const char* text : {"", "nan", "inf", "1e999", "12 ", " 12", "0x10", "12min", "--1", "ON"})
    EXPECT_THAT(refusal("set/static_warn_min", text), HasSubstr("static_warn_min"));
}

TEST_F(Commands, SnoozeForMinutesUntilTomorrowOrNoMore) {
  for (int minutes : {15, 30, 60, 1, 1440})
    EXPECT_EQ(accepted<Snooze>("cmd/snooze", std::to_string(minutes)).length, Minutes{minutes});
  EXPECT_EQ(accepted<Snooze>("cmd/snooze", "30.0").length, Minutes{30});
  EXPECT_EQ(accepted<Snooze>("cmd/snooze", "0").length, Minutes{0});
  accepted<SnoozeUntilTomorrow>("cmd/snooze", "tomorrow");
  for (const char* text : {"-1", "1441", "1.5", "", "PRESS", "for ever"})
    EXPECT_THAT(refusal("cmd/snooze", text), HasSubstr("1 to 1440"));
}

TEST_F(Commands, TareAndCalibrateByTheirExactWords) {
  accepted<Tare>("cmd/tare", "PRESS");
  accepted<CalibrateStart>("cmd/calibrate", "start");
  accepted<CalibrateNext>("cmd/calibrate", "next");
  accepted<CalibrateCancel>("cmd/calibrate", "cancel");
  EXPECT_THAT(refusal("cmd/tare", "press"), HasSubstr("send PRESS"));
  EXPECT_THAT(refusal("cmd/calibrate", "stop"), HasSubstr("start, next or cancel"));
}

TEST_F(Commands, RefuseWhatIsRetained) {
  const auto command = parse_command(topics_, "chairhub/desk/set/alerts", "OFF", true);
  ASSERT_FALSE(command);
  EXPECT_THAT(command.error().message, HasSubstr("without retain"));
}

TEST_F(Commands, RefuseUnknownNamesAndSayWhichThereAre) {
  EXPECT_THAT(refusal("set/colour", "ON"), HasSubstr("alerts, pause"));
  EXPECT_THAT(refusal("set/", "ON"), HasSubstr("alerts, pause"));
  EXPECT_THAT(refusal("cmd/reboot", "PRESS"), HasSubstr("snooze, tare, calibrate or exercise"));
  EXPECT_THAT(refusal("state", "{}"), HasSubstr("set/<name>"));
  EXPECT_THAT(refusal("set/alerts", "on"), HasSubstr("ON or OFF"));
}

TEST_F(Commands, RefuseWhatIsTooLongOrNotText) {
  EXPECT_THAT(refusal("set/alerts", std::string(257, 'O')), HasSubstr("at most 256"));
  EXPECT_THAT(refusal("set/alerts", std::string(256, 'O')), HasSubstr("ON or OFF"));
  EXPECT_THAT(refusal("set/alerts", "ON\xff"), HasSubstr("UTF-8"));
  EXPECT_THAT(refusal("set/alerts", "ON\0"s), HasSubstr("ON or OFF"));
}

TEST_F(Commands, AnswerEveryByteWithACommandOrAShortSentence) {
  for (int byte = 0; byte < 256; ++byte) {
    for (const char* name : {"set/alerts", "set/static_warn_min", "cmd/snooze", "cmd/x"}) {
      const auto command = send(name, std::string(3, static_cast<char>(byte)));
      if (command) continue;
      EXPECT_TRUE(is_utf8(command.error().message));
      EXPECT_LT(command.error().message.size(), 250u) << "it is also a state in Home Assistant";
    }
  }
}

}  // namespace chairhub::commands_test
