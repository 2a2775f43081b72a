#include "hub/service/command_words.h"

#include <fmt/format.h>

namespace chairhub {
namespace {

std::string on_or_off(bool on) {
  return on ? "on" : "off";
}

struct Words {
  CommandWords operator()(const SetAlerts& c) const { return {"alerts", on_or_off(c.on)}; }
  CommandWords operator()(const SetCause& c) const { return {std::string(to_string(c.cause)), on_or_off(c.on)}; }
  CommandWords operator()(const SetPaused& c) const { return {"pause", on_or_off(c.on)}; }
  CommandWords operator()(const SetMeeting& c) const { return {"meeting", on_or_off(c.on)}; }
  CommandWords operator()(const SetQuietHours& c) const {
    return {"quiet_hours", c.hours ? in_words(*c.hours) : "off"};
  }
  CommandWords operator()(const SetLanguage& c) const { return {"language", std::string(to_string(c.language))}; }
  CommandWords operator()(const SelectProfile& c) const { return {"profile", c.name}; }
  CommandWords operator()(const AnswerExercise& c) const {
    return {"exercise", fmt::format("{}{}{}", c.exercise, c.exercise.empty() ? "" : " ", to_string(c.answer))};
  }
  CommandWords operator()(const RestoreExercise& c) const { return {"restore_exercise", c.exercise}; }
  CommandWords operator()(const SetThreshold& c) const { return {c.key, fmt::format("{}", c.value)}; }
  CommandWords operator()(const Snooze& c) const { return {"snooze", fmt::format("{} min", c.length.count())}; }
  CommandWords operator()(const SnoozeUntilTomorrow&) const { return {"snooze", "until tomorrow"}; }
  CommandWords operator()(const Tare&) const { return {"tare", ""}; }
  CommandWords operator()(const CalibrateStart&) const { return {"calibrate", "start"}; }
  CommandWords operator()(const CalibrateNext&) const { return {"calibrate", "next"}; }
  CommandWords operator()(const CalibrateCancel&) const { return {"calibrate", "cancel"}; }
};

}  // namespace

CommandWords in_words(const Command& command) {
  return std::visit(Words{}, command);
}

}  // namespace chairhub
