// What to exercise now and today, and what was answered. Pure.

#pragma once

#include <string>

#include "hub/core/daily_plan.h"

namespace chairhub {

struct CoachView {
  const CoachResume& memory;
  const Exerciser& who;
  bool seated = false;
  AdviceNow now;
  DailyPlan plan;
  Language language = Language::english;
};
std::string coach_json(const CoachView& view);

}  // namespace chairhub
