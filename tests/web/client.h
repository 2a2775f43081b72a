// A client over a real socket, and a server that works while the client waits.
// Time stands still unless a test moves it.

#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "hub/web/server.h"

namespace chairhub::web_test {

class Client {
 public:
  explicit Client(int port, in_addr_t address = htonl(INADDR_LOOPBACK))
      : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    // Small, so that who does not read is soon full.
    const int buffer = 4096;
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(static_cast<std::uint16_t>(port));
    server.sin_addr.s_addr = address;
    connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&server), sizeof server) == 0;
  }
  ~Client() { leave(); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  void leave() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  void say(const std::string& text) const {
    // Who was hung up on may go on speaking.
    const ssize_t said = ::send(fd_, text.data(), text.size(), MSG_NOSIGNAL);
    EXPECT_TRUE(said == std::ssize(text) || errno == EPIPE || errno == ECONNRESET) << errno;
  }

  // What the server says until it closes or `words` have come; it works meanwhile.
  std::string hear(WebServer& server, const std::string& words, SteadyTime now = {}) {
    while (!closed_ && heard_.find(words) == std::string::npos)
      if (!hear_more(server, now)) break;
    return heard_;
  }
  // Whether the server closes the connection; what it says until then is kept.
  bool is_closed(WebServer& server, SteadyTime now = {}) {
    while (!closed_)
      if (!hear_more(server, now)) break;
    return closed_;
  }
  // Whether anything comes without waiting for it.
  bool hears_more(const WebServer& server) {
    std::array<pollfd, 2> fds = {{{server.fd(), POLLIN, 0}, {closed_ ? -1 : fd_, POLLIN, 0}}};
    if (::poll(fds.data(), fds.size(), 0) <= 0) return false;
    if (fds[1].revents != 0) receive();
    return fds[0].revents != 0 || fds[1].revents != 0;
  }
  const std::string& heard() const { return heard_; }
  void forget() { heard_.clear(); }

 private:
  bool hear_more(WebServer& server, SteadyTime now) {
    const bool has_more = server.turn(now) <= now;
    std::array<pollfd, 2> fds = {{{server.fd(), POLLIN, 0}, {fd_, POLLIN, 0}}};
    if (::poll(fds.data(), fds.size(), has_more ? 0 : 5'000) <= 0) return has_more;
    if ((fds[1].revents & (POLLIN | POLLHUP)) == 0) return true;
    return receive();
  }
  bool receive() {
    std::array<char, 4096> buffer{};
    const ssize_t size = ::recv(fd_, buffer.data(), buffer.size(), 0);
    if (size > 0) heard_.append(buffer.data(), static_cast<std::size_t>(size));
    closed_ = size <= 0;
    return !closed_;
  }

  int fd_;
  bool connected_ = false;
  bool closed_ = false;
  std::string heard_;
};

// A server whose answers a test chooses.
class ServerTest : public ::testing::Test {
 protected:
  ServerTest() { listen("127.0.0.1"); }
  void listen(const std::string& address) {
    ServerPlace place;
    place.address = address;
    auto made = WebServer::listen(place, [this](const HttpRequest& request, const Reply& reply) {
      asked_.push_back(request);
      answer_(request, reply);
    });
    EXPECT_TRUE(made) << made.error().message;
    server_ = std::move(*made);
  }
  std::string request(const std::string& method, const std::string& path, const std::string& body = "",
                      const std::string& more = "") const {
    return method + " " + path + " HTTP/1.1\r\nHost: localhost:" + std::to_string(server_->port()) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + more + "\r\n" + body;
  }
  // Until nothing is left to do.
  void work(SteadyTime now = {}) const {
    pollfd fd{server_->fd(), POLLIN, 0};
    int turns = 0;
    while (server_->turn(now) <= now || ::poll(&fd, 1, 20) > 0) ASSERT_LT(++turns, 100'000) << "it finds no rest";
  }

  std::vector<HttpRequest> asked_;
  std::function<void(const HttpRequest&, const Reply&)> answer_ = [](const HttpRequest& request, const Reply& reply) {
    HttpResponse response;
    response.body = "heard " + request.body;
    reply(std::move(response));
  };
  std::unique_ptr<WebServer> server_;
};

}  // namespace chairhub::web_test
