// What to exercise on a day, at home or beside the desk: stretches that fit
// what has come up of late, and strength every other day. Pure: the same date,
// answers and causes give the same plan. docs/coach.md has the rules.

#pragma once

#include <vector>

#include "hub/core/coach.h"

namespace chairhub {

struct PlanItem {
  const Exercise* exercise = nullptr;
  bool done = false;  // today
};

struct DailyPlan {
  std::vector<PlanItem> stretches;
  bool strength_day = false;
  std::vector<PlanItem> strength;  // empty on a day of rest
};

DailyPlan plan_for(WallTime now, const LocalTime& local_time, const CoachResume& memory, const Exerciser& who);

// What fits right now: to the alert of the last hour, else to what has come up most of late.
struct AdviceNow {
  Cause cause = Cause::sitting_too_long;
  bool asked_by_alert = false;
  Advice advice;
};
AdviceNow advice_now(const CoachResume& memory, const Exerciser& who, bool seated, WallTime now, Language language);

// What was told most often in the week up to `now`; sitting still when nothing
// was, because moving is what the evidence speaks for most.
Cause main_cause(const CoachResume& memory, WallTime now);

}  // namespace chairhub
