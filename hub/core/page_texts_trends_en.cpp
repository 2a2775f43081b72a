#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// Trends.
constexpr std::array words_trends_en{
    PageText{"trends.title", "Trends"},
    PageText{"trends.week", "This week against earlier ones"},
    PageText{"trends.goal", "Moving"},
    PageText{"trends.measure", "measure"},
    PageText{"trends.change", "change"},
    PageText{"trends.today", "today"},
    PageText{"trends.week_short", "last 7 days"},
    PageText{"trends.usual", "weeks before"},
    PageText{"trends.changed", "In the last 7 days: {list}."},
    PageText{"trends.changed_item", "{measure} {change}"},
    PageText{"trends.same", "The last 7 days are as the weeks before: no change beyond the usual ups and downs."},
    PageText{"trends.too_few", "Too few days to compare yet: it takes 3 in the last week and 10 before it."},
    PageText{"trends.range", "Range"},
    PageText{"trends.range_4w", "4 weeks"},
    PageText{"trends.range_3m", "3 months"},
    PageText{"trends.range_1y", "a year"},
    PageText{"trends.by_day", "each bar is a day"},
    PageText{"trends.by_week", "each bar is a week, on average per day of sitting"},
    PageText{"trends.sitting", "Sitting a day"},
    PageText{"trends.still", "Longest time still"},
    PageText{"trends.shifts", "Posture shifts an hour"},
    PageText{"trends.shifts_lines", "10 is a start, 20 the goal"},
    PageText{"trends.supported", "Back supported"},
    PageText{"trends.breaks", "Breaks a day"},
    PageText{"trends.alerts", "Alerts by cause"},
    PageText{"trends.calendar", "Calendar"},
    PageText{"trends.calendar_text", "Hours of sitting by day; each day leads to its page."},
    PageText{"trends.calendar_less", "less"},
    PageText{"trends.calendar_more", "more"},
    PageText{"trends.calendar_what", "Show"},
    PageText{"trends.mean", "{value} on average"},
    PageText{"trends.nothing", "Nothing was logged in this time."},
    PageText{"trends.day", "day"},
    PageText{"trends.week_of", "week of {date}"},
    PageText{"trends.no_sitting", "no sitting"},
    PageText{"trends.why", "What is known"},
};

}  // namespace

std::span<const PageText> page_trends_en() {
  return words_trends_en;
}

}  // namespace chairhub
