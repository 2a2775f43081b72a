#include "hub/web/gate.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <sodium.h>
#include <nlohmann/json.hpp>

#include "hub/web/finish.h"
#include "hub/web/origin.h"
#include "hub/web/password.h"

namespace chairhub {
namespace {

constexpr std::string_view session_path = "/api/session";
constexpr std::string_view cookie_name = "chairhub_session";
// Each takes 64 MB while it is compared; they are compared one after the other.
constexpr int max_being_tried = 4;

std::string session_cookie(std::string_view cookies) {
  for (std::size_t begin = 0; begin < cookies.size();) {
    const std::size_t end = std::min(cookies.find(';', begin), cookies.size());
    std::string_view cookie = cookies.substr(begin, end - begin);
    begin = end + 1;
    cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
    const std::size_t equals = std::min(cookie.find('='), cookie.size());
    if (cookie.substr(0, equals) == cookie_name) return std::string(cookie.substr(std::min(equals + 1, cookie.size())));
  }
  return "";
}

// A page cannot read it (HttpOnly), and no other site's page sends it (SameSite).
std::string cookie_header(const std::string& token, bool encrypted) {
  const auto seconds = token.empty() ? 0 : max_session.count() / 1000;
  return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", cookie_name, token, seconds,
                     encrypted ? "; Secure" : "");
}

HttpResponse come_back_in(Millis wait) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  HttpResponse response = error_response(429, fmt::format("too many tries; try again in {} s", seconds));
  response.headers.emplace_back("Retry-After", std::to_string(seconds));
  return response;
}

// The page's words are part of the page, not of what it shows: the log-in itself has to say something.
bool is_for_guests(const HttpRequest& request) {
  return is_data(request) && !request.path.starts_with("/api/texts/");
}

std::optional<std::string> password_in(const std::string& body) {
  const auto json = nlohmann::json::parse(body, nullptr, false);
  if (!json.is_object() || json.size() != 1 || !json.contains("password") || !json["password"].is_string())
    return std::nullopt;
  return json["password"].get<std::string>();
}

// Of "Basic dXNlcjpwYXNzd29yZA=="; there are no users, so any name will do.
std::optional<std::string> password_of_basic(std::string_view header) {
  constexpr std::string_view basic = "Basic ";
  if (!header.starts_with(basic)) return std::nullopt;
  header.remove_prefix(basic.size());
  std::string plain(header.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(plain.data()), plain.size(), header.data(), header.size(), " ",
                        &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    return std::nullopt;
  plain.resize(size);
  const std::size_t colon = plain.find(':');
  return colon == std::string::npos ? std::nullopt : std::optional(plain.substr(colon + 1));
}

}  // namespace

Gate::Gate(GateSettings settings, Background background, Handler next)
    : settings_(std::move(settings)), background_(std::move(background)), next_(std::move(next)) {}

Access Gate::access_without_login() const {
  if (settings_.password_hash.empty()) return Access::owner;
  return settings_.guests_read ? Access::guest : Access::none;
}

void Gate::pass(const HttpRequest& asked, const Reply& reply) {
  if (const std::string refusal = refusal_of(asked, settings_.names); !refusal.empty())
    return reply(error_response(403, refusal));
  HttpRequest request = asked;
  request.access = access_without_login();
  if (settings_.password_hash.empty()) return admit(request, "", reply);
  if (!request.authorization.empty()) return pass_by_authorization(request, reply);
  std::string session = session_cookie(request.cookie);
  if (sessions_.is_open(session, request.at))
    request.access = Access::owner;
  else
    session.clear();
  admit(request, session, reply);
}

// For programs, which keep no cookies. No other site's page can send this header.
void Gate::pass_by_authorization(const HttpRequest& request, const Reply& reply) {
  auto password = password_of_basic(request.authorization);
  if (!password) return reply(error_response(401, "of what Authorization can be, only Basic is known here"));
  const auto admit_owner = [this, request, reply] {
    HttpRequest owners = request;
    owners.access = Access::owner;
    known_authorization_ = content_hash(request.authorization);
    admit(owners, "", reply);
  };
  // Who asks each second shall not cost 64 MB each second.
  if (content_hash(request.authorization) == known_authorization_) return admit_owner();
  try_password(request, std::move(*password), reply, admit_owner);
}

void Gate::try_password(const HttpRequest& request, std::string password, const Reply& reply,
                        std::function<void()> right) {
  if (being_tried_ >= max_being_tried) return reply(come_back_in(Millis{2000}));
  if (const auto wait = limit_.wait(request.peer, request.at)) return reply(come_back_in(*wait));
  ++being_tried_;
  const auto is_right = std::make_shared<bool>(false);
  background_([is_right, password = std::move(password),
               hash = settings_.password_hash] { *is_right = is_password(password, hash); },
              [this, is_right, peer = request.peer, reply, right = std::move(right)] {
                --being_tried_;
                if (!*is_right) return reply(error_response(401, "the password is not right"));
                limit_.forgive(peer);
                right();
              });
}

void Gate::admit(const HttpRequest& request, const std::string& session, const Reply& reply) {
  const bool logs_in = request.path == session_path && request.method == "POST";
  if (!session.empty() && is_change(request) && !logs_in && !sessions_.is_csrf_token(session, request.csrf_token))
    return reply(error_response(403, "X-CSRF-Token is missing or old; GET /api/session tells it"));
  if (request.path == session_path) return answer_session(request, session, reply);
  const Access needed = is_change(request) ? Access::owner : (is_for_guests(request) ? Access::guest : Access::none);
  if (request.access < needed)
    return reply(error_response(
        401, request.access == Access::guest ? "guests may look and change nothing; log in" : "log in first"));
  next_(request, reply);
}

void Gate::answer_session(const HttpRequest& request, const std::string& session, const Reply& reply) {
  if (request.method == "GET") return reply(described(request.access, session));
  if (request.method == "POST") return log_in(request, reply);
  HttpResponse response;
  if (request.method == "DELETE") {
    sessions_.close(session);
    response.status = 204;
    response.content_type.clear();
    response.headers.emplace_back("Set-Cookie", cookie_header("", request.encrypted));
    return reply(std::move(response));
  }
  response = error_response(405, "only GET, POST and DELETE are allowed here");
  response.headers.emplace_back("Allow", "GET, POST, DELETE");
  reply(std::move(response));
}

void Gate::log_in(const HttpRequest& request, const Reply& reply) {
  if (settings_.password_hash.empty()) return reply(error_response(409, "there is no password, so nobody need log in"));
  if (!request.content_type.starts_with("application/json"))
    return reply(error_response(415, "send application/json: {\"password\": \"...\"}"));
  auto password = password_in(request.body);
  if (!password) return reply(error_response(400, "send {\"password\": \"...\"} and nothing else"));
  const auto open = [this, reply, at = request.at, encrypted = request.encrypted] {
    const std::string token = sessions_.open(at);
    HttpResponse response = described(Access::owner, token);
    response.headers.emplace_back("Set-Cookie", cookie_header(token, encrypted));
    reply(std::move(response));
  };
  try_password(request, std::move(*password), reply, open);
}

HttpResponse Gate::described(Access access, const std::string& session) const {
  static constexpr std::array<const char*, 3> words = {"none", "guest", "owner"};
  HttpResponse response;
  response.body = nlohmann::ordered_json{{"access", words.at(static_cast<std::size_t>(access))},
                                         {"password_set", !settings_.password_hash.empty()},
                                         {"csrf", session.empty() ? "" : sessions_.csrf_token(session)}}
                      .dump() +
                  "\n";
  return response;
}

}  // namespace chairhub
