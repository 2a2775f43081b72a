#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// Coach.
constexpr std::array words_coach_en{
    PageText{"coach.title", "Coach"},
    PageText{"coach.now", "Right now"},
    PageText{"coach.fits", "Fits now"},
    PageText{"coach.asked", "because of: {cause}"},
    PageText{"coach.no_alert", "nothing is due; this one is simply next"},
    PageText{"coach.seated", "You can do it in the chair."},
    PageText{"coach.not_seated", "You are up: good for something standing."},
    PageText{"coach.plan", "Today"},
    PageText{"coach.stretches", "Stretches"},
    PageText{"coach.strength", "Strength"},
    PageText{"coach.rest_day", "Today is a day of rest from strength; it comes every other day."},
    PageText{"coach.done_today", "done today"},
    PageText{"coach.open", "open"},
    PageText{"coach.of_done", "{done} of {all} done"},
    PageText{"coach.dose", "How much"},
    PageText{"coach.steps", "How it goes"},
    PageText{"coach.precaution", "Take care"},
    PageText{"coach.in_chair", "in the chair"},
    PageText{"coach.standing", "standing"},
    PageText{"coach.lying", "lying down"},
    PageText{"coach.show", "How it goes"},
    PageText{"coach.retired", "Set aside because they hurt"},
    PageText{"coach.retired_none", "None is set aside."},
    PageText{"coach.answers", "Your answers"},
    PageText{"coach.answers_none", "None in the last 14 days."},
    PageText{"coach.still", "Drawings move gently. Ask your device for less motion and they keep still."},
    PageText{"coach.drawing", "Drawing: {name}"},
};

}  // namespace

std::span<const PageText> page_coach_en() {
  return words_coach_en;
}

}  // namespace chairhub
