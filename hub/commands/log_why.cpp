#include "hub/commands/log_why.h"

#include <algorithm>

#include <fmt/format.h>

#include "hub/core/units.h"
#include "hub/platform/local_zone.h"
#include "hub/service/story.h"

namespace chairhub {
namespace {

// The last alert before `at`, of one cause or of any.
const LoggedAlert* last_alert(const WhyData& data, WallTime at, std::optional<Cause> cause) {
  const LoggedAlert* last = nullptr;
  for (const LoggedAlert& alert : data.alerts)
    if (alert.raised <= at && (!cause || alert.cause == *cause)) last = &alert;
  return last;
}

std::string told_at(const LoggedAlert* alert, std::string_view otherwise) {
  return alert ? "at " + local_clock(alert->raised) : std::string(otherwise);
}

auto alerts_between(const WhyData& data, WallTime from, WallTime to) {
  return std::count_if(data.alerts.begin(), data.alerts.end(),
                       [=](const LoggedAlert& alert) { return alert.raised >= from && alert.raised < to; });
}

std::string enough_alerts(const WhyData& data, WallTime at) {
  return fmt::format("{} alerts in an hour and {} that day are enough",
                     alerts_between(data, at - std::chrono::hours(1), at), alerts_between(data, data.day_begin, at));
}

std::string reason(const WhyData& data, const LoggedHold& hold) {
  const std::string of_this_cause = told_at(last_alert(data, hold.start, hold.cause), "on an earlier day");
  switch (hold.held) {
    case Held::not_due:
    case Held::nothing:
      break;  // never a row
    case Held::chair_empty:
      return "nobody sat there";
    case Held::alerts_off:
      return "alerts were switched off";
    case Held::cause_off:
      return "alerts about this were switched off";
    case Held::snoozed:
      return "alerts were snoozed";
    case Held::quiet_hours:
      return "these were quiet hours";
    case Held::meeting:
      return "a meeting went on";
    case Held::baseline_moved:
      return "the calibration was in doubt";
    case Held::sensor_fault:
      return "the sensors could not tell the posture";
    case Held::recovering:
      return "it had stopped, and what had built up was being repaid";
    case Held::already_raised:
      return fmt::format("it was told {}, and it was too early to repeat it", of_this_cause);
    case Held::already_repeated:
      return fmt::format("it was told again {}, and that is the last time until it ends", of_this_cause);
    case Held::same_cause_cooldown:
      return fmt::format("the last alert about it, {}, was too recent", of_this_cause);
    case Held::any_cause_cooldown:
      return fmt::format("another alert, {}, was too recent",
                         told_at(last_alert(data, hold.start, std::nullopt), "on an earlier day"));
    case Held::backed_off:
      return fmt::format("alerts about it were ignored, so it is told less often; the last one was {}", of_this_cause);
    case Held::limit_reached:
      return enough_alerts(data, hold.start);
  }
  return "the log does not say";
}

std::string hold_line(const WhyData& data, const LoggedHold& hold) {
  const std::string when = hold.is_open ? fmt::format("since {}", local_clock(hold.start))
                                        : fmt::format("{} to {}", local_clock(hold.start), local_clock(hold.end));
  return fmt::format(
      "  {} was due, with {:.0f} min built up at {} (limit {:g}), and was held back {} ({:.0f} min): {}\n",
      to_string(hold.cause), hold.minutes, local_clock(hold.start), hold.limit, when, to_minutes(hold.end - hold.start),
      reason(data, hold));
}

std::string told(const WhyData& data) {
  std::string lines;
  for (const LoggedAlert& alert : data.alerts)
    if (alert.raised >= data.range.from && alert.raised < data.range.to)
      lines += fmt::format("  {} was told{} at {}: {}\n", to_string(alert.cause), alert.is_repeat ? " again" : "",
                           local_clock(alert.raised), alert.text);
  return lines;
}

std::string held(const WhyData& data) {
  std::string lines;
  for (const Cause cause : all_causes)
    for (const LoggedHold& hold : data.holds)
      if (hold.cause == cause) lines += hold_line(data, hold);
  return lines;
}

std::string seen(const WhyData& data) {
  std::string lines;
  for (const LoggedSpan& span : data.spans)
    lines += fmt::format("  {} to {}  {}\n", local_clock(span.start), span.is_open ? "now  " : local_clock(span.end),
                         in_words(span.posture));
  return lines.empty() ? "  nothing was logged: the hub was off, paused, or heard no sensors\n" : lines;
}

}  // namespace

Result<WhyData> read_why(LogReader& log, const std::string& chair, WallRange range) {
  WhyData data{chair, range, LocalZone().midnight_before(range.from), {}, {}, {}};
  auto spans = log.spans(chair, range);
  if (!spans) return tl::unexpected(spans.error());
  auto holds = log.holds(chair, range);
  if (!holds) return tl::unexpected(holds.error());
  auto alerts = log.alerts(chair, {range.from - std::chrono::hours(25), range.to});
  if (!alerts) return tl::unexpected(alerts.error());
  data.spans = std::move(*spans);
  data.holds = std::move(*holds);
  data.alerts = std::move(*alerts);
  return data;
}

std::string why(const WhyData& data) {
  const std::string answer = told(data) + held(data);
  return fmt::format("{} {} to {}  {}\n", local_date(data.range.from), local_clock(data.range.from),
                     local_clock(data.range.to), data.chair) +
         seen(data) + (answer.empty() ? "  nothing was due\n" : answer);
}

}  // namespace chairhub
