// One path of the API and who answers it. Private to this room.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hub/web/api.h"
#include "hub/web/query_reader.h"

namespace chairhub {

// What a route's function is given.
struct ApiCall {
  const ApiPort& port;
  const HttpRequest& request;
  const Reply& reply;
  std::string_view chair;  // of the path; known to be there
  std::string_view name;   // likewise
};

struct Route {
  std::string_view method;
  std::string_view path;
  Access needs = Access::guest;
  void (*answer)(const ApiCall& call);
  bool takes_query = false;
};

// The segments of a path that stand where the route's path has a "{...}".
struct RouteMatch {
  std::string_view chair;
  std::string_view name;
};
std::optional<RouteMatch> match(std::string_view pattern, std::string_view path);

std::span<const Route> routes();

// The routes of the log and of actions; each in a file of its own.
void answer_day(const ApiCall& call);
void answer_minutes(const ApiCall& call);
void answer_alerts(const ApiCall& call);
void answer_days(const ApiCall& call);
void answer_trends(const ApiCall& call);
void answer_coach(const ApiCall& call);
void answer_recording(const ApiCall& call);
void begin_recording(const ApiCall& call);
void end_recording(const ApiCall& call);
void answer_recorded_file(const ApiCall& call);
void answer_doctor(const ApiCall& call);
void begin_examination(const ApiCall& call);
void answer_export(const ApiCall& call);
void answer_copy(const ApiCall& call);
void forget_log(const ApiCall& call);

void reply_text(const ApiCall& call, std::string body, int status = 200);
void reply_error(const ApiCall& call, int status, std::string_view sentence);
void reply_done(const ApiCall& call);
// A file to be taken away.
HttpResponse attachment(std::string_view name, std::string_view type);
// True, and answered with 400, when something in the query is not understood.
bool refused(const ApiCall& call, const QueryReader& query);

}  // namespace chairhub
