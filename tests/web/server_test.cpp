// The server over real sockets.

#include "hub/web/server.h"

#include <gmock/gmock.h>

#include "tests/web/client.h"

namespace chairhub::web_test {

using ::testing::HasSubstr;
using ::testing::StartsWith;

using WebServerTest = ServerTest;

TEST_F(WebServerTest, HandsARequestOnAndTheAnswerBack) {
  Client client(server_->port());
  client.say(request("POST", "/api/a%20b?from=1&to=a+b%26c&from=2&bare", "ON", "Cookie: a=b\r\nX-CSRF-Token: t\r\n"));
  const std::string answer = client.hear(*server_, "heard ON");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(answer, HasSubstr("Content-Security-Policy: default-src 'none'"));
  ASSERT_EQ(asked_.size(), 1U);
  EXPECT_EQ(asked_[0].method, "POST");
  EXPECT_EQ(asked_[0].path, "/api/a b");
  EXPECT_EQ(asked_[0].query, (decltype(asked_[0].query){{"from", "1"}, {"to", "a b&c"}, {"bare", ""}}));
  EXPECT_EQ(asked_[0].body, "ON");
  EXPECT_EQ(asked_[0].cookie, "a=b");
  EXPECT_EQ(asked_[0].csrf_token, "t");
  EXPECT_EQ(asked_[0].peer, "127.0.0.1");
  EXPECT_EQ(asked_[0].server_address, "127.0.0.1");
}

TEST_F(WebServerTest, TurnsOtherSitesAway) {
  Client client(server_->port());
  client.say(request("POST", "/", "ON", "Origin: https://evil.example\r\n"));
  EXPECT_THAT(client.hear(*server_, "may not talk"), StartsWith("HTTP/1.1 403"));
  EXPECT_TRUE(asked_.empty());
}

TEST_F(WebServerTest, TakesNoMoreThanACommandNeeds) {
  Client client(server_->port());
  client.say(request("POST", "/", std::string(max_http_body_bytes + 1, 'x')));
  EXPECT_THAT(client.hear(*server_, "4096 bytes are allowed"), StartsWith("HTTP/1.1 413"));
  EXPECT_TRUE(asked_.empty());
}

TEST_F(WebServerTest, HangsUpOnWhoSendsOnAndOn) {
  Client client(server_->port());
  client.say("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n" + std::string(100'000, 'x'));
  EXPECT_TRUE(client.is_closed(*server_));
  EXPECT_TRUE(asked_.empty());
}

TEST_F(WebServerTest, RefusesAHeadThatIsTooLong) {
  Client client(server_->port());
  client.say(request("GET", "/", "", "X-Long: " + std::string(40'000, 'x') + "\r\n"));
  EXPECT_THAT(client.hear(*server_, "\r\n\r\n"), StartsWith("HTTP/1.1 431"));
}

TEST_F(WebServerTest, RefusesAnAddressThatIsHalfEncoded) {
  for (const char* path : {"/%", "/%4", "/%zz", "/a%00b", "/%ff", "/a?b=%f"}) {
    Client client(server_->port());
    client.say(request("GET", path));
    EXPECT_THAT(client.hear(*server_, "encoded"), StartsWith("HTTP/1.1 400")) << path;
  }
  EXPECT_TRUE(asked_.empty());
}

TEST_F(WebServerTest, ServesOthersWhileOneIsSlow) {
  Client slow(server_->port());
  slow.say("POST /api/chairs HTTP/1.1\r\nHost: local");
  Client quick(server_->port());
  quick.say(request("GET", "/"));
  EXPECT_THAT(quick.hear(*server_, "heard "), StartsWith("HTTP/1.1 200"));
}

TEST_F(WebServerTest, HangsUpOnWhoTricklesARequest) {
  Client slow(server_->port());
  slow.say("GET / HTTP/1.1\r\n");
  SteadyTime now{};
  for (; now < SteadyTime{} + max_http_wait; now += Millis{1000}) {
    slow.say("X: y\r\n");
    work(now);
    ASSERT_EQ(server_->connections(), 1U);
  }
  EXPECT_TRUE(slow.is_closed(*server_, now));
  EXPECT_TRUE(asked_.empty());
}

TEST_F(WebServerTest, HangsUpOnWhoHasNothingMoreToAsk) {
  Client client(server_->port());
  client.say(request("GET", "/"));
  client.hear(*server_, "heard ");
  client.say(request("GET", "/"));
  client.hear(*server_, "heard ", SteadyTime{} + max_http_wait - Millis{1});
  EXPECT_EQ(asked_.size(), 1U) << "the words were heard already";
  work(SteadyTime{} + max_http_wait - Millis{1});
  EXPECT_EQ(asked_.size(), 2U);
  work(SteadyTime{} + 2 * max_http_wait - Millis{2});
  EXPECT_EQ(server_->connections(), 1U);
  EXPECT_TRUE(client.is_closed(*server_, SteadyTime{} + 2 * max_http_wait));
}

TEST_F(WebServerTest, AnswersAHeadWithoutABody) {
  Client client(server_->port());
  client.say(request("HEAD", "/"));
  EXPECT_THAT(client.hear(*server_, "\r\n\r\n"), HasSubstr("Content-Length: 6"));
  EXPECT_THAT(client.heard(), ::testing::EndsWith("\r\n\r\n"));
  EXPECT_EQ(asked_.at(0).method, "GET");
}

TEST_F(WebServerTest, SurvivesWhatIsNoHttp) {
  Client noise(server_->port());
  noise.say(std::string("\0\xff\r\n\r\n", 6));
  work();
  Client quick(server_->port());
  quick.say(request("GET", "/"));
  EXPECT_THAT(quick.hear(*server_, "heard "), StartsWith("HTTP/1.1 200"));
}

TEST_F(WebServerTest, SaysWhenThePortIsTaken) {
  const auto second =
      WebServer::listen({"127.0.0.1", server_->port()}, [](const HttpRequest& /*request*/, const Reply& /*reply*/) {});
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message, HasSubstr("cannot listen on 127.0.0.1:" + std::to_string(server_->port())));
}

TEST_F(WebServerTest, SaysWhatAnAddressIs) {
  const auto server =
      WebServer::listen({"localhost", 0}, [](const HttpRequest& /*request*/, const Reply& /*reply*/) {});
  ASSERT_FALSE(server);
  EXPECT_THAT(server.error().message, HasSubstr("use one such as 127.0.0.1"));
}

}  // namespace chairhub::web_test
