#include "hub/service/log_views.h"

#include <algorithm>
#include <utility>

#include "hub/core/log_shapes.h"
#include "hub/platform/local_zone.h"
#include "hub/service/start.h"
#include "hub/web/coach_json.h"
#include "hub/web/day_json.h"

namespace chairhub {
namespace {

constexpr std::chrono::hours answered_within{1};
constexpr WallTime the_end{Millis(253'402'300'800'000)};  // of the year 9999
constexpr std::chrono::days usual_days{30};
constexpr std::chrono::days most_days{1500};

WallRange day_of(WallTime t) {
  const LocalZone zone;
  return {zone.midnight_before(t), zone.midnight_after(t)};
}

// What has not ended goes on until now: the hub that asks is the one that writes.
template <class Row>
void until_now(std::vector<Row>& rows, WallTime now) {
  for (Row& row : rows)
    if (row.is_open) row.end = std::max(row.end, now);
}

// Takes the value, or remembers the first failure.
template <class T>
bool take(Result<T> read, T& into, Error& error) {
  if (!read) {
    error = read.error();
    return false;
  }
  into = std::move(*read);
  return true;
}

struct ViewOf {
  ReaderThread::Desk& desk;
  const LogContext& context;

  Result<std::string> operator()(const DayRequest& asked) const {
    DayView view;
    view.range = day_of(asked.day ? midnight_of(*asked.day) : context.now);
    view.date = local_date(view.range.from);
    view.now = context.now;
    std::vector<LoggedSpan> spans;
    LogReader& log = desk.log;
    const std::string& chair = context.chair;
    const WallRange answers{view.range.from, view.range.to + answered_within};
    Error error;
    const bool complete = take(log.spans(chair, view.range), spans, error) &&
                          take(log.sittings(chair, view.range), view.sittings, error) &&
                          take(log.alerts(chair, view.range), view.alerts, error) &&
                          take(log.exercise_answers(chair, answers), view.answers, error) &&
                          take(log.holds(chair, view.range), view.holds, error) &&
                          take(log.events(chair, view.range), view.events, error) &&
                          take(totals_of_day(view.range), view.totals, error);
    if (!complete) return tl::unexpected(error);
    until_now(spans, context.now);
    until_now(view.sittings, context.now);
    until_now(view.holds, context.now);
    view.spans = joined(std::move(spans), view.range);
    return day_json(view);
  }

  Result<std::string> operator()(const MinutesRequest& asked) const {
    const WallRange range = range_of(asked.range, context.now);
    const Seconds step = resolution_for(range);
    const auto minutes = desk.roll_ups.minutes(desk.log, context.chair, range, step, context.now);
    if (!minutes) return tl::unexpected(minutes.error());
    return minutes_json(range, step, *minutes);
  }

  Result<std::string> operator()(const AlertsRequest& asked) const {
    const AskedRange& range = asked.range;
    AlertChoice choice{range.day ? range_of(range, context.now)
                                 : WallRange{range.from.value_or(WallTime{}), range.to.value_or(the_end)},
                       asked.cause, asked.before, asked.limit + 1};
    AlertsView view;
    Error error;
    if (!take(desk.log.newest_alerts(context.chair, choice), view.alerts, error)) return tl::unexpected(error);
    view.has_more = view.alerts.size() > static_cast<std::size_t>(asked.limit);
    if (view.has_more) view.alerts.pop_back();
    if (view.alerts.empty()) return alerts_json(view);
    const WallRange answers{view.alerts.back().raised, view.alerts.front().raised + answered_within};
    if (!take(desk.log.exercise_answers(context.chair, answers), view.answers, error)) return tl::unexpected(error);
    return alerts_json(view);
  }

  Result<std::string> operator()(const DaysRequest& asked) const {
    WallTime to = asked.to ? midnight_of(*asked.to) : day_of(context.now).to;
    const WallTime from = asked.from ? midnight_of(*asked.from) : day_of(to - usual_days).from;
    if (!asked.to) to = std::min<WallTime>(to, from + most_days);
    const auto days = totals_of_days({from, to});
    if (!days) return tl::unexpected(days.error());
    std::vector<DatedTotals> dated;
    for (const DayTotals& day : *days) dated.push_back({local_date(day.day), day.totals});
    return days_json(dated);
  }

  Result<std::string> operator()(const TrendsRequest&) const {
    const auto days = totals_of_days({context.now - std::chrono::days(days_of_use), day_of(context.now).to});
    if (!days) return tl::unexpected(days.error());
    std::vector<DaySummary> summaries;
    for (const DayTotals& day : *days) summaries.push_back(summary_of(day.totals));
    return trends_json({goals_of(summaries, context.shifts_floor), context.shifts_floor, context.language});
  }

  Result<std::string> operator()(const CoachRequest&) const {
    const auto memory = resume_coach(desk.log, context.chair, context.now);
    if (!memory) return tl::unexpected(memory.error());
    return coach_json({*memory, context.who, context.seated,
                       advice_now(*memory, context.who, context.seated, context.now, context.language),
                       plan_for(context.now, LocalZone(), *memory, context.who), context.language});
  }

  Result<std::vector<DayTotals>> totals_of_days(WallRange range) const {
    return desk.roll_ups.days(desk.log, context.chair, range, LocalZone(), context.now);
  }
  Result<Totals> totals_of_day(WallRange range) const {
    auto days = totals_of_days(range);
    if (!days) return tl::unexpected(days.error());
    return days->empty() ? Totals{} : days->front().totals;
  }
};

}  // namespace

WallRange range_of(const AskedRange& asked, WallTime now) {
  if (asked.day) return day_of(midnight_of(*asked.day));
  if (!asked.from && !asked.to) return day_of(now);
  const WallTime to = asked.to.value_or(std::max(now, asked.from.value_or(now) + Minutes(1)));
  return {asked.from.value_or(to - std::chrono::hours(24)), to};
}

Result<std::string> view_of_log(ReaderThread::Desk& desk, const LogQuestion& question, const LogContext& context) {
  return std::visit(ViewOf{desk, context}, question);
}

}  // namespace chairhub
