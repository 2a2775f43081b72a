// One request and its answer on their way through libmicrohttpd. Private to the
// server. A connection that waits for an answer, an event or a piece is set
// aside (suspended) until go_on(), so that it costs nothing meanwhile.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include <microhttpd.h>

#include "hub/web/http.h"

namespace chairhub {

class Exchange;

// A connection, as long as it is there.
struct Line {
  int socket = -1;
  std::string peer;
  std::string server_address;
  // When patience ends with what it is at now; never for an event stream.
  std::optional<SteadyTime> until;
  std::weak_ptr<EventStream> events;
  SteadyTime last_event{};
  std::weak_ptr<Exchange> exchange;
  bool is_cut = false;

  // Ends it without another word, whatever it is at.
  void cut();
};

class Exchange : public std::enable_shared_from_this<Exchange> {
 public:
  Exchange(MHD_Connection* connection, Line& line, std::string target)
      : target_(std::move(target)), connection_(connection), line_(&line) {}

  std::string_view target() const { return target_; }
  Line& line() const { return *line_; }

  // The answer, now or later; a second one is not heard.
  void answer(HttpResponse response);
  std::optional<HttpResponse>& response() { return response_; }

  void pause();
  void go_on();
  // The connection is free for another request, or gone.
  void end();
  bool has_ended() const { return connection_ == nullptr; }

  bool seen = false;           // its head is there
  bool asked = false;          // the handler has it
  std::size_t body_bytes = 0;  // of which no more are kept than may be sent
  bool is_head = false;
  HttpRequest request;

 private:
  std::string target_;
  MHD_Connection* connection_;
  Line* line_;
  std::optional<HttpResponse> response_;
  bool paused_ = false;
};

// Hands the answer to libmicrohttpd.
MHD_Result send_answer(MHD_Connection* connection, const std::shared_ptr<Exchange>& exchange, SteadyTime& now);

}  // namespace chairhub
