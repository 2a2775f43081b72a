#include "hub/web/server.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <list>
#include <system_error>

#include <fmt/format.h>

#include "hub/web/event_stream.h"
#include "hub/web/exchange.h"
#include "hub/web/finish.h"
#include "hub/web/socket_address.h"
#include "hub/web/target.h"

namespace chairhub {
namespace {

// What a client may send too much before it is cut off instead of told so.
constexpr std::size_t max_bytes_heard_out = 65536;

HttpResponse too_large() {
  return error_response(413, fmt::format("at most {} bytes are allowed", max_http_body_bytes));
}

// Who would be cut off is told so before.
bool announces_too_much(MHD_Connection* connection) {
  const char* length = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_LENGTH);
  return length != nullptr && std::strtoull(length, nullptr, 10) > max_bytes_heard_out;
}

// The server is left to itself no longer, so that patience ends in time.
constexpr Millis longest_rest{1000};
// More work than this at a time waits until others have had their turn.
constexpr int turns_at_a_time = 8;
constexpr const char* tls_versions = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";

std::string header(MHD_Connection* connection, const char* name) {
  const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value == nullptr ? "" : value;
}

void read_headers(MHD_Connection* connection, HttpRequest& request) {
  request.host = header(connection, "Host");
  request.origin = header(connection, "Origin");
  request.cookie = header(connection, "Cookie");
  request.authorization = header(connection, "Authorization");
  request.content_type = header(connection, "Content-Type");
  request.accept_encoding = header(connection, "Accept-Encoding");
  request.if_none_match = header(connection, "If-None-Match");
  request.fetch_site = header(connection, "Sec-Fetch-Site");
  request.csrf_token = header(connection, "X-CSRF-Token");
  request.last_event_id = header(connection, "Last-Event-ID");
}

// It undoes no encoding: read_target does, with more care.
std::size_t leave_encoded(void* /*self*/, MHD_Connection* /*connection*/, char* text) {
  return std::char_traits<char>::length(text);
}

using ExchangeHandle = std::shared_ptr<Exchange>;

}  // namespace

struct WebServer::Impl {
  Handler handler;
  int port = 0;
  bool encrypted = false;
  SteadyTime now{};
  std::list<Line> lines;
  MHD_Daemon* daemon = nullptr;

  ~Impl() {
    if (daemon == nullptr) return;
    for (Line& line : lines)
      if (const auto exchange = line.exchange.lock()) exchange->go_on();
    MHD_stop_daemon(daemon);
  }

