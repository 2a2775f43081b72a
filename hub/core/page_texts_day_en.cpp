#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// Day.
constexpr std::array words_day_en{
    PageText{"day.title", "Day"},
    PageText{"day.previous", "Previous day"},
    PageText{"day.next", "Next day"},
    PageText{"day.today", "Today"},
    PageText{"day.date", "Date"},
    PageText{"day.empty", "Nothing was logged on this day."},
    PageText{"day.ribbon", "How you sat"},
    PageText{"day.ribbon_text",
             "Postures from {from} to {to}. Arrow keys move, plus and minus zoom, 0 shows the whole day."},
    PageText{"day.help", "Drag to move, pinch or Ctrl and wheel to zoom; keys: arrows, +, −, 0."},
    PageText{"day.help_touch", "Drag to move, two fingers to zoom."},
    PageText{"day.zoom_in", "Closer"},
    PageText{"day.zoom_out", "Further"},
    PageText{"day.earlier", "Earlier"},
    PageText{"day.later", "Later"},
    PageText{"day.whole", "Whole day"},
    PageText{"day.joined", "Stretches shorter than {length} are joined; look closer to see them."},
    PageText{"day.span", "{posture}, {from} to {to}, {length}"},
    PageText{"day.open", "goes on"},
    PageText{"day.sittings", "Sittings"},
    PageText{"day.sitting", "sitting {from} to {to}, {length}, {shifts} shifts"},
    PageText{"day.break", "break"},
    PageText{"day.break_text", "break {from} to {to}, {length}"},
    PageText{"day.alerts", "Alerts"},
    PageText{"day.alert_at", "{time}: {cause}"},
    PageText{"day.no_alerts", "No alerts on this day."},
    PageText{"day.what_next", "What happened next"},
    PageText{"day.acted_on", "You changed something: it ended at {time}, {length} later."},
    PageText{"day.not_acted_on", "It went on and ended at {time}, {length} later."},
    PageText{"day.still_on", "It has not ended yet."},
    PageText{"day.ended_unknown", "It ended at {time}."},
    PageText{"day.unknown_end", "Its end is not in the log: the hub was stopped or paused."},
    PageText{"day.repeat", "said once more"},
    PageText{"day.exercise_answer", "Offered: {name}. Your answer: {answer}."},
    PageText{"day.exercise_none", "Offered: {name}. No answer."},
    PageText{"day.hint", "At the workplace"},
    PageText{"day.minutes", "The minutes around it"},
    PageText{"day.minutes_of", "Minutes from {from} to {to}"},
    PageText{"day.minutes_view", "The minutes in view"},
    PageText{"day.series_back", "share on the back"},
    PageText{"day.series_lr", "left to right"},
    PageText{"day.series_fb", "front to rear"},
    PageText{"day.series_total", "load on the seat"},
    PageText{"day.series_shifts", "shifts"},
    PageText{"day.time", "time"},
    PageText{"day.no_minutes", "The minutes of this time are not kept any more."},
    PageText{"day.totals", "The day in numbers"},
    PageText{"day.sat", "sitting"},
    PageText{"day.supported", "back supported"},
    PageText{"day.shifts", "posture shifts"},
    PageText{"day.shifts_per_hour", "shifts an hour"},
    PageText{"day.breaks", "breaks"},
    PageText{"day.still", "longest time still"},
    PageText{"day.by_posture", "By posture"},
    PageText{"day.holds", "What was due and held back"},
    PageText{"day.holds_why", "A cause that is due is not always told. This is what held it back."},
    PageText{"day.no_holds", "Nothing was held back."},
    PageText{"day.hold_built", "{minutes} of {limit} min built up"},
    PageText{"day.events", "Also on this day"},
    PageText{"day.from", "from"},
    PageText{"day.to", "to"},
    PageText{"day.length", "length"},
    PageText{"day.posture", "posture"},
    PageText{"day.cause", "cause"},
    PageText{"day.held", "held back by"},
    PageText{"day.back_to_list", "All alerts"},
};

}  // namespace

std::span<const PageText> page_day_en() {
  return words_day_en;
}

}  // namespace chairhub
