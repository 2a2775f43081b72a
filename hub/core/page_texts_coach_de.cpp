#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// Coach.
constexpr std::array words_coach_de{
    PageText{"coach.title", "Coach"},
    PageText{"coach.now", "Jetzt gerade"},
    PageText{"coach.fits", "Passt jetzt"},
    PageText{"coach.asked", "wegen: {cause}"},
    PageText{"coach.no_alert", "nichts ist fällig; diese ist einfach die nächste"},
    PageText{"coach.seated", "Das geht im Stuhl."},
    PageText{"coach.not_seated", "Du bist auf den Beinen: gut für etwas im Stehen."},
    PageText{"coach.plan", "Heute"},
    PageText{"coach.stretches", "Dehnen"},
    PageText{"coach.strength", "Kraft"},
    PageText{"coach.rest_day", "Heute ist Ruhetag für die Kraft; sie ist jeden zweiten Tag dran."},
    PageText{"coach.done_today", "heute gemacht"},
    PageText{"coach.open", "offen"},
    PageText{"coach.of_done", "{done} von {all} gemacht"},
    PageText{"coach.dose", "Wie viel"},
    PageText{"coach.steps", "So geht es"},
    PageText{"coach.precaution", "Gib acht"},
    PageText{"coach.in_chair", "im Stuhl"},
    PageText{"coach.standing", "im Stehen"},
    PageText{"coach.lying", "im Liegen"},
    PageText{"coach.show", "So geht es"},
    PageText{"coach.retired", "Beiseitegelegt, weil sie weh taten"},
    PageText{"coach.retired_none", "Keine ist beiseitegelegt."},
    PageText{"coach.answers", "Deine Antworten"},
    PageText{"coach.answers_none", "Keine in den letzten 14 Tagen."},
    PageText{"coach.still",
             "Die Zeichnungen bewegen sich sanft. Bitte dein Gerät um weniger Bewegung, dann stehen sie still."},
    PageText{"coach.drawing", "Zeichnung: {name}"},
};

}  // namespace

std::span<const PageText> page_coach_de() {
  return words_coach_de;
}

}  // namespace chairhub