  std::size_t event_streams() const {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [](const Line& line) { return !line.events.expired(); }));
  }

  void ask(const ExchangeHandle& exchange, const char* method) {
    exchange->asked = true;
    HttpRequest& request = exchange->request;
    request.method = exchange->is_head ? "GET" : method;
    request.peer = exchange->line().peer;
    request.server_address = exchange->line().server_address;
    request.server_port = port;
    request.at = now;
    request.encrypted = encrypted;
    exchange->line().until = now + max_http_answer;
    auto target = read_target(exchange->target());
    if (!target) return exchange->answer(error_response(400, target.error().message));
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    if (exchange->body_bytes > max_http_body_bytes) return exchange->answer(too_large());
    handler(request, [weak = std::weak_ptr(exchange)](HttpResponse response) {
      const auto still = weak.lock();
      if (still) return still->answer(std::move(response));
      if (response.events) response.events->drop();
    });
  }

  MHD_Result send(MHD_Connection* connection, const ExchangeHandle& exchange) {
    HttpResponse& response = *exchange->response();
    if (response.events && (exchange->is_head || event_streams() >= max_event_streams)) {
      response.events->drop();
      response.events.reset();
      if (!exchange->is_head)
        response = error_response(503, fmt::format("{} watch already, and no more are allowed", max_event_streams));
    }
    response = finished(std::move(response), exchange->request);
    return send_answer(connection, exchange, now);
  }

  static MHD_Result hear(Exchange& exchange, std::string_view more) {
    exchange.body_bytes += more.size();
    if (exchange.body_bytes <= max_http_body_bytes) exchange.request.body.append(more);
    return exchange.body_bytes <= max_bytes_heard_out ? MHD_YES : MHD_NO;
  }

  static Line* line_of(MHD_Connection* connection) {
    return static_cast<Line*>(MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context);
  }

  static void* on_target(void* /*self*/, const char* target, MHD_Connection* connection) {
    Line& line = *line_of(connection);
    auto exchange = std::make_shared<Exchange>(connection, line, target);
    line.exchange = exchange;
    return new ExchangeHandle(std::move(exchange));  // on_completed deletes it
  }

  static MHD_Result on_request(void* self, MHD_Connection* connection, const char* /*url*/, const char* method,
                               const char* /*version*/, const char* data, std::size_t* size, void** state) {
    auto& server = *static_cast<Impl*>(self);
    const ExchangeHandle exchange = *static_cast<ExchangeHandle*>(*state);
    if (!std::exchange(exchange->seen, true)) {
      exchange->is_head = std::string_view(method) == "HEAD";
      read_headers(connection, exchange->request);
      if (!announces_too_much(connection)) return MHD_YES;
      exchange->asked = true;
      exchange->answer(too_large());
      return server.send(connection, exchange);
    }
    if (const std::size_t heard = std::exchange(*size, 0); heard > 0) return hear(*exchange, {data, heard});
    if (!exchange->asked) server.ask(exchange, method);
    if (exchange->response()) return server.send(connection, exchange);
    exchange->pause();
    return MHD_YES;
  }

  static void on_completed(void* self, MHD_Connection* /*connection*/, void** state,
                           MHD_RequestTerminationCode /*why*/) {
    const std::unique_ptr<ExchangeHandle> exchange(static_cast<ExchangeHandle*>(std::exchange(*state, nullptr)));
    if (!exchange) return;
    (*exchange)->line().until = static_cast<Impl*>(self)->now + max_http_wait;
    (*exchange)->line().events.reset();
    (*exchange)->end();
  }

  static MHD_Result on_knock(void* self, const sockaddr* address, socklen_t /*size*/) {
    const std::string peer = text_of(address);
    const std::list<Line>& lines = static_cast<Impl*>(self)->lines;
    const auto of_peer =
        std::count_if(lines.begin(), lines.end(), [&peer](const Line& line) { return line.peer == peer; });
    return is_loopback(peer) || static_cast<std::size_t>(of_peer) < max_http_connections_of_an_address ? MHD_YES
                                                                                                       : MHD_NO;
  }

  static void on_connection(void* self, MHD_Connection* connection, void** context,
                            MHD_ConnectionNotificationCode what) {
    auto& server = *static_cast<Impl*>(self);
    if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
      server.lines.remove_if([context](const Line& line) { return &line == *context; });
      *context = nullptr;
      return;
    }
    Line& line = server.lines.emplace_back();
    line.socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    line.peer = text_of(MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr);
    line.server_address = own_address(line.socket);
    line.until = server.now + max_http_wait;
    // The kernel would keep megabytes for each client that does not read.
    const int buffer = 64 * 1024;
    ::setsockopt(line.socket, SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
    *context = &line;
  }

  void end_patience() {
    for (Line& line : lines) {
      if (const auto events = line.events.lock(); events && now >= line.last_event + event_keep_alive) {
        line.last_event = now;
        if (events->behind() == 0) events->send_text(":\n\n");
      }
      if (!line.until || now < *line.until || line.is_cut) continue;
      const auto exchange = line.exchange.lock();
      if (exchange && exchange->asked && !exchange->response())
        exchange->answer(error_response(503, "the answer took too long; ask again"));
      else
        line.cut();
    }
  }
};

