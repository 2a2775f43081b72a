// Who may ask what, and how one logs in.

#include "hub/web/gate.h"

#include <array>
#include <deque>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>
#include <nlohmann/json.hpp>

namespace chairhub::gate_test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Json = nlohmann::json;

// As Argon2 makes it, but quick.
std::string quick_hash(const std::string& password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  EXPECT_EQ(crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_MIN,
                              crypto_pwhash_MEMLIMIT_MIN),
            0);
  return hash.data();
}

class GateTest : public ::testing::Test {
 protected:
  GateTest() {
    request_.host = "localhost:8080";
    request_.server_address = "127.0.0.1";
    request_.server_port = 8080;
    request_.peer = "192.168.1.9";
    settings_.password_hash = quick_hash("seven chairs");
  }
  void open() {
    gate_ = std::make_unique<Gate>(
        settings_,
        [this](std::function<void()> work, std::function<void()> done) {
          tried_.push_back([work, done] {
            work();
            done();
          });
          if (at_once_) finish_tries();
        },
        [this](const HttpRequest& request, const Reply& reply) {
          passed_.push_back(request);
          reply(HttpResponse{});
        });
  }
  void finish_tries() {
    for (; !tried_.empty(); tried_.pop_front()) tried_.front()();
  }
  HttpResponse ask(const std::string& method, const std::string& path, const std::string& body = "") {
    if (!gate_) open();
    request_.method = method;
    request_.path = path;
    request_.body = body;
    request_.content_type = "application/json";
    const auto answer = std::make_shared<HttpResponse>();
    answer->status = 0;  // until there is one
    gate_->pass(request_, [answer](HttpResponse response) { *answer = std::move(response); });
    return *answer;
  }
  HttpResponse log_in(const std::string& password = "seven chairs") {
    HttpResponse answer = ask("POST", "/api/session", Json{{"password", password}}.dump());
    const std::string cookie(answer.header("Set-Cookie"));
    if (answer.status == 200) {
      request_.cookie = "theme=dark; " + cookie.substr(0, cookie.find(';'));
      request_.csrf_token = Json::parse(answer.body)["csrf"];
    }
    return answer;
  }
  std::string access() { return Json::parse(ask("GET", "/api/session").body)["access"]; }

  GateSettings settings_;
  HttpRequest request_;
  std::unique_ptr<Gate> gate_;
  std::deque<std::function<void()>> tried_;
  bool at_once_ = true;
  std::vector<HttpRequest> passed_;
};

TEST_F(GateTest, WithoutAPasswordWhoReachesTheServerIsItsOwner) {
  settings_.password_hash.clear();
  EXPECT_EQ(ask("POST", "/api/chairs/desk/set/meeting", "ON").status, 200);
  EXPECT_EQ(passed_.at(0).access, Access::owner);
  EXPECT_EQ(Json::parse(ask("GET", "/api/session").body),
            Json::parse(R"({"access": "owner", "password_set": false, "csrf": ""})"));
  EXPECT_EQ(log_in("anything").status, 409);
}

TEST_F(GateTest, TurnsOtherSitesAway) {
  request_.origin = "https://evil.example";
  EXPECT_EQ(ask("POST", "/api/chairs/desk/set/meeting", "ON").status, 403);
  EXPECT_EQ(log_in().status, 403);
  request_.origin = "";
  request_.host = "evil.example:8080";
  EXPECT_EQ(ask("GET", "/").status, 403);
  EXPECT_THAT(passed_, IsEmpty());
}

TEST_F(GateTest, ShowsStrangersThePageAndNothingElse) {
  EXPECT_EQ(ask("GET", "/").status, 200);
  EXPECT_EQ(passed_.at(0).access, Access::none);
  EXPECT_EQ(ask("GET", "/healthz").status, 200);
  EXPECT_EQ(ask("GET", "/api/texts/en").status, 200);  // the words of the log-in
  for (const char* path : {"/api", "/api/chairs", "/api/chairs/desk/state", "/metrics"})
    EXPECT_EQ(ask("GET", path).status, 401) << path;
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "odd"})
    EXPECT_EQ(ask(method, "/anything").status, 401) << method;
  EXPECT_EQ(access(), "none");
  EXPECT_EQ(passed_.size(), 3U);
}

