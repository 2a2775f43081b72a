// An HTTP server, driven by the event loop: its one descriptor is readable when
// there is work, and turn() does it without ever waiting. It knows connections
// and their limits; what may be asked and what is answered is the handler's.
// Slow and greedy clients meet limits, not patience.
//
// Thread rule: everything, the handler too, on the loop's thread.

#pragma once

#include <memory>
#include <string>

#include "hub/core/result.h"
#include "hub/web/http.h"

namespace chairhub {

// Engineering defaults: a viewer needs a handful of connections and tiny requests.
inline constexpr unsigned max_http_connections = 128;
// So that one machine leaves room for others; this one's own programs are not counted.
inline constexpr std::size_t max_http_connections_of_an_address = 32;
inline constexpr std::size_t max_http_body_bytes = 4096;
inline constexpr std::size_t max_event_streams = 64;
// From when a connection is free until a request is there in whole, however it trickles in.
inline constexpr Millis max_http_wait{30'000};
// From when a request is there until its answer is, and until an answer or a piece of it is taken.
inline constexpr Millis max_http_answer{60'000};
// Shows that an event stream still has somebody at its other end.
inline constexpr Millis event_keep_alive{15'000};

struct ServerPlace {
  std::string address = "127.0.0.1";
  int port = 0;             // 0 takes a free one
  std::string certificate;  // of TLS, in PEM; empty: nothing is encrypted
  std::string key;
};

class WebServer {
 public:
  static Result<std::unique_ptr<WebServer>> listen(const ServerPlace& place, Handler handler);
  ~WebServer();
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;

  int port() const;
  int fd() const;
  // To be called when fd() is readable and at the time it returned; never from inside a handler.
  SteadyTime turn(SteadyTime now);

  std::size_t connections() const;
  std::size_t event_streams() const;

 private:
  struct Impl;
  explicit WebServer(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace chairhub
