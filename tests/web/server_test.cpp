// The server over real sockets.

#include "hub/web/server.h"

#include <ifaddrs.h>
#include <net/if.h>

#include <filesystem>

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

TEST_F(WebServerTest, TakesNoMoreThanACommandNeeds) {
  Client client(server_->port());
  client.say(request("POST", "/", std::string(max_http_body_bytes + 1, 'x')));
  EXPECT_THAT(client.hear(*server_, "4096 bytes are allowed"), StartsWith("HTTP/1.1 413"));
  EXPECT_TRUE(asked_.empty());
}

TEST_F(WebServerTest, TellsWhoAnnouncesTooMuchBeforeItIsSent) {
  Client client(server_->port());
  client.say("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n");
  EXPECT_THAT(client.hear(*server_, "4096 bytes are allowed"), StartsWith("HTTP/1.1 413"));
  EXPECT_TRUE(asked_.empty());
}

TEST_F(WebServerTest, HangsUpOnWhoSendsOnAndOn) {
  Client client(server_->port());
  client.say("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n186A0\r\n" +
             std::string(100'000, 'x'));
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

// An address of this machine that others reach it by; 0 when it has none.
in_addr_t outer_address() {
  ifaddrs* all = nullptr;
  if (::getifaddrs(&all) != 0) return 0;
  in_addr_t found = 0;
  for (const ifaddrs* one = all; one; one = one->ifa_next)
    if (one->ifa_addr && one->ifa_addr->sa_family == AF_INET && (one->ifa_flags & IFF_LOOPBACK) == 0)
      found = reinterpret_cast<const sockaddr_in*>(one->ifa_addr)->sin_addr.s_addr;
  ::freeifaddrs(all);
  return found;
}

TEST_F(WebServerTest, OneMachineLeavesRoomForOthers) {
  const in_addr_t address = outer_address();
  if (address == 0) GTEST_SKIP() << "this machine is in no network";
  listen("0.0.0.0");
  std::vector<std::unique_ptr<Client>> clients;
  for (std::size_t i = 0; i < max_http_connections_of_an_address; ++i) {
    clients.push_back(std::make_unique<Client>(server_->port(), address));
    work();
  }
  EXPECT_EQ(server_->connections(), max_http_connections_of_an_address);
  Client one_more(server_->port(), address);
  EXPECT_TRUE(one_more.is_closed(*server_));
  Client other(server_->port());
  other.say(request("GET", "/"));
  EXPECT_THAT(other.hear(*server_, "heard "), StartsWith("HTTP/1.1 200"));
}

TEST_F(WebServerTest, EveryNetworkOfIp6IsEveryNetwork) {
  if (!std::filesystem::exists("/proc/net/if_inet6")) GTEST_SKIP() << "this machine knows no IPv6";
  listen("::");
  Client client(server_->port());
  client.say(request("GET", "/"));
  EXPECT_THAT(client.hear(*server_, "heard "), StartsWith("HTTP/1.1 200"));
  EXPECT_EQ(asked_.at(0).peer, "127.0.0.1");
  EXPECT_EQ(asked_.at(0).server_address, "127.0.0.1");
}

TEST_F(WebServerTest, WhoFindsNoRoomWaitsAndKeepsNobodyBusy) {
  std::vector<std::unique_ptr<Client>> clients;
  for (unsigned i = 0; i < max_http_connections; ++i) clients.push_back(std::make_unique<Client>(server_->port()));
  Client late(server_->port());
  late.say(request("GET", "/"));
  work();
  EXPECT_EQ(server_->connections(), max_http_connections);
  EXPECT_TRUE(asked_.empty());
  clients.pop_back();
  EXPECT_THAT(late.hear(*server_, "heard "), StartsWith("HTTP/1.1 200"));
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
  ServerPlace place;
  place.port = server_->port();
  const auto second = WebServer::listen(place, [](const HttpRequest& /*request*/, const Reply& /*reply*/) {});
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message, HasSubstr("cannot listen on 127.0.0.1:" + std::to_string(server_->port())));
}

TEST_F(WebServerTest, SaysWhatAnAddressIs) {
  ServerPlace place;
  place.address = "localhost";
  const auto server = WebServer::listen(place, [](const HttpRequest& /*request*/, const Reply& /*reply*/) {});
  ASSERT_FALSE(server);
  EXPECT_THAT(server.error().message, HasSubstr("use one such as 127.0.0.1"));
}

}  // namespace chairhub::web_test
