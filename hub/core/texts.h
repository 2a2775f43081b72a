// Everything that core says to a person, by key and language. Each language
// has one table in a file of its own; a table that lacks a text does not
// compile. Another language is a file like texts_de.cpp, its line in texts.cpp
// and its name in language.h.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/core/language.h"

namespace chairhub {

enum class TextKey : std::uint8_t {
  // Why an alert is due.
  alert_sitting_too_long,  // {minutes} {limit}, as all of these
  alert_bent_forward,
  alert_static_too_long,
  alert_unsupported_upright,
  alert_asymmetric,
  alert_sitting_too_long_wheelchair,
  alert_static_too_long_wheelchair,
  // What helps against it.
  remedy_sitting_too_long,
  remedy_bent_forward,
  remedy_static_too_long,
  remedy_unsupported_upright,
  remedy_asymmetric,
  remedy_sitting_too_long_wheelchair,
  remedy_static_too_long_wheelchair,
  remedy_asymmetric_wheelchair,
  // Exercises; steps are lines.
  back_extension_name,
  back_extension_dose,
  back_extension_steps,
  back_extension_precaution,
  mid_back_rotation_name,
  mid_back_rotation_dose,
  mid_back_rotation_steps,
  mid_back_rotation_precaution,
  side_bend_name,
  side_bend_dose,
  side_bend_steps,
  side_bend_precaution,
  side_bend_precaution_armrests,  // whether there are armrests is unknown
  side_bend_precaution_armrests_wheelchair,
  curl_down_name,
  curl_down_dose,
  curl_down_steps,
  curl_down_precaution,
  arm_opener_name,
  arm_opener_dose,
  arm_opener_steps,
  arm_opener_precaution,
  band_rows_name,
  band_rows_dose,
  band_rows_steps,
  band_rows_precaution,
  prone_salute_name,
  prone_salute_dose,
  prone_salute_steps,
  prone_salute_precaution,
  // What about the workplace may be behind a cause that keeps coming back.
  hint_desk,
  hint_screen,
  hint_surface,
  hint_cushion,
  hint_reach,
  hint_breaks,
  hint_level,
  // The guided calibration.
  calibration_idle,
  calibration_leave_chair,
  calibration_measuring_empty,  // {seconds}
  calibration_sit_supported,
  calibration_measuring_supported,  // {seconds}
  calibration_sit_upright,
  calibration_measuring_upright,  // {seconds}
  calibration_bend_forward,
  calibration_measuring_forward,  // {seconds}
  calibration_again,              // {reason}
  calibration_done,
  calibration_done_upright,
  calibration_done_forward,
  calibration_failed,  // {reason}
  // The daily plan.
  plan_title,  // {date}
  plan_stretches,
  plan_strength,
  plan_rest_day,
  plan_done_today,
  plan_now,
  plan_nothing_left,
  plan_answers,
  plan_retired,
  answer_done,
  answer_skip,
  answer_hurts,
  // Goals.
  goals_title,  // {chair}
  goals_today,
  goals_week,
  goals_usual,
  goals_shifts,
  goals_still,
  goals_breaks,
  goals_supported,
  goals_sitting,
  goals_no_change,
  goals_more,
  goals_less,
  goals_not_enough_days,
  goals_nothing_yet,
  goals_below,  // {value} {floor} {goal}, as far as the sentence needs them
  goals_floor_reached,
  goals_goal_reached,
  goals_why,
  // What leaves the hub, and where it goes.
  leaves_to_broker,  // {broker}
  leaves_to_home_assistant,
  leaves_raw,  // {seconds}
  leaves_to_network,
  leaves_nothing,
  // Said wherever exercises are shown.
  start_gently,
  red_flags,
  not_a_medical_device,
  exercise_credit,
  count_of_texts,  // last
};
inline constexpr std::size_t text_count = static_cast<std::size_t>(TextKey::count_of_texts);
using TextTable = std::array<std::string_view, text_count>;

struct TextEntry {
  TextKey key;
  std::string_view text;
};

// A language's table; does not compile when a text is missing, empty or there twice.
template <std::size_t n>
consteval TextTable table_of(const TextEntry (&entries)[n]) {
  static_assert(n == text_count, "a text is missing, or there is one too many");
  TextTable table{};
  for (const TextEntry& entry : entries) {
    std::string_view& place = table.at(static_cast<std::size_t>(entry.key));
    if (!place.empty() || entry.text.empty()) throw "a text is empty or there twice";
    place = entry.text;
  }
  return table;
}

const TextTable& texts_in_english();
const TextTable& texts_in_german();

// Lives as long as the program.
std::string_view say(TextKey key, Language language);

// The text with each {name} replaced by its value. A name that has no value is
// a mistake of the program: throws std::logic_error.
std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string>> values);

// A number as people of this language write it: 7.5 or 7,5; no needless zeros.
std::string number_in(Language language, double value, int decimals = 1);

// The lines of a text: the steps of an exercise.
std::vector<std::string_view> lines_of(std::string_view text);
// The same in one line.
std::string in_one_line(std::string_view text);

}  // namespace chairhub
