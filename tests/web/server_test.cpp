// The server over real sockets.

#include "hub/web/server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::server_test {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class Client {
 public:
  explicit Client(int port) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { ::close(fd_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  void say(const std::string& text) const {
    EXPECT_EQ(::send(fd_, text.data(), text.size(), MSG_NOSIGNAL), std::ssize(text));
  }

  // What the server says until it closes or `words` have come; it works meanwhile.
  std::string hear(WebServer& server, const std::string& words) {
    while (heard_.find(words) == std::string::npos) {
      std::array<pollfd, 2> fds = {{{server.fd(), POLLIN, 0}, {fd_, POLLIN, 0}}};
      if (::poll(fds.data(), fds.size(), 10'000) <= 0) break;
      server.turn();
      if ((fds[1].revents & (POLLIN | POLLHUP)) == 0) continue;
      std::array<char, 4096> buffer{};
      const ssize_t size = ::recv(fd_, buffer.data(), buffer.size(), 0);
      if (size <= 0) break;
      heard_.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return heard_;
  }

 private:
  int fd_;
  bool connected_ = false;
  std::string heard_;
};

class WebServerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = WebServer::listen(0, [this](const HttpRequest& request) {
      asked_.push_back(request);
      return HttpResponse{200, "text/plain", "heard " + request.body, ""};
    });
    ASSERT_TRUE(made) << made.error().message;
    server_ = std::move(*made);
  }
  std::string request(const std::string& method, const std::string& body, const std::string& more = "") const {
    return method + " /api/chairs HTTP/1.1\r\nHost: localhost:" + std::to_string(server_->port()) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + more + "\r\n" + body;
  }

  std::unique_ptr<WebServer> server_;
  std::vector<HttpRequest> asked_;
};

TEST_F(WebServerTest, HandsARequestOnAndTheAnswerBack) {
  Client client(server_->port());
  client.say(request("POST", "ON", "Origin: http://localhost:" + std::to_string(server_->port()) + "\r\n"));
  const std::string answer = client.hear(*server_, "heard ON");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(answer, HasSubstr("Content-Security-Policy: default-src 'none'"));
  ASSERT_EQ(asked_.size(), 1U);
  EXPECT_EQ(asked_[0].method, "POST");
  EXPECT_EQ(asked_[0].path, "/api/chairs");
  EXPECT_EQ(asked_[0].body, "ON");
}

TEST_F(WebServerTest, TurnsOtherSitesAway) {
  Client client(server_->port());
  client.say(request("POST", "ON", "Origin: https://evil.example\r\n"));
  EXPECT_THAT(client.hear(*server_, "may not talk"), StartsWith("HTTP/1.1 403"));
  EXPECT_TRUE(asked_.empty());
}

TEST_F(WebServerTest, TakesNoMoreThanACommandNeeds) {
  Client client(server_->port());
  client.say(request("POST", std::string(max_http_body_bytes + 1, 'x')));
  EXPECT_THAT(client.hear(*server_, "4096 bytes are allowed"), StartsWith("HTTP/1.1 413"));
  EXPECT_TRUE(asked_.empty());
}

TEST_F(WebServerTest, ServesOthersWhileOneIsSlow) {
  Client slow(server_->port());
  slow.say("POST /api/chairs HTTP/1.1\r\nHost: local");
  Client quick(server_->port());
  quick.say(request("GET", ""));
  EXPECT_THAT(quick.hear(*server_, "heard "), StartsWith("HTTP/1.1 200"));
}

TEST_F(WebServerTest, SurvivesWhatIsNoHttp) {
  Client noise(server_->port());
  noise.say(std::string("\0\xff\r\n\r\n", 6));
  server_->turn();
  Client quick(server_->port());
  quick.say(request("GET", ""));
  EXPECT_THAT(quick.hear(*server_, "heard "), StartsWith("HTTP/1.1 200"));
}

TEST_F(WebServerTest, SaysWhenThePortIsTaken) {
  const auto second = WebServer::listen(server_->port(), [](const HttpRequest&) { return HttpResponse{}; });
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message, HasSubstr("cannot listen on 127.0.0.1:" + std::to_string(server_->port())));
}

}  // namespace chairhub::server_test
