#include "hub/web/origin.h"

#include <array>
#include <string_view>

#include "hub/core/utf8.h"

namespace chairhub {
namespace {

constexpr std::array<std::string_view, 3> names_of_this_machine = {"localhost", "127.0.0.1", "[::1]"};

// "localhost:8080", or "localhost" on the port that needs no mention.
bool is_this_server(std::string_view host, int port) {
  for (const std::string_view name : names_of_this_machine) {
    if (!host.starts_with(name)) continue;
    const std::string_view rest = host.substr(name.size());
    if (rest == ":" + std::to_string(port) || (rest.empty() && port == 80)) return true;
  }
  return false;
}

}  // namespace

std::string refusal_of(const HttpRequest& request, int port) {
  const std::string allowed = "localhost:" + std::to_string(port);
  if (!is_this_server(request.host, port))
    return "the host " + quote(request.host) + " is not this server: use " + allowed;
  constexpr std::string_view http = "http://";
  const std::string_view origin = request.origin;
  const bool from_here = origin.starts_with(http) && is_this_server(origin.substr(http.size()), port);
  if (origin.empty() || from_here) return "";
  return "a page of " + quote(origin) + " may not talk to this server: only pages of http://" + allowed + " may";
}

}  // namespace chairhub
