// An HTTP server on this machine's own loopback, driven by the event loop:
// its one descriptor is readable when there is work, and turn() does it
// without ever waiting. Slow and greedy clients meet limits, not patience.
//
// Thread rule: everything, the handler too, on the loop's thread.

#pragma once

#include <functional>
#include <memory>
#include <string>

#include "hub/core/result.h"
#include "hub/web/http.h"

namespace chairhub {

// Engineering defaults: a viewer needs a handful of connections and tiny requests.
inline constexpr unsigned max_http_connections = 64;
inline constexpr unsigned max_http_seconds_idle = 30;
inline constexpr std::size_t max_http_body_bytes = 4096;

class WebServer {
 public:
  using Handler = std::function<HttpResponse(const HttpRequest&)>;

  // Listens on 127.0.0.1. Port 0 takes a free one.
  static Result<std::unique_ptr<WebServer>> listen(int port, Handler handler);
  ~WebServer();
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;

  int port() const;
  int fd() const;
  // To be called when fd() is readable, and once a second for time-outs; never from inside a handler.
  void turn();

 private:
  struct Impl;
  explicit WebServer(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace chairhub
