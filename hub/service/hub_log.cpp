#include <algorithm>

#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/service/hub_impl.h"
#include "hub/service/log_views.h"

namespace chairhub {
namespace {

// So much of a log is added up at a time before anybody asks for it, so that nobody waits long meanwhile.
constexpr std::chrono::days learned_at_a_time{7};
constexpr std::chrono::days learned{366};
// What a log adds up to takes up to a megabyte: beyond so many chairs only for those that somebody asks about.
constexpr std::size_t learned_by_themselves = 8;

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
  if (asked) want_sums(index);
}

// As soon as the hub runs, so that the first question about a year finds it added up.
void Hub::Impl::learn_logs() {
  for (std::size_t i = 0; reader && i < std::min(chairs.size(), learned_by_themselves); ++i) want_sums(i);
}

// One chair at a time, so that a question waits behind one step only.
void Hub::Impl::want_sums(std::size_t index) {
  if (!learned_chairs.insert(index).second) return;
  to_learn.push_back(index);
  if (to_learn.size() == 1) begin_to_learn();
}

void Hub::Impl::begin_to_learn() {
  const LogContext context = log_context(to_learn.front());
  learn_log(context, std::chrono::ceil<std::chrono::hours>(context.now));  // so that the steps meet
}

// Rows were written late, deleted or moved: the next question has them added up again.
void Hub::Impl::forget_sums() {
  if (reader) reader->forget_sums();
  learned_chairs.clear();
}

// Adds up a year of finished days and half hours, step by step, the newest first.
void Hub::Impl::learn_log(const LogContext& context, WallTime to) {
  const bool asked = reader->ask([this, context, to](Result<ReaderThread::Desk*> desk) -> ReaderThread::Answer {
    const WallRange range{to - learned_at_a_time, to};
    const bool enough = range.from < context.now - learned || !desk;
    // What fails here is told to whoever asks.
    if (!enough) {
      RollUps& roll_ups = (*desk)->roll_ups;
      (void)roll_ups.days((*desk)->log, context.chair, range, zone, context.now);
      (void)roll_ups.minutes((*desk)->log, context.chair, range, std::chrono::hours(1), context.now);
    }
    return [this, context, range, enough] {
      if (!enough) return learn_log(context, range.from);
      to_learn.pop_front();
      if (!to_learn.empty()) begin_to_learn();
    };
  });
  if (asked) return;
  to_learn.clear();  // so many ask that there is no room; one of the next questions begins again
  learned_chairs.clear();
}

}  // namespace chairhub
