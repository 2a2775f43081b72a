#include "hub/web/route.h"

#include <algorithm>

#include "hub/web/json.h"

namespace chairhub {
namespace {

// The text up to the next "/", which goes too.
std::string_view next_segment(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('/'), rest.size());
  const std::string_view segment = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return segment;
}

}  // namespace

std::optional<RouteMatch> match(std::string_view pattern, std::string_view path) {
  if (std::count(pattern.begin(), pattern.end(), '/') != std::count(path.begin(), path.end(), '/')) return std::nullopt;
  RouteMatch found;
  while (!pattern.empty()) {
    const std::string_view wanted = next_segment(pattern);
    const std::string_view given = next_segment(path);
    if (wanted == "{chair}")
      found.chair = given;
    else if (wanted.starts_with("{"))
      found.name = given;
    else if (wanted != given)
      return std::nullopt;
  }
  return found;
}

void reply_text(const ApiCall& call, std::string body, int status) {
  call.reply(json_response(std::move(body), status));
}

void reply_error(const ApiCall& call, int status, std::string_view sentence) {
  call.reply(error_response(status, sentence));
}

void reply_done(const ApiCall& call) {
  HttpResponse response;
  response.status = 204;
  response.content_type = "";
  call.reply(std::move(response));
}

bool refused(const ApiCall& call, const QueryReader& query) {
  const auto understood = query.done();
  if (!understood) reply_error(call, 400, understood.error().message);
  return !understood;
}

}  // namespace chairhub
