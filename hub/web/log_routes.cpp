#include <array>

#include "hub/web/route.h"

namespace chairhub {
namespace {

constexpr std::int64_t most_alerts = 250;
constexpr std::int64_t most_days = 1500;

void ask_log(const ApiCall& call, const LogQuestion& question) {
  call.port.read({std::string(call.chair), question}, call.reply);
}

std::int64_t days_between(Date from, Date to) {
  return (std::chrono::sys_days(to) - std::chrono::sys_days(from)).count();
}

}  // namespace

void answer_day(const ApiCall& call) {
  QueryReader query(call.request.query);
  DayRequest asked{query.date("date")};
  if (!refused(call, query)) ask_log(call, asked);
}

void answer_minutes(const ApiCall& call) {
  QueryReader query(call.request.query);
  MinutesRequest asked{query.range()};
  if (!refused(call, query)) ask_log(call, asked);
}

void answer_alerts(const ApiCall& call) {
  constexpr std::array<std::string_view, cause_count> causes = {"sitting_too_long", "bent_forward", "static_too_long",
                                                                "unsupported_upright", "asymmetric"};
  QueryReader query(call.request.query);
  AlertsRequest asked;
  asked.range = query.range();
  if (const auto cause = query.word("cause", causes)) asked.cause = cause_from(*cause);
  asked.limit = static_cast<int>(query.whole_number("limit", 1, most_alerts).value_or(asked.limit));
  if (const auto before = query.whole_number("before_id", 0, std::int64_t{1} << 53))
    asked.before = static_cast<std::uint64_t>(*before);
  if (!refused(call, query)) ask_log(call, asked);
}

void answer_days(const ApiCall& call) {
  QueryReader query(call.request.query);
  DaysRequest asked{query.date("from"), query.date("to")};
  if (refused(call, query)) return;
  if (asked.from && asked.to && *asked.to <= *asked.from)
    return reply_error(call, 400, "query: to has to be later than from; it is not part of the range");
  if (asked.from && asked.to && days_between(*asked.from, *asked.to) > most_days)
    return reply_error(call, 400, "query: from and to are more than 1500 days apart; ask for fewer");
  ask_log(call, asked);
}

void answer_trends(const ApiCall& call) {
  ask_log(call, TrendsRequest{});
}

void answer_coach(const ApiCall& call) {
  ask_log(call, CoachRequest{});
}

}  // namespace chairhub
