#include "hub/web/origin.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "hub/core/utf8.h"

namespace chairhub {
namespace {

constexpr std::array<std::string_view, 3> names_of_this_machine = {"localhost", "127.0.0.1", "[::1]"};

bool are_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char one, char other) {
    return std::tolower(static_cast<unsigned char>(one)) == std::tolower(static_cast<unsigned char>(other));
  });
}

// The colon before the port, not one of an IPv6 address.
std::size_t end_of_name(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const std::size_t bracket = host.rfind(']');
  if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket)) return host.size();
  return colon;
}

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_this_server(const HttpRequest& request, const std::vector<std::string>& names) {
  const std::string_view host = request.host;
  const std::size_t end = end_of_name(host);
  const std::string_view name = host.substr(0, end);
  const std::string_view port = host.substr(std::min(end + 1, host.size()));
  if (end < host.size() && !is_port(port)) return false;
  if (std::any_of(names.begin(), names.end(), [name](const auto& one) { return are_same(one, name); })) return true;
  const std::string& address = request.server_address;
  const bool is_ip6 = address.find(':') != std::string::npos;
  const bool is_here = std::any_of(names_of_this_machine.begin(), names_of_this_machine.end(),
                                   [name](auto one) { return are_same(one, name); }) ||
                       (!address.empty() && name == (is_ip6 ? "[" + address + "]" : address));
  const int usual = request.encrypted ? 443 : 80;
  return is_here && (port == std::to_string(request.server_port) || (port.empty() && request.server_port == usual));
}

// A page comes from here when it was loaded by the very name that is asked now. Under a name of ours whoever stands
// before this server may have encrypted the way to it.
bool is_from_here(const HttpRequest& request, bool by_name) {
  const std::string_view origin = request.origin;
  constexpr std::string_view plain = "http://";
  constexpr std::string_view encrypted = "https://";
  if (!request.encrypted && origin.starts_with(plain)) return are_same(origin.substr(plain.size()), request.host);
  if (!request.encrypted && !by_name) return false;
  return origin.starts_with(encrypted) && are_same(origin.substr(encrypted.size()), request.host);
}

}  // namespace

bool is_change(const HttpRequest& request) {
  return request.method != "GET" && request.method != "OPTIONS";
}

bool is_data(const HttpRequest& request) {
  const std::string_view path = request.path;
  return path == "/api" || path.starts_with("/api/") || path == "/metrics";
}

std::string refusal_of(const HttpRequest& request, const std::vector<std::string>& names) {
  const std::string allowed = "localhost:" + std::to_string(request.server_port);
  if (!is_this_server(request, names))
    return "the host " + quote(request.host) + " is not this server: use " + allowed +
           ", or name it in the configuration (names in [web])";
  const bool by_name = std::any_of(names.begin(), names.end(), [&request](const auto& name) {
    return are_same(name, std::string_view(request.host).substr(0, end_of_name(request.host)));
  });
  if (!request.origin.empty() && !is_from_here(request, by_name))
    return "a page of " + quote(request.origin) + " may not talk to this server: only its own page may";
  // What a browser says of itself; a link to the page may stand anywhere.
  const std::string_view site = request.fetch_site;
  const bool from_here = site.empty() || site == "same-origin" || site == "none";
  if (!from_here && (is_data(request) || is_change(request)))
    return "a page of another site may not talk to this server: only its own page may";
  return "";
}

}  // namespace chairhub
