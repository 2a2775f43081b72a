// The HTTP API: which paths there are, who may ask for them, and what they
// answer. routes() is the one list of them; openapi.json describes each. What
// is shown of the present is made at once, what is in the log comes later.
//
// Errors are {"error": "a sentence"} with a status of 400 or above.
//
// Thread rule: everything on the loop's thread.

#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/result.h"
#include "hub/core/settings.h"
#include "hub/web/action_json.h"
#include "hub/web/event_stream.h"
#include "hub/web/http.h"
#include "hub/web/log_requests.h"

namespace chairhub {

// What the API asks the running hub, all on the loop's thread.
struct ApiPort {
  struct ChairName {
    std::string id;
    std::string name;
  };
  std::function<std::vector<ChairName>()> chairs;
  std::function<std::string()> hub;
  std::function<std::string()> metrics;  // for Prometheus
  // JSON of a chair by its path's last word: "state", "settings", "now", ...; empty: the chair itself.
  std::function<std::string(std::string_view chair, std::string_view what)> show;
  std::function<Result<void>(std::string_view chair, const Command& command)> obey;
  std::function<std::string()> trouble;  // why the hub is not well; empty when it is
  std::function<std::shared_ptr<EventStream>(std::string_view chair)> watch;
  // Answers from the log, later.
  std::function<void(LogRequest request, const Reply& reply)> read;
  // Raw frames of a chair.
  std::function<RecordingView(std::string_view chair)> recording;
  std::function<Result<void>(std::string_view chair, Seconds length)> record;
  std::function<void(std::string_view chair)> end_recording;
  std::function<Result<Pieces>(std::string_view chair)> recorded_file;
  std::function<DoctorView()> doctor;
  std::function<Result<void>()> examine;
  // Log to take away: one table, or all of the database.
  std::function<Pieces(ExportRequest request)> export_log;
  std::function<void(std::function<void(Result<Pieces>)> reply)> copy_log;
  std::function<void(const ForgetRequest& request, std::function<void(Result<void>)> reply)> forget;
};

// A path that there is. "{chair}" and "{name}" stand for one segment each.
struct ApiPath {
  std::string_view method;
  std::string_view path;
};
std::vector<ApiPath> api_paths();

class Api {
 public:
  explicit Api(ApiPort port) : port_(std::move(port)) {}

  void answer(const HttpRequest& request, const Reply& reply) const;

 private:
  ApiPort port_;
};

}  // namespace chairhub
