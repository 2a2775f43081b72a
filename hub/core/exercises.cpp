#include "hub/core/exercises.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace chairhub {
namespace {

using enum TextKey;

constexpr std::string_view side_bend_id = "side_bend";

constexpr std::array all = {
    Exercise{.id = "back_extension",
             .in_chair = true,
             .name = back_extension_name,
             .dose = back_extension_dose,
             .steps = back_extension_steps,
             .precaution = back_extension_precaution},
    Exercise{.id = "mid_back_rotation",
             .in_chair = true,
             .name = mid_back_rotation_name,
             .dose = mid_back_rotation_dose,
             .steps = mid_back_rotation_steps,
             .precaution = mid_back_rotation_precaution},
    Exercise{.id = side_bend_id,
             .in_chair = true,
             .standing = true,
             .name = side_bend_name,
             .dose = side_bend_dose,
             .steps = side_bend_steps,
             .precaution = side_bend_precaution},
    Exercise{.id = "standing_curl_down",
             .standing = true,
             .name = curl_down_name,
             .dose = curl_down_dose,
             .steps = curl_down_steps,
             .precaution = curl_down_precaution},
    Exercise{.id = "arm_opener",
             .name = arm_opener_name,
             .dose = arm_opener_dose,
             .steps = arm_opener_steps,
             .precaution = arm_opener_precaution},
    Exercise{.id = "band_rows",
             .strength = true,
             .in_chair = true,
             .standing = true,
             .name = band_rows_name,
             .dose = band_rows_dose,
             .steps = band_rows_steps,
             .precaution = band_rows_precaution},
    Exercise{.id = "prone_salute",
             .strength = true,
             .name = prone_salute_name,
             .dose = prone_salute_dose,
             .steps = prone_salute_steps,
             .precaution = prone_salute_precaution},
};

}  // namespace

std::span<const Exercise> exercises() {
  return all;
}

const Exercise* find_exercise(std::string_view id) {
  const auto* const found = std::find_if(all.begin(), all.end(), [id](const Exercise& one) { return one.id == id; });
  return found == all.end() ? nullptr : found;
}

Result<const Exercise*> exercise_named(std::string_view id) {
  if (const Exercise* found = find_exercise(id)) return found;
  std::string ids;
  for (const Exercise& one : all) ids += (ids.empty() ? "" : ", ") + std::string(one.id);
  return failure(fmt::format("there is no exercise \"{}\"; there are {}", id, ids));
}

bool is_open_to(const Exercise& exercise, const Exerciser& who, bool seated) {
  if (who.retired.contains(exercise.id)) return false;
  const bool stays_seated = seated || who.kind == ProfileKind::wheelchair;
  if (!stays_seated) return true;
  return exercise.in_chair && !(exercise.id == side_bend_id && who.armrests.value_or(false));
}

std::string_view precaution_of(const Exercise& exercise, const Exerciser& who, bool seated, Language language) {
  const bool wheelchair = who.kind == ProfileKind::wheelchair;
  const bool armrests_may_be_in_the_way = exercise.id == side_bend_id && !who.armrests && (seated || wheelchair);
  if (!armrests_may_be_in_the_way) return say(exercise.precaution, language);
  return say(wheelchair ? side_bend_precaution_armrests_wheelchair : side_bend_precaution_armrests, language);
}

}  // namespace chairhub
