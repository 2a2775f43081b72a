#include "hub/web/api.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "hub/core/command_text.h"
#include "hub/core/utf8.h"

namespace chairhub {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view chairs_path = "/api/chairs";
constexpr std::array<std::string_view, 3> shown = {"state", "settings", "diag"};

std::string dump(const Json& json) {
  // What is not UTF-8 is replaced, as over MQTT, rather than thrown about.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

HttpResponse only(const char* method) {
  HttpResponse response = error_response(405, std::string("only ") + method + " is allowed here");
  response.headers.emplace_back("Allow", method);
  return response;
}

HttpResponse json(std::string body) {
  HttpResponse response;
  response.body = std::move(body);
  return response;
}

HttpResponse plain(int status, const std::string& line) {
  HttpResponse response;
  response.status = status;
  response.content_type = "text/plain";
  response.body = line + "\n";
  return response;
}

HttpResponse done() {
  HttpResponse response;
  response.status = 204;
  response.content_type = "";
  return response;
}

HttpResponse not_found(std::string_view path) {
  return error_response(404, "there is nothing at " + quote(path) +
                                 ": use /api/chairs, /api/chairs/ID/state, settings, diag, set/NAME or cmd/NAME");
}

}  // namespace

HttpResponse Api::answer(const HttpRequest& request) const {
  const std::string_view path = request.path;
  if (path == "/healthz") {
    if (request.method != "GET") return only("GET");
    const std::string trouble = port_.trouble();
    return trouble.empty() ? plain(200, "ok") : plain(503, trouble);
  }
  if (path == chairs_path) return request.method == "GET" ? list_chairs() : only("GET");
  if (!path.starts_with(chairs_path) || path[chairs_path.size()] != '/') return not_found(path);
  const std::string_view below = path.substr(chairs_path.size() + 1);
  const std::size_t slash = std::min(below.find('/'), below.size());
  return answer_of_chair(request, below.substr(0, slash), below.substr(std::min(slash + 1, below.size())));
}

HttpResponse Api::list_chairs() const {
  Json list = Json::array();
  for (const auto& [id, name] : port_.chairs()) list.push_back(Json{{"id", id}, {"name", name}});
  return json(dump(list));
}

bool Api::knows(std::string_view chair) const {
  const auto chairs = port_.chairs();
  return std::any_of(chairs.begin(), chairs.end(), [chair](const auto& known) { return known.id == chair; });
}

HttpResponse Api::answer_of_chair(const HttpRequest& request, std::string_view chair, std::string_view rest) const {
  if (!knows(chair)) return error_response(404, "there is no chair " + quote(chair) + ": /api/chairs lists them");
  if (rest.starts_with("set/") || rest.starts_with("cmd/"))
    return request.method == "POST" ? command(request, chair, rest) : only("POST");
  if (std::find(shown.begin(), shown.end(), rest) == shown.end()) return not_found(request.path);
  if (request.method != "GET") return only("GET");
  return json(port_.show(chair, rest) + "\n");
}

HttpResponse Api::command(const HttpRequest& request, std::string_view chair, std::string_view path) const {
  const auto command = read_command(path, request.body);
  if (!command) return error_response(400, command.error().message);
  // What is understood but cannot be done now is a conflict with how things are.
  if (const auto obeyed = port_.obey(chair, *command); !obeyed) return error_response(409, obeyed.error().message);
  return done();
}

}  // namespace chairhub