namespace {

// libmicrohttpd says only that it failed. What errno is left with by a certificate that it does not like depends on its
// version; what comes of listening is one of these.
std::string why_it_did_not_start(int error, bool encrypted) {
  constexpr std::array of_listening = {EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EACCES,
                                       EMFILE,     ENFILE,        ENOBUFS,      ENOMEM};
  if (std::find(of_listening.begin(), of_listening.end(), error) != of_listening.end())
    return std::generic_category().message(error);
  return encrypted ? "certificate and key do not fit together, or are not in PEM" : "the server did not start";
}

}  // namespace

WebServer::WebServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
WebServer::~WebServer() = default;

Result<std::unique_ptr<WebServer>> WebServer::listen(const ServerPlace& place, Handler handler) {
  auto impl = std::make_unique<Impl>();
  impl->handler = std::move(handler);
  impl->encrypted = !place.certificate.empty();
  const auto address = socket_address(place.address, place.port);
  if (!address) return tl::unexpected(address.error());
  unsigned flags = MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME;
  if (is_ip6(*address)) flags |= MHD_USE_IPv6;
  if (place.address == "::") flags |= MHD_USE_DUAL_STACK;  // every network, also the old ones
  if (impl->encrypted) flags |= MHD_USE_TLS;
  std::array<MHD_OptionItem, 4> tls = {{{MHD_OPTION_END, 0, nullptr}}};
  if (impl->encrypted)
    tls = {{{MHD_OPTION_HTTPS_MEM_CERT, 0, const_cast<char*>(place.certificate.c_str())},
            {MHD_OPTION_HTTPS_MEM_KEY, 0, const_cast<char*>(place.key.c_str())},
            {MHD_OPTION_HTTPS_PRIORITIES, 0, const_cast<char*>(tls_versions)},
            {MHD_OPTION_END, 0, nullptr}}};
  errno = 0;
  impl->daemon = MHD_start_daemon(
      flags, 0, &Impl::on_knock, impl.get(), &Impl::on_request, impl.get(), MHD_OPTION_SOCK_ADDR, &*address,
      MHD_OPTION_URI_LOG_CALLBACK, &Impl::on_target, impl.get(), MHD_OPTION_UNESCAPE_CALLBACK, &leave_encoded, nullptr,
      MHD_OPTION_NOTIFY_COMPLETED, &Impl::on_completed, impl.get(), MHD_OPTION_NOTIFY_CONNECTION, &Impl::on_connection,
      impl.get(), MHD_OPTION_CONNECTION_LIMIT, max_http_connections, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
      std::size_t{32768}, MHD_OPTION_ARRAY, tls.data(), MHD_OPTION_END);
  if (impl->daemon == nullptr)
    return failure(fmt::format("web: cannot listen on {}:{}: {}; another port may be free", place.address, place.port,
                               why_it_did_not_start(errno, impl->encrypted)));
  impl->port = MHD_get_daemon_info(impl->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
  return std::unique_ptr<WebServer>(new WebServer(std::move(impl)));
}

int WebServer::port() const {
  return impl_->port;
}

int WebServer::fd() const {
  return MHD_get_daemon_info(impl_->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

SteadyTime WebServer::turn(SteadyTime now) {
  impl_->now = now;
  impl_->end_patience();
  MHD_UNSIGNED_LONG_LONG rest = 0;
  for (int i = 0; i < turns_at_a_time; ++i) {
    const bool was_full = impl_->lines.size() >= max_http_connections;
    MHD_run(impl_->daemon);
    // It listens again only when it runs the next time.
    if (was_full && impl_->lines.size() < max_http_connections) continue;
    if (MHD_get_timeout(impl_->daemon, &rest) != MHD_YES) return now + longest_rest;
    if (rest > 0) break;
  }
  return now + std::min(longest_rest, Millis(static_cast<Millis::rep>(std::min<std::uint64_t>(rest, 1000))));
}

std::size_t WebServer::connections() const {
  return impl_->lines.size();
}

std::size_t WebServer::event_streams() const {
  return impl_->event_streams();
}

}  // namespace chairhub
