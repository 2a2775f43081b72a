#include "hub/core/command_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "hub/core/profile.h"
#include "hub/core/utf8.h"

namespace chairhub {
namespace {

constexpr double max_snooze_min = 24 * 60;

// What is to be set or done, and the text that came.
struct Order {
  std::string_view name;
  std::string_view payload;
};

tl::unexpected<Error> refuse(const std::string& where, std::string_view payload, std::string_view allowed) {
  return failure(where + " does not take " + quote(payload) + ": " + std::string(allowed));
}

// from_chars knows no locale: a decimal point is a point everywhere.
std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

Result<bool> parse_switch(const Order& order) {
  if (order.payload == "ON") return true;
  if (order.payload == "OFF") return false;
  return refuse("set/" + std::string(order.name), order.payload, "send ON or OFF");
}

Result<Command> parse_threshold(const Order& order) {
  const auto value = parse_number(order.payload);
  if (!value) return refuse("set/" + std::string(order.name), order.payload, "send a number such as 15 or 7.5");
  Thresholds scratch;  // only its table's opinion matters here
  if (auto valid = set_threshold(scratch, order.name, *value); !valid) return tl::unexpected(valid.error());
  return Command{SetThreshold{std::string(order.name), *value}};
}

// "22:00" as minutes since midnight.
std::optional<Minutes> parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto below = [](std::string_view digits, unsigned limit) -> std::optional<unsigned> {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool valid = error == std::errc{} && end == digits.data() + digits.size() && value < limit;
    return valid ? std::optional(value) : std::nullopt;
  };
  const auto hour = below(text.substr(0, 2), 24);
  const auto minute = below(text.substr(3), 60);
  if (!hour || !minute) return std::nullopt;
  return Minutes{60 * *hour + *minute};
}

Result<Command> parse_quiet_hours(const Order& order) {
  if (order.payload == "off") return Command{SetQuietHours{}};
  const std::string_view text = order.payload;
  const auto from = parse_clock(text.substr(0, std::min<std::size_t>(5, text.size())));
  const auto to = text.size() == 11 && text[5] == '-' ? parse_clock(text.substr(6)) : std::nullopt;
  if (!from || !to || *from == *to)
    return refuse("set/quiet_hours", text, "send two different times such as 22:00-07:00, or off");
  return Command{SetQuietHours{QuietHours{*from, *to}}};
}

Result<Command> parse_language(const Order& order) {
  if (const auto language = language_from(order.payload)) return Command{SetLanguage{*language}};
  return refuse("set/language", order.payload, "send en or de");
}

// Which profiles there are is known further in.
Result<Command> parse_profile(const Order& order) {
  if (auto valid = validate(Profile{std::string(order.payload), ProfileKind::standard}); !valid)
    return tl::unexpected(valid.error());
  return Command{SelectProfile{std::string(order.payload)}};
}

Result<Command> parse_set(const Order& order) {
  if (find_threshold(order.name)) return parse_threshold(order);
  if (order.name == "quiet_hours") return parse_quiet_hours(order);
  if (order.name == "language") return parse_language(order);
  if (order.name == "profile") return parse_profile(order);
  const auto cause = cause_from(order.name);
  if (!cause && order.name != "alerts" && order.name != "pause" && order.name != "meeting")
    return failure("there is no " + quote("set/" + std::string(order.name)) +
                   ": use alerts, pause, meeting, quiet_hours, language, profile, the name of an alert's cause or of a "
                   "threshold");
  return parse_switch(order).map([&](bool on) -> Command {
    if (cause) return SetCause{*cause, on};
    if (order.name == "alerts") return SetAlerts{on};
    if (order.name == "meeting") return SetMeeting{on};
    return SetPaused{on};
  });
}

Result<Command> parse_snooze(const Order& order) {
  if (order.payload == "tomorrow") return Command{SnoozeUntilTomorrow{}};
  const auto minutes = parse_number(order.payload);
  if (!minutes || *minutes < 0 || *minutes > max_snooze_min || *minutes != std::floor(*minutes))
    return refuse("cmd/snooze", order.payload, "send whole minutes from 1 to 1440, 'tomorrow', or 0 to end it");
  return Command{Snooze{Minutes{static_cast<int>(*minutes)}}};
}

Result<Command> parse_tare(const Order& order) {
  if (order.payload == "PRESS") return Command{Tare{}};
  return refuse("cmd/tare", order.payload, "send PRESS");
}

Result<Command> parse_calibrate(const Order& order) {
  if (order.payload == "start") return Command{CalibrateStart{}};
  if (order.payload == "next") return Command{CalibrateNext{}};
  if (order.payload == "cancel") return Command{CalibrateCancel{}};
  return refuse("cmd/calibrate", order.payload, "send start, next or cancel");
}

// "done", "skip" or "hurts" for the last one offered, with an exercise's id
// behind it for that one; "restore" takes a retired one back.
Result<Command> parse_exercise(const Order& order) {
  const std::size_t blank = std::min(order.payload.find(' '), order.payload.size());
  const std::string_view word = order.payload.substr(0, blank);
  const std::string id(order.payload.substr(std::min(blank + 1, order.payload.size())));
  if (word == "restore" && !id.empty()) return Command{RestoreExercise{id}};
  if (const auto answer = exercise_answer_from(word)) return Command{AnswerExercise{id, *answer}};
  return refuse("cmd/exercise", order.payload, "send done, skip or hurts, or one of them or restore with an id behind");
}

Result<Command> parse_cmd(const Order& order) {
  if (order.name == "snooze") return parse_snooze(order);
  if (order.name == "tare") return parse_tare(order);
  if (order.name == "calibrate") return parse_calibrate(order);
  if (order.name == "exercise") return parse_exercise(order);
  return failure("there is no " + quote("cmd/" + std::string(order.name)) +
                 ": use snooze, tare, calibrate or exercise");
}

}  // namespace

Result<Command> read_command(std::string_view path, std::string_view text) {
  if (text.size() > max_command_bytes)
    return failure("a command of " + std::to_string(text.size()) + " bytes was refused: at most 256 are allowed");
  if (!is_utf8(path) || !is_utf8(text)) return failure("a command that is not UTF-8 was refused: send plain text");
  constexpr std::string_view set = "set/";
  constexpr std::string_view cmd = "cmd/";
  if (path.starts_with(set)) return parse_set({path.substr(set.size()), text});
  if (path.starts_with(cmd)) return parse_cmd({path.substr(cmd.size()), text});
  return failure(quote(path) + " takes no commands: use set/<name> or cmd/<name>");
}

}  // namespace chairhub
