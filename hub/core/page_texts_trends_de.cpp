#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// Trends.
constexpr std::array words_trends_de{
    PageText{"trends.title", "Verlauf"},
    PageText{"trends.week", "Diese Woche gegen frühere"},
    PageText{"trends.goal", "Bewegung"},
    PageText{"trends.measure", "Maß"},
    PageText{"trends.change", "Änderung"},
    PageText{"trends.today", "heute"},
    PageText{"trends.week_short", "letzte 7 Tage"},
    PageText{"trends.usual", "Wochen davor"},
    PageText{"trends.changed", "In den letzten 7 Tagen: {list}."},
    PageText{"trends.changed_item", "{measure} {change}"},
    PageText{"trends.same",
             "Die letzten 7 Tage sind wie die Wochen davor: nichts geht über das übliche Auf und Ab hinaus."},
    PageText{"trends.too_few",
             "Noch zu wenige Tage für einen Vergleich: es braucht 3 in der letzten Woche und 10 davor."},
    PageText{"trends.range", "Zeitraum"},
    PageText{"trends.range_4w", "4 Wochen"},
    PageText{"trends.range_3m", "3 Monate"},
    PageText{"trends.range_1y", "ein Jahr"},
    PageText{"trends.by_day", "jeder Balken ein Tag"},
    PageText{"trends.by_week", "jeder Balken eine Woche, im Mittel je Tag mit Sitzen"},
    PageText{"trends.sitting", "Sitzen am Tag"},
    PageText{"trends.still", "Längste Zeit still"},
    PageText{"trends.shifts", "Haltungswechsel je Stunde"},
    PageText{"trends.shifts_lines", "10 sind ein Anfang, 20 das Ziel"},
    PageText{"trends.supported", "Angelehnt"},
    PageText{"trends.breaks", "Pausen am Tag"},
    PageText{"trends.alerts", "Hinweise nach Anlass"},
    PageText{"trends.calendar", "Kalender"},
    PageText{"trends.calendar_text", "Stunden des Sitzens nach Tagen; jeder Tag führt auf seine Seite."},
    PageText{"trends.calendar_less", "weniger"},
    PageText{"trends.calendar_more", "mehr"},
    PageText{"trends.calendar_what", "Zeige"},
    PageText{"trends.mean", "{value} im Mittel"},
    PageText{"trends.nothing", "In dieser Zeit wurde nichts aufgezeichnet."},
    PageText{"trends.day", "Tag"},
    PageText{"trends.week_of", "Woche ab {date}"},
    PageText{"trends.no_sitting", "nicht gesessen"},
    PageText{"trends.why", "Was man weiß"},
};

}  // namespace

std::span<const PageText> page_trends_de() {
  return words_trends_de;
}

}  // namespace chairhub