TEST_F(GateTest, GuestsLookAndChangeNothing) {
  settings_.guests_read = true;
  EXPECT_EQ(access(), "guest");
  EXPECT_EQ(ask("GET", "/api/chairs").status, 200);
  EXPECT_EQ(ask("GET", "/metrics").status, 200);
  EXPECT_EQ(passed_.at(0).access, Access::guest);
  const HttpResponse refused = ask("POST", "/api/chairs/desk/set/meeting", "ON");
  EXPECT_EQ(refused.status, 401);
  EXPECT_THAT(refused.body, HasSubstr("log in"));
}

TEST_F(GateTest, WhoKnowsThePasswordIsTheOwner) {
  const HttpResponse answer = log_in();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(Json::parse(answer.body)["access"], "owner");
  EXPECT_THAT(std::string(answer.header("Set-Cookie")), AllOf(HasSubstr("HttpOnly"), HasSubstr("SameSite=Strict"),
                                                              HasSubstr("Path=/"), Not(HasSubstr("Secure"))));
  EXPECT_EQ(access(), "owner");
  EXPECT_EQ(ask("GET", "/api/chairs").status, 200);
  EXPECT_EQ(ask("POST", "/api/chairs/desk/set/meeting", "ON").status, 200);
  EXPECT_EQ(passed_.back().access, Access::owner);
}

TEST_F(GateTest, TheCookieStaysOnEncryptedWaysWhereThereAreAny) {
  request_.encrypted = true;
  EXPECT_THAT(std::string(log_in().header("Set-Cookie")), HasSubstr("; Secure"));
}

TEST_F(GateTest, WhoDoesNotKnowItStaysOutside) {
  const HttpResponse answer = log_in("eight chairs");
  EXPECT_EQ(answer.status, 401);
  EXPECT_THAT(answer.body, HasSubstr("the password is not right"));
  EXPECT_THAT(std::string(answer.header("Set-Cookie")), IsEmpty());
  EXPECT_EQ(access(), "none");
}

TEST_F(GateTest, SaysHowToLogIn) {
  for (const char* body : {"", "seven chairs", "{}", "[]", R"({"password": 7})", R"({"password": "a", "user": "b"})",
                           "{\"password\": \"\xff\"}", R"({"password")"})
    EXPECT_EQ(ask("POST", "/api/session", body).status, 400) << body;
  request_.content_type = "text/plain";
  EXPECT_EQ(ask("PUT", "/api/session").status, 405);
  EXPECT_EQ(ask("OPTIONS", "/api/session").header("Allow"), "GET, POST, DELETE");
}

TEST_F(GateTest, AFormOfAnotherKindDoesNotLogIn) {
  open();
  request_.method = "POST";
  request_.path = "/api/session";
  request_.body = R"({"password": "seven chairs"})";
  request_.content_type = "text/plain";
  int status = 0;
  gate_->pass(request_, [&status](const HttpResponse& response) { status = response.status; });
  EXPECT_EQ(status, 415);
}

TEST_F(GateTest, AChangeNeedsTheSecondToken) {
  log_in();
  const std::string right = request_.csrf_token;
  for (const std::string& wrong : {std::string(), std::string(32, '0'), right.substr(1), right + "0"}) {
    request_.csrf_token = wrong;
    EXPECT_EQ(ask("POST", "/api/chairs/desk/set/meeting", "ON").status, 403) << wrong;
    EXPECT_EQ(ask("DELETE", "/api/session").status, 403) << wrong;
    EXPECT_EQ(ask("GET", "/api/chairs").status, 200) << wrong;
  }
  EXPECT_EQ(Json::parse(ask("GET", "/api/session").body)["csrf"], right);
  request_.csrf_token = right;
  EXPECT_EQ(ask("POST", "/api/chairs/desk/set/meeting", "ON").status, 200);
}

TEST_F(GateTest, LogsOut) {
  log_in();
  const HttpResponse answer = ask("DELETE", "/api/session");
  EXPECT_EQ(answer.status, 204);
  EXPECT_THAT(std::string(answer.header("Set-Cookie")), HasSubstr("Max-Age=0"));
  EXPECT_EQ(access(), "none") << "the cookie is worth nothing any more";
  EXPECT_EQ(ask("DELETE", "/api/session").status, 204);
}

