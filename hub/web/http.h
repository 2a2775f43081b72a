// A request, its answer, and the way from one to the other: as much of HTTP as
// the rest of the program needs. An answer may come later, may be a stream of
// events, or may be so large that it is made piece by piece.
//
// Thread rule: all of it on the loop's thread.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/core/time.h"

namespace chairhub {

class EventStream;

// What whoever asks may do: nothing, read, or everything.
enum class Access : std::uint8_t { none, guest, owner };

struct HttpRequest {
  std::string method;                                     // "GET", "POST", ...; a HEAD is handed on as a GET
  std::string path;                                       // "/api/chairs", decoded, without a query
  std::map<std::string, std::string, std::less<>> query;  // decoded; of a name that comes twice, the first
  std::string body;

  // Headers; empty where there is none.
  std::string host;
  std::string origin;  // browsers send it with what a page wants changed
  std::string cookie;
  std::string authorization;
  std::string content_type;
  std::string accept_encoding;
  std::string if_none_match;
  std::string fetch_site;     // Sec-Fetch-Site
  std::string csrf_token;     // X-CSRF-Token
  std::string last_event_id;  // of an event stream that is taken up again

  std::string peer;            // whose request it is, such as "127.0.0.1"
  std::string server_address;  // the address of ours that it came to
  int server_port = 0;
  bool encrypted = false;
  SteadyTime at{};  // when it was there in whole
  Access access = Access::owner;
};

// Asked for the next piece each time the client has taken the last one; gives
// it at once or later. An empty piece is the end; none says that it cannot go
// on: the connection is closed, so that nobody takes half for the whole.
using TakePiece = std::function<void(std::optional<std::string>)>;
using Pieces = std::function<void(TakePiece)>;

// Of a function that has its pieces at hand.
Pieces pieces_of(std::function<std::string()> next);

struct HttpResponse {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // more of them; they go before the usual ones
  std::string version;                                       // what the content is known by; empty: its own hash
  // At most one of these; with it there is no body.
  std::shared_ptr<EventStream> events;
  Pieces pieces;

  // The value of a further header; empty when there is none.
  std::string_view header(std::string_view name) const;
};

// Called once, at once or later; it may be called when the client has gone, and
// when the server has.
using Reply = std::function<void(HttpResponse)>;
using Handler = std::function<void(const HttpRequest&, const Reply&)>;

// {"error": sentence}
HttpResponse error_response(int status, std::string_view sentence);

}  // namespace chairhub
