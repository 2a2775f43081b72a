#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/service/hub_impl.h"
#include "hub/service/log_views.h"

namespace chairhub {
namespace {

// So much of a log is added up at a time before anybody asks for it, so that nobody waits long meanwhile.
constexpr std::chrono::days learned_at_a_time{14};
constexpr std::chrono::days learned{366};

HttpResponse come_back() {
  HttpResponse response = error_response(503, "too many ask the log at once: try again in a few seconds");
  response.headers.emplace_back("Retry-After", "3");
  return response;
}

HttpResponse response_of(Result<std::string> body) {
  if (!body) return error_response(503, body.error().message);
  HttpResponse response;
  response.body = std::move(*body);
  return response;
}

}  // namespace

LogContext Hub::Impl::log_context(std::size_t index) const {
  const ChairService& chair = *chairs.at(index);
  const Settings& settings = chair.settings();
  LogContext context;
  context.chair = chair.chair().id;
  context.now = chair.clock().chair_time(moment_now()).wall;
  context.seated = chair.last().occupied;
  context.who = {chair.detector().profile().kind, chair.chair().armrests, settings.retired_exercises};
  context.language = settings.language;
  context.shifts_floor = settings.thresholds.shifts_goal_per_h;
  return context;
}

void Hub::Impl::read_log(const LogRequest& request, const Reply& reply) {
  const std::size_t index = index_of(request.chair);
  const LogContext context = log_context(index);
  const bool asked = reader->ask([question = request.question, context, reply](auto desk) {
    HttpResponse response =
        desk ? response_of(view_of_log(**desk, question, context)) : error_response(503, desk.error().message);
    return [reply, response = std::move(response)] { reply(response); };
  });
  if (!asked) reply(come_back());
  if (asked && learned_chairs.insert(index).second) learn_log(context, context.now);
}

// Adds up a year of finished days and half hours, step by step, the newest first.
void Hub::Impl::learn_log(const LogContext& context, WallTime to) {
  reader->ask([this, context, to](Result<ReaderThread::Desk*> desk) -> ReaderThread::Answer {
    const WallRange range{to - learned_at_a_time, to};
    const bool enough = range.from < context.now - learned || !desk;
    // What fails here is told to whoever asks.
    if (!enough) {
      RollUps& roll_ups = (*desk)->roll_ups;
      (void)roll_ups.days((*desk)->log, context.chair, range, zone, context.now);
      (void)roll_ups.minutes((*desk)->log, context.chair, range, std::chrono::hours(1), context.now);
    }
    return [this, context, range, enough] {
      if (!enough) learn_log(context, range.from);
    };
  });
}

}  // namespace chairhub
