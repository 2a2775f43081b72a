// The HTTP API: which paths there are, and what they answer. States are the
// same JSON as over MQTT, commands the same words.
//
//   GET  /healthz                          "ok", or 503 and what is wrong
//   GET  /api/chairs                       [{"id": "desk", "name": "Desk"}]
//   GET  /api/chairs/ID/state              also settings, diag
//   POST /api/chairs/ID/set/NAME           the value as text, such as OFF: 204
//   POST /api/chairs/ID/cmd/NAME           likewise, such as 30 for a snooze
//
// Errors are {"error": "a sentence"} with a status of 400 or above.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/result.h"
#include "hub/core/settings.h"
#include "hub/web/http.h"

namespace chairhub {

// What the API asks the running hub, all on the loop's thread.
struct ApiPort {
  struct ChairName {
    std::string id;
    std::string name;
  };
  std::function<std::vector<ChairName>()> chairs;
  // JSON of "state", "settings" or "diag" of a chair.
  std::function<std::string(std::string_view chair, std::string_view what)> show;
  std::function<Result<void>(std::string_view chair, const Command& command)> obey;
  std::function<std::string()> trouble;  // why the hub is not well; empty when it is
};

class Api {
 public:
  explicit Api(ApiPort port) : port_(std::move(port)) {}

  HttpResponse answer(const HttpRequest& request) const;

 private:
  HttpResponse list_chairs() const;
  HttpResponse answer_of_chair(const HttpRequest& request, std::string_view chair, std::string_view rest) const;
  HttpResponse command(const HttpRequest& request, std::string_view chair, std::string_view path) const;
  bool knows(std::string_view chair) const;

  ApiPort port_;
};

}  // namespace chairhub
