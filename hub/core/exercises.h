// The exercises: five stretches and two for strength, where each can be done,
// and their words. Adapted, in our own words, from a public article by a
// physiotherapist; nothing here is medical advice. docs/coach.md tells more.

#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "hub/core/profile.h"
#include "hub/core/result.h"
#include "hub/core/texts.h"

namespace chairhub {

struct Exercise {
  std::string_view id;    // in the log, in topics and in answers
  bool strength = false;  // belongs to a daily plan, never to an alert
  bool in_chair = false;  // can be done without getting up
  bool standing = false;  // can be done standing beside the chair; neither: lying down
  TextKey name{};
  TextKey dose{};
  TextKey steps{};
  TextKey precaution{};
};

// Five stretches first, then two for strength.
std::span<const Exercise> exercises();
// Null when there is none.
const Exercise* find_exercise(std::string_view id);
// As above, or a sentence that names those that there are.
Result<const Exercise*> exercise_named(std::string_view id);

// Who exercises, where, and what they leave out.
struct Exerciser {
  ProfileKind kind = ProfileKind::standard;
  std::optional<bool> armrests;                // in the way of bending to a side; unset: unknown
  std::set<std::string, std::less<>> retired;  // by id; they hurt
};

// Whether `exercise` may be offered at all, to be done in the chair or not.
// Somebody in a wheelchair is asked for nothing that has to be done out of it.
bool is_open_to(const Exercise& exercise, const Exerciser& who, bool seated);

// With the condition that hangs on armrests nobody has told of.
std::string_view precaution_of(const Exercise& exercise, const Exerciser& who, bool seated, Language language);

}  // namespace chairhub
