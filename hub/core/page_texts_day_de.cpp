#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// Day.
constexpr std::array words_day_de{
    PageText{"day.title", "Tag"},
    PageText{"day.previous", "Vorheriger Tag"},
    PageText{"day.next", "Nächster Tag"},
    PageText{"day.today", "Heute"},
    PageText{"day.date", "Datum"},
    PageText{"day.empty", "An diesem Tag wurde nichts aufgezeichnet."},
    PageText{"day.ribbon", "Wie du gesessen hast"},
    PageText{"day.ribbon_text",
             "Haltungen von {from} bis {to}. Pfeiltasten verschieben, Plus und Minus zoomen, 0 zeigt den ganzen Tag."},
    PageText{"day.help", "Ziehen verschiebt, mit zwei Fingern oder Strg und Rad zoomen; Tasten: Pfeile, +, −, 0."},
    PageText{"day.help_touch", "Ziehen verschiebt, mit zwei Fingern zoomen."},
    PageText{"day.zoom_in", "Näher"},
    PageText{"day.zoom_out", "Weiter weg"},
    PageText{"day.earlier", "Früher"},
    PageText{"day.later", "Später"},
    PageText{"day.whole", "Ganzer Tag"},
    PageText{"day.joined", "Abschnitte unter {length} sind zusammengefasst."},
    PageText{"day.span", "{posture}, {from} bis {to}, {length}"},
    PageText{"day.open", "dauert an"},
    PageText{"day.sittings", "Sitzen"},
    PageText{"day.sitting", "gesessen {from} bis {to}, {length}, {shifts} Haltungswechsel"},
    PageText{"day.break", "Pause"},
    PageText{"day.break_text", "Pause {from} bis {to}, {length}"},
    PageText{"day.alerts", "Hinweise"},
    PageText{"day.alert_at", "{time}: {cause}"},
    PageText{"day.no_alerts", "Keine Hinweise an diesem Tag."},
    PageText{"day.what_next", "Wie es weiterging"},
    PageText{"day.acted_on", "Du hast etwas geändert: um {time} war es vorbei, {length} später."},
    PageText{"day.not_acted_on", "Es ging weiter und endete um {time}, {length} später."},
    PageText{"day.still_on", "Es ist noch nicht vorbei."},
    PageText{"day.ended_unknown", "Es endete um {time}."},
    PageText{"day.unknown_end", "Das Ende steht nicht im Protokoll: der Hub war aus oder angehalten."},
    PageText{"day.repeat", "noch einmal gesagt"},
    PageText{"day.exercise_answer", "Angeboten: {name}. Deine Antwort: {answer}."},
    PageText{"day.exercise_none", "Angeboten: {name}. Keine Antwort."},
    PageText{"day.hint", "Am Arbeitsplatz"},
    PageText{"day.minutes", "Die Minuten darum herum"},
    PageText{"day.minutes_of", "Minuten von {from} bis {to}"},
    PageText{"day.minutes_view", "Die Minuten im Bild"},
    PageText{"day.series_back", "Anteil Lehne"},
    PageText{"day.series_lr", "links gegen rechts"},
    PageText{"day.series_fb", "vorn gegen hinten"},
    PageText{"day.series_total", "Last auf dem Sitz"},
    PageText{"day.series_shifts", "Haltungswechsel"},
    PageText{"day.time", "Zeit"},
    PageText{"day.no_minutes", "Die Minuten dieser Zeit sind nicht mehr aufgehoben."},
    PageText{"day.totals", "Der Tag in Zahlen"},
    PageText{"day.sat", "gesessen"},
    PageText{"day.supported", "angelehnt"},
    PageText{"day.shifts", "Haltungswechsel"},
    PageText{"day.shifts_per_hour", "Wechsel je Stunde"},
    PageText{"day.breaks", "Pausen"},
    PageText{"day.still", "längste Zeit still"},
    PageText{"day.by_posture", "Nach Haltung"},
    PageText{"day.holds", "Was fällig war und zurückgehalten wurde"},
    PageText{"day.holds_why", "Nicht alles Fällige wird gesagt. Das hat es zurückgehalten."},
    PageText{"day.no_holds", "Nichts wurde zurückgehalten."},
    PageText{"day.hold_built", "{minutes} von {limit} min aufgebaut"},
    PageText{"day.events", "Außerdem an diesem Tag"},
    PageText{"day.from", "von"},
    PageText{"day.to", "bis"},
    PageText{"day.length", "Dauer"},
    PageText{"day.posture", "Haltung"},
    PageText{"day.cause", "Anlass"},
    PageText{"day.held", "zurückgehalten durch"},
    PageText{"day.back_to_list", "Alle Hinweise"},
};

}  // namespace

std::span<const PageText> page_day_de() {
  return words_day_de;
}

}  // namespace chairhub
