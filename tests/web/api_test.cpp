#include "hub/web/api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/web/calm_hub.h"

namespace chairhub::api_test {

using ::testing::HasSubstr;
using Json = nlohmann::json;

// A hub with two chairs that notes what it is told to do.
class ApiTest : public ::testing::Test {
 protected:
  HttpResponse get(const std::string& path) const { return ask("GET", path, ""); }
  HttpResponse post(const std::string& path, const std::string& body) const { return ask("POST", path, body); }
  HttpResponse get(const std::string& path, std::map<std::string, std::string, std::less<>> query) const {
    HttpRequest request;
    request.method = "GET";
    request.path = path;
    request.query = std::move(query);
    return answer_to(request);
  }
  HttpResponse ask(const std::string& method, const std::string& path, const std::string& body) const {
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    return answer_to(request);
  }
  HttpResponse answer_to(const HttpRequest& request) const {
    HttpResponse answer;
    api_.answer(request, [&answer](HttpResponse given) { answer = std::move(given); });
    return answer;
  }
  static std::string error_of(const HttpResponse& response) { return Json::parse(response.body)["error"]; }

  std::vector<std::pair<std::string, Command>> obeyed_;
  std::string refusal_;
  std::string trouble_;
  std::shared_ptr<EventStream> stream_ = std::make_shared<EventStream>();
  std::string watched_;
  std::vector<LogRequest> asked_;
  RecordingView recording_;
  std::optional<ExportRequest> exported_;
  std::optional<ForgetRequest> forgotten_;
  const Api api_{port()};

 private:
  ApiPort port() {
    ApiPort port = calm_hub();
    port.chairs = [] { return std::vector<ApiPort::ChairName>{{"desk", "Desk"}, {"lab", "Lab \"2\""}}; };
    port.hub = [] { return std::string("the hub\n"); };
    port.show = [](std::string_view chair, std::string_view what) {
      return std::string(chair) + "'s " + std::string(what);
    };
    port.obey = [this](std::string_view chair, const Command& command) -> Result<void> {
      if (!refusal_.empty()) return failure(refusal_);
      obeyed_.emplace_back(chair, command);
      return {};
    };
    port.trouble = [this] { return trouble_; };
    port.watch = [this](std::string_view chair) {
      watched_ = chair;
      return stream_;
    };
    port.read = [this](LogRequest request, const Reply& reply) {
      asked_.push_back(std::move(request));
      reply(HttpResponse{});
    };
    port.recording = [this](std::string_view) { return recording_; };
    port.record = [this](std::string_view, Seconds length) -> Result<void> {
      if (!refusal_.empty()) return failure(refusal_);
      recording_ = {true, WallTime{}, length, 0, "desk.csv", ""};
      return {};
    };
    port.end_recording = [this](std::string_view) { recording_.running = false; };
    port.export_log = [this](const ExportRequest& request) {
      exported_ = request;
      return pieces_of([] { return std::string(); });
    };
    port.forget = [this](const ForgetRequest& request, const auto& reply) {
      forgotten_ = request;
      reply({});
    };
    return port;
  }
};

TEST_F(ApiTest, ListsTheChairs) {
  const HttpResponse response = get("/api/chairs");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(Json::parse(response.body),
            Json::parse(R"([{"id": "desk", "name": "Desk"}, {"id": "lab", "name": "Lab \"2\""}])"));
}

TEST_F(ApiTest, ShowsAChairsStateSettingsAndDiag) {
  for (const char* what : {"state", "settings", "diag"})
    EXPECT_EQ(get(std::string("/api/chairs/lab/") + what).body, std::string("lab's ") + what + "\n");
}

TEST_F(ApiTest, ShowsWhatAPageNeedsOfThePresent) {
  EXPECT_EQ(get("/api/hub").body, "the hub\n");
  EXPECT_EQ(get("/api/chairs/lab").body, "lab's \n");
  for (const char* what : {"now", "pads", "pad-health", "calibration", "thresholds"})
    EXPECT_EQ(get(std::string("/api/chairs/desk/") + what).body, std::string("desk's ") + what + "\n");
}

TEST_F(ApiTest, LetsSomebodyWatchAChairLive) {
  const HttpResponse response = get("/api/live", {{"chair", "lab"}});
  EXPECT_EQ(response.content_type, "text/event-stream");
  EXPECT_EQ(response.events, stream_);
  EXPECT_EQ(watched_, "lab");
  EXPECT_THAT(error_of(get("/api/live", {})), HasSubstr("there are several"));
  EXPECT_EQ(get("/api/live", {{"chair", "sofa"}}).status, 404);
}

