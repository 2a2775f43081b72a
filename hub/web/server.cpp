#include "hub/web/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <cerrno>
#include <system_error>

#include <fmt/format.h>
#include <microhttpd.h>

#include "hub/web/api.h"
#include "hub/web/origin.h"

namespace chairhub {
namespace {

// One request while it arrives.
struct Arriving {
  std::string body;
  bool is_too_long = false;
};

std::string header(MHD_Connection* connection, const char* name) {
  const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value == nullptr ? "" : value;
}

MHD_Result send(MHD_Connection* connection, const HttpResponse& response) {
  MHD_Response* message = MHD_create_response_from_buffer(response.body.size(), const_cast<char*>(response.body.data()),
                                                          MHD_RESPMEM_MUST_COPY);
  const auto add = [message](const char* name, const std::string& value) {
    if (!value.empty()) MHD_add_response_header(message, name, value.c_str());
  };
  add("Content-Type", response.content_type);
  add("Allow", response.allow);
  add("Cache-Control", "no-store");
  add("X-Content-Type-Options", "nosniff");
  add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(response.status), message);
  MHD_destroy_response(message);
  return queued;
}

}  // namespace

struct WebServer::Impl {
  Handler handler;
  int port = 0;
  MHD_Daemon* daemon = nullptr;

  ~Impl() {
    if (daemon != nullptr) MHD_stop_daemon(daemon);
  }

  HttpResponse answer(MHD_Connection* connection, const char* url, const char* method, Arriving& arrived) const {
    HttpRequest request{method, url, header(connection, "Host"), header(connection, "Origin"), std::move(arrived.body)};
    if (const std::string refusal = refusal_of(request, port); !refusal.empty()) return error_response(403, refusal);
    if (arrived.is_too_long)
      return error_response(413, fmt::format("at most {} bytes are allowed", max_http_body_bytes));
    return handler(request);
  }

  static MHD_Result on_request(void* self, MHD_Connection* connection, const char* url, const char* method,
                               const char* /*version*/, const char* data, std::size_t* size, void** state) {
    if (*state == nullptr) {
      *state = new Arriving;  // on_completed deletes it
      return MHD_YES;
    }
    auto& arriving = *static_cast<Arriving*>(*state);
    if (*size > 0) {
      arriving.is_too_long = arriving.is_too_long || arriving.body.size() + *size > max_http_body_bytes;
      if (!arriving.is_too_long) arriving.body.append(data, *size);
      *size = 0;
      return MHD_YES;
    }
    return send(connection, static_cast<const Impl*>(self)->answer(connection, url, method, arriving));
  }

  static void on_completed(void* /*self*/, MHD_Connection* /*connection*/, void** state,
                           MHD_RequestTerminationCode /*why*/) {
    delete static_cast<Arriving*>(*state);
    *state = nullptr;
  }
};

WebServer::WebServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
WebServer::~WebServer() = default;

Result<std::unique_ptr<WebServer>> WebServer::listen(int port, Handler handler) {
  auto impl = std::make_unique<Impl>();
  impl->handler = std::move(handler);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  errno = 0;
  impl->daemon =
      MHD_start_daemon(MHD_USE_EPOLL, 0, nullptr, nullptr, &Impl::on_request, impl.get(), MHD_OPTION_SOCK_ADDR,
                       &address, MHD_OPTION_NOTIFY_COMPLETED, &Impl::on_completed, nullptr, MHD_OPTION_CONNECTION_LIMIT,
                       max_http_connections, MHD_OPTION_CONNECTION_TIMEOUT, max_http_seconds_idle,
                       MHD_OPTION_CONNECTION_MEMORY_LIMIT, std::size_t{16384}, MHD_OPTION_END);
  if (impl->daemon == nullptr)
    return failure(fmt::format("web: cannot listen on 127.0.0.1:{}: {}; another port may be free", port,
                               errno == 0 ? "the server did not start" : std::generic_category().message(errno)));
  impl->port = MHD_get_daemon_info(impl->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
  return std::unique_ptr<WebServer>(new WebServer(std::move(impl)));
}

int WebServer::port() const {
  return impl_->port;
}

int WebServer::fd() const {
  return MHD_get_daemon_info(impl_->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

void WebServer::turn() {
  MHD_run(impl_->daemon);
}

}  // namespace chairhub
