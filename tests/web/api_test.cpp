#include "hub/web/api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace chairhub::api_test {

using ::testing::HasSubstr;
using Json = nlohmann::json;

// A hub with two chairs that notes what it is told to do.
class ApiTest : public ::testing::Test {
 protected:
  HttpResponse get(const std::string& path) const { return ask("GET", path, ""); }
  HttpResponse post(const std::string& path, const std::string& body) const { return ask("POST", path, body); }
  HttpResponse ask(const std::string& method, const std::string& path, const std::string& body) const {
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    return api_.answer(request);
  }
  static std::string error_of(const HttpResponse& response) { return Json::parse(response.body)["error"]; }

  std::vector<std::pair<std::string, Command>> obeyed_;
  std::string refusal_;
  std::string trouble_;
  const Api api_{ApiPort{
      [] { return std::vector<ApiPort::ChairName>{{"desk", "Desk"}, {"lab", "Lab \"2\""}}; },
      [](std::string_view chair, std::string_view what) { return std::string(chair) + "'s " + std::string(what); },
      [this](std::string_view chair, const Command& command) -> Result<void> {
        if (!refusal_.empty()) return failure(refusal_);
        obeyed_.emplace_back(chair, command);
        return {};
      },
      [this] { return trouble_; }}};
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
       {"/", "/api", "/api/chairs/", "/api/chairs/sofa/state", "/api/chairs/desk", "/api/chairs/desk/",
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