TEST_F(GateTest, ASessionThatIsIdleEnds) {
  log_in();
  request_.at += max_session_idle - Millis{1};
  EXPECT_EQ(access(), "owner");
  request_.at += max_session_idle;
  EXPECT_EQ(access(), "none");
}

TEST_F(GateTest, ASessionInUseEndsAfterAMonth) {
  log_in();
  const SteadyTime end = request_.at + max_session;
  for (; request_.at < end; request_.at += Millis{24LL * 3600 * 1000}) EXPECT_EQ(access(), "owner");
  EXPECT_EQ(access(), "none");
}

TEST_F(GateTest, AMadeUpSessionIsNone) {
  for (const char* cookie : {"chairhub_session=", "chairhub_session=abc", "chairhub_session", ";;=;", "="}) {
    request_.cookie = cookie;
    EXPECT_EQ(access(), "none") << cookie;
  }
}

TEST_F(GateTest, WhoGuessesWaits) {
  for (int i = 0; i < tries_of_an_address; ++i) EXPECT_EQ(log_in("guess").status, 401);
  const HttpResponse answer = log_in("guess");
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.header("Retry-After"), "30");
  EXPECT_EQ(log_in().status, 429) << "also with the right password";
  request_.peer = "192.168.1.10";
  EXPECT_EQ(log_in().status, 200) << "others need not wait";
  request_.peer = "192.168.1.9";
  request_.at += try_of_an_address_every;
  EXPECT_EQ(log_in("guess").status, 401);
  EXPECT_EQ(log_in("guess").status, 429);
}

TEST_F(GateTest, ManyWhoGuessWaitForEachOther) {
  int tried = 0;
  for (int i = 0; i < 100; ++i) {
    request_.peer = "10.0.0." + std::to_string(i);
    if (log_in("guess").status == 401) ++tried;
  }
  EXPECT_EQ(tried, tries_of_all);
  request_.at += 2 * try_of_all_every;
  EXPECT_EQ(log_in("guess").status, 401);
}

TEST_F(GateTest, ANetworkOfIp6IsOneAddress) {
  for (int i = 0; i < tries_of_an_address; ++i) {
    request_.peer = "fd00:1:2:3::" + std::to_string(i + 1);
    EXPECT_EQ(log_in("guess").status, 401);
  }
  request_.peer = "fd00:1:2:3:9::1";
  EXPECT_EQ(log_in("guess").status, 429);
  request_.peer = "fd00:1:2:4::1";
  EXPECT_EQ(log_in("guess").status, 401);
}

TEST_F(GateTest, OnlyAFewPasswordsAreComparedAtATime) {
  at_once_ = false;
  int refused = 0;
  for (int i = 0; i < 10; ++i) {
    request_.peer = "10.0.0." + std::to_string(i);
    if (log_in("guess").status == 429) ++refused;
  }
  EXPECT_EQ(tried_.size(), 4U);
  EXPECT_EQ(refused, 6);
  finish_tries();
  at_once_ = true;
  EXPECT_EQ(log_in().status, 200);
}

TEST_F(GateTest, AProgramMaySendThePasswordEachTime) {
  request_.authorization = "Basic bWU6c2V2ZW4gY2hhaXJz";  // me:seven chairs
  EXPECT_EQ(ask("GET", "/metrics").status, 200);
  EXPECT_EQ(ask("POST", "/api/chairs/desk/set/meeting", "ON").status, 200);
  EXPECT_EQ(passed_.back().access, Access::owner);
  at_once_ = false;
  EXPECT_EQ(ask("GET", "/metrics").status, 200) << "is compared once";
}

TEST_F(GateTest, AProgramThatSendsNonsenseIsToldSo) {
  for (const char* header : {"Basic bWU6Z3Vlc3M=", "Basic", "Basic !", "Basic bWU=", "Bearer abc", "x"}) {
    request_.authorization = header;
    EXPECT_EQ(ask("GET", "/metrics").status, 401) << header;
  }
  EXPECT_THAT(passed_, IsEmpty());
}

}  // namespace chairhub::gate_test
