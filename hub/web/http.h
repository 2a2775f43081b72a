// A request and its answer, as much of HTTP as the rest of this room needs.

#pragma once

#include <string>

namespace chairhub {

struct HttpRequest {
  std::string method;  // "GET", "POST", ...
  std::string path;    // "/api/chairs", decoded, without a query
  std::string host;    // the header; empty when it is missing
  std::string origin;  // likewise: browsers send it with what a page wants changed
  std::string body;
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::string allow;  // with 405: the methods there are
};

}  // namespace chairhub
