#include "hub/web/api.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/core/command_text.h"
#include "hub/core/utf8.h"
#include "hub/web/json.h"
#include "hub/web/metrics.h"
#include "hub/web/openapi.h"
#include "hub/web/route.h"
#include "hub/web/texts_json.h"

namespace chairhub {
namespace {

void answer_health(const ApiCall& call) {
  const std::string trouble = call.port.trouble();
  HttpResponse response;
  response.status = trouble.empty() ? 200 : 503;
  response.content_type = "text/plain";
  response.body = (trouble.empty() ? "ok" : trouble) + "\n";
  call.reply(std::move(response));
}

void answer_metrics(const ApiCall& call) {
  HttpResponse response;
  response.content_type = metrics_type;
  response.body = call.port.metrics();
  call.reply(std::move(response));
}

void answer_hub(const ApiCall& call) {
  reply_text(call, call.port.hub());
}

void answer_document(const ApiCall& call) {
  reply_text(call, std::string(openapi_document()));
}

void answer_texts(const ApiCall& call) {
  const auto language = language_from(call.name);
  if (!language) return reply_error(call, 404, "there is no language " + quote(call.name) + ": use en or de");
  reply_text(call, texts_json(*language));
}

void answer_chairs(const ApiCall& call) {
  Json list = Json::array();
  for (const auto& [id, name] : call.port.chairs()) list.push_back({{"id", id}, {"name", name}});
  reply_text(call, body_of(list));
}

// A chair itself, or what stands behind it in the path.
void answer_present(const ApiCall& call) {
  constexpr std::string_view before = "/api/chairs/";
  const std::size_t end = before.size() + call.chair.size();
  const std::string_view path = call.request.path;
  std::string body = call.port.show(call.chair, path.substr(std::min(end + 1, path.size())));
  if (!body.ends_with('\n')) body += '\n';
  reply_text(call, std::move(body));
}

bool has_chair(const ApiPort& port, std::string_view id) {
  const auto chairs = port.chairs();
  return std::any_of(chairs.begin(), chairs.end(), [id](const auto& known) { return known.id == id; });
}

// The only chair needs no name.
std::string watched_chair(const ApiPort& port, const std::optional<std::string>& asked) {
  if (asked) return *asked;
  const auto chairs = port.chairs();
  return chairs.size() == 1 ? chairs.front().id : "";
}

void answer_live(const ApiCall& call) {
  QueryReader query(call.request.query);
  const auto asked = query.text("chair");
  if (refused(call, query)) return;
  const std::string chair = watched_chair(call.port, asked);
  if (chair.empty())
    return reply_error(call, 400, "query: chair is missing, and there are several; /api/chairs lists them");
  if (!has_chair(call.port, chair))
    return reply_error(call, 404, "there is no chair " + quote(chair) + ": /api/chairs lists them");
  HttpResponse response;
  response.content_type = "text/event-stream";
  response.events = call.port.watch(chair);
  call.reply(std::move(response));
}

void answer_command(const ApiCall& call) {
  const std::string_view path = call.request.path;
  const auto command = read_command(path.substr(path.size() - call.name.size() - 4), call.request.body);
  if (!command) return reply_error(call, 400, command.error().message);
  // What is understood but cannot be done now is a conflict with how things are.
  if (const auto done = call.port.obey(call.chair, *command); !done)
    return reply_error(call, 409, done.error().message);
  reply_done(call);
}

constexpr std::array all_routes = {
    Route{"GET", "/healthz", Access::none, answer_health},
    Route{"GET", "/metrics", Access::guest, answer_metrics},
    Route{"GET", "/api/openapi.json", Access::none, answer_document},
    Route{"GET", "/api/hub", Access::guest, answer_hub},
    Route{"GET", "/api/texts/{name}", Access::none, answer_texts},
    Route{"GET", "/api/chairs", Access::guest, answer_chairs},
    Route{"GET", "/api/live", Access::guest, answer_live, true},
    Route{"GET", "/api/chairs/{chair}", Access::guest, answer_present},
    Route{"GET", "/api/chairs/{chair}/now", Access::guest, answer_present},
    Route{"GET", "/api/chairs/{chair}/pads", Access::guest, answer_present},
    Route{"GET", "/api/chairs/{chair}/pad-health", Access::guest, answer_present},
    Route{"GET", "/api/chairs/{chair}/state", Access::guest, answer_present},
    Route{"GET", "/api/chairs/{chair}/settings", Access::guest, answer_present},
    Route{"GET", "/api/chairs/{chair}/diag", Access::guest, answer_present},
    Route{"GET", "/api/chairs/{chair}/calibration", Access::guest, answer_present},
    Route{"GET", "/api/chairs/{chair}/thresholds", Access::guest, answer_present},
    Route{"GET", "/api/chairs/{chair}/day", Access::guest, answer_day, true},
    Route{"GET", "/api/chairs/{chair}/minutes", Access::guest, answer_minutes, true},
    Route{"GET", "/api/chairs/{chair}/alerts", Access::guest, answer_alerts, true},
    Route{"GET", "/api/chairs/{chair}/days", Access::guest, answer_days, true},
    Route{"GET", "/api/chairs/{chair}/trends", Access::guest, answer_trends},
    Route{"GET", "/api/chairs/{chair}/coach", Access::guest, answer_coach},
    Route{"GET", "/api/chairs/{chair}/recording", Access::guest, answer_recording},
    Route{"POST", "/api/chairs/{chair}/recording", Access::owner, begin_recording},
    Route{"DELETE", "/api/chairs/{chair}/recording", Access::owner, end_recording},
    Route{"GET", "/api/chairs/{chair}/recording.csv", Access::owner, answer_recorded_file},
    Route{"GET", "/api/chairs/{chair}/export", Access::owner, answer_export, true},
    Route{"POST", "/api/chairs/{chair}/forget", Access::owner, forget_log},
    Route{"GET", "/api/export.sqlite", Access::owner, answer_copy},
    Route{"GET", "/api/doctor", Access::owner, answer_doctor},
    Route{"POST", "/api/doctor", Access::owner, begin_examination},
    Route{"POST", "/api/chairs/{chair}/set/{name}", Access::owner, answer_command},
    Route{"POST", "/api/chairs/{chair}/cmd/{name}", Access::owner, answer_command},
};

HttpResponse wrong_method(std::string_view path) {
  std::vector<std::string_view> methods;
  for (const Route& route : routes())
    if (match(route.path, path)) methods.push_back(route.method);
  HttpResponse response = error_response(405, fmt::format("only {} is allowed here", fmt::join(methods, " and ")));
  response.headers.emplace_back("Allow", fmt::format("{}", fmt::join(methods, ", ")));
  return response;
}

std::optional<HttpResponse> denial(const Route& route, Access access) {
  if (access >= route.needs) return std::nullopt;
  if (access == Access::none) return error_response(401, "log in first, with POST /api/session");
  return error_response(403, "only the owner may do this: log in with the owner's password");
}

}  // namespace

std::span<const Route> routes() {
  return all_routes;
}

std::vector<ApiPath> api_paths() {
  std::vector<ApiPath> paths;
  for (const Route& route : routes()) paths.push_back({route.method, route.path});
  return paths;
}

void Api::answer(const HttpRequest& request, const Reply& reply) const {
  bool has_path = false;
  for (const Route& route : routes()) {
    const auto found = match(route.path, request.path);
    if (!found) continue;
    has_path = true;
    if (route.method != request.method) continue;
    if (auto denied = denial(route, request.access)) return reply(std::move(*denied));
    const ApiCall call{port_, request, reply, found->chair, found->name};
    if (route.path.find("{chair}") != std::string_view::npos && !has_chair(port_, call.chair))
      return reply_error(call, 404, "there is no chair " + quote(call.chair) + ": /api/chairs lists them");
    if (!route.takes_query && refused(call, QueryReader(request.query))) return;
    return route.answer(call);
  }
  reply(has_path ? wrong_method(request.path)
                 : error_response(
                       404, "there is nothing at " + quote(request.path) + ": /api/openapi.json lists all paths"));
}

}  // namespace chairhub