TEST_F(ApiTest, RefusesWhatNobodyHasAskedForInAQuery) {
  EXPECT_THAT(error_of(get("/api/hub", {{"colour", "red"}})), HasSubstr("'colour' is not known"));
  EXPECT_THAT(error_of(get("/api/live", {{"chari", "lab"}})), HasSubstr("allowed are chair"));
}

TEST_F(ApiTest, HandsOnQuestionsToTheLogAsTheyWereMeant) {
  EXPECT_EQ(get("/api/chairs/lab/day", {{"date", "2026-03-02"}}).status, 200);
  EXPECT_EQ(get("/api/chairs/lab/minutes", {{"from_ms", "5"}, {"to_ms", "9"}}).status, 200);
  EXPECT_EQ(get("/api/chairs/lab/alerts", {{"cause", "asymmetric"}, {"limit", "3"}, {"before_id", "9"}}).status, 200);
  ASSERT_EQ(asked_.size(), 3U);
  EXPECT_EQ(asked_[0].chair, "lab");
  EXPECT_EQ(std::get<DayRequest>(asked_[0].question).day,
            Date(std::chrono::year(2026), std::chrono::month(3), std::chrono::day(2)));
  EXPECT_EQ(std::get<MinutesRequest>(asked_[1].question).range.to, WallTime(Millis(9)));
  const auto& alerts = std::get<AlertsRequest>(asked_[2].question);
  EXPECT_EQ(alerts.cause, Cause::asymmetric);
  EXPECT_EQ(alerts.limit, 3);
  EXPECT_EQ(alerts.before, 9U);
}

TEST_F(ApiTest, SaysWhatIsAllowedInAQuery) {
  const auto error = [this](const std::string& view, const std::string& name, const std::string& value) {
    const HttpResponse response = get("/api/chairs/desk/" + view, {{name, value}});
    EXPECT_EQ(response.status, 400) << view << " " << name << " " << value;
    return error_of(response);
  };
  for (const char* odd : {"", "today", "2026-02-30", "2026-3-2", "1969-12-31", "9999-01-01", "2026-03-02T00"})
    EXPECT_THAT(error("day", "date", odd), HasSubstr("write it as 2026-03-02"));
  for (const char* odd : {"", "-1", "1.5", "1e3", "253402300800000", "99999999999999999999"})
    EXPECT_THAT(error("minutes", "from_ms", odd), HasSubstr("Unix milliseconds"));
  EXPECT_THAT(error("alerts", "cause", "boredom"), HasSubstr("bent_forward"));
  EXPECT_THAT(error("alerts", "limit", "251"), HasSubstr("from 1 to 250"));
  EXPECT_THAT(error_of(get("/api/chairs/desk/minutes", {{"from_ms", "9"}, {"to_ms", "9"}})), HasSubstr("later"));
  EXPECT_THAT(error_of(get("/api/chairs/desk/minutes", {{"from_ms", "9"}, {"date", "2026-03-02"}})),
              HasSubstr("date goes without"));
  EXPECT_THAT(error_of(get("/api/chairs/desk/days", {{"from", "2020-01-01"}, {"to", "2026-01-01"}})),
              HasSubstr("1500 days"));
  EXPECT_TRUE(asked_.empty());
}

TEST_F(ApiTest, RecordsOnceAtATime) {
  EXPECT_EQ(ask("DELETE", "/api/chairs/desk/recording", "").status, 409);
  EXPECT_EQ(get("/api/chairs/desk/recording.csv").status, 404);
  EXPECT_EQ(post("/api/chairs/desk/recording", R"({"seconds": 0})").status, 400);
  const HttpResponse begun = post("/api/chairs/desk/recording", R"({"seconds": 60})");
  EXPECT_EQ(begun.status, 202);
  EXPECT_EQ(Json::parse(begun.body)["running"], true);
  EXPECT_EQ(get("/api/chairs/desk/recording.csv").status, 409);
  refusal_ = "a recording is running already";
  EXPECT_EQ(error_of(post("/api/chairs/desk/recording", R"({"seconds": 60})")), refusal_);
  EXPECT_EQ(ask("DELETE", "/api/chairs/desk/recording", "").status, 200);
}

TEST_F(ApiTest, HandsOutTablesAsFiles) {
  const HttpResponse file = get("/api/chairs/desk/export", {{"what", "spans"}, {"format", "json"}});
  EXPECT_EQ(file.header("Content-Disposition"), "attachment; filename=\"desk-spans.json\"");
  EXPECT_TRUE(exported_->as_json);
  EXPECT_EQ(exported_->table, "spans");
  EXPECT_THAT(error_of(get("/api/chairs/desk/export", {})), HasSubstr("what is missing"));
}

TEST_F(ApiTest, ForgetsOnlyWhatWasConfirmed) {
  EXPECT_EQ(post("/api/chairs/desk/forget", R"({"confirm": "lab"})").status, 400);
  EXPECT_FALSE(forgotten_);
  EXPECT_EQ(post("/api/chairs/desk/forget", R"({"confirm": "desk", "to_ms": 9})").status, 204);
  EXPECT_EQ(forgotten_->to, WallTime(Millis(9)));
}

TEST_F(ApiTest, LetsAGuestLookAndChangeNothing) {
  HttpRequest request;
  request.method = "GET";
  request.path = "/api/chairs/desk/now";
  request.access = Access::guest;
  EXPECT_EQ(answer_to(request).status, 200);
  request.access = Access::none;
  EXPECT_EQ(answer_to(request).status, 401);
  request.path = "/healthz";
  EXPECT_EQ(answer_to(request).status, 200);
  request.method = "POST";
  request.path = "/api/chairs/desk/set/alerts";
  request.body = "OFF";
  request.access = Access::guest;
  EXPECT_EQ(answer_to(request).status, 403);
  EXPECT_TRUE(obeyed_.empty());
}

TEST_F(ApiTest, HandsOnCommandsInTheWordsOfMqtt) {
  EXPECT_EQ(post("/api/chairs/desk/set/meeting", "ON").status, 204);
  EXPECT_EQ(post("/api/chairs/lab/cmd/exercise", "hurts side_bend").status, 204);
  ASSERT_EQ(obeyed_.size(), 2U);
  EXPECT_TRUE(std::get<SetMeeting>(obeyed_[0].second).on);
  EXPECT_EQ(obeyed_[1].first, "lab");
  EXPECT_EQ(std::get<AnswerExercise>(obeyed_[1].second).answer, ExerciseAnswer::hurts);
}

TEST_F(ApiTest, SaysWhatIsWrongWithACommand) {
  const HttpResponse misspelt = post("/api/chairs/desk/set/meeting", "on");
  EXPECT_EQ(misspelt.status, 400);
  EXPECT_THAT(error_of(misspelt), HasSubstr("send ON or OFF"));
  EXPECT_EQ(post("/api/chairs/desk/cmd/reboot", "now").status, 400);
  EXPECT_TRUE(obeyed_.empty());
}

TEST_F(ApiTest, TellsWhatCannotBeDoneNow) {
  refusal_ = "tare needs an empty chair, and something is on it";
  const HttpResponse refused = post("/api/chairs/desk/cmd/tare", "PRESS");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(error_of(refused), refusal_);
}

TEST_F(ApiTest, KnowsOnlyWhatThereIs) {
  for (const char* path :
       {"/", "/api", "/api/chairs/", "/api/chairs/sofa/state", "/api/chairs//state", "/api/chairs/desk/",
        "/api/chairs/desk/secret", "/api/chairsdesk", "/api/chairs/desk/state/more"})
    EXPECT_EQ(get(path).status, 404) << path;
}

TEST_F(ApiTest, ReadsByGetAndChangesByPostOnly) {
  EXPECT_EQ(post("/api/chairs", "").header("Allow"), "GET");
  EXPECT_EQ(post("/api/chairs/desk/state", "").status, 405);
  EXPECT_EQ(get("/api/chairs/desk/set/alerts").header("Allow"), "POST");
  EXPECT_EQ(post("/healthz", "").status, 405);
}

TEST_F(ApiTest, IsHealthyUntilThereIsTrouble) {
  EXPECT_EQ(get("/healthz").body, "ok\n");
  trouble_ = "the disk is full; make room";
  EXPECT_EQ(get("/healthz").status, 503);
  EXPECT_EQ(get("/healthz").body, "the disk is full; make room\n");
}

TEST_F(ApiTest, AnswersAnyBytesInAPathOrABody) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string odd(3, static_cast<char>(byte));
    EXPECT_GE(get("/api/chairs/" + odd + "/state").status, 400);
    EXPECT_GE(post("/api/chairs/desk/set/alerts", odd).status, 400);
    EXPECT_TRUE(Json::accept(get("/" + odd).body));
  }
}

}  // namespace chairhub::api_test
