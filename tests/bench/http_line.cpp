#include "tests/bench/http_line.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include <fmt/format.h>

namespace chairhub {

HttpLine::HttpLine(int port) : port_(port), fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error(fmt::format("nobody listens on port {}", port));
}

HttpLine::~HttpLine() {
  ::close(fd_);
}

void HttpLine::say(const std::string& method, const std::string& path) {
  const std::string text = fmt::format("{} {} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", method, path, port_);
  if (::send(fd_, text.data(), text.size(), MSG_NOSIGNAL) != std::ssize(text))
    throw std::runtime_error("the hub takes no request");
}

std::string HttpLine::hear(int milliseconds) {
  pollfd waiting{fd_, POLLIN, 0};
  std::array<char, 65536> buffer{};
  if (::poll(&waiting, 1, milliseconds) <= 0) return "";
  const ssize_t size = ::recv(fd_, buffer.data(), buffer.size(), 0);
  return size <= 0 ? "" : std::string(buffer.data(), static_cast<std::size_t>(size));
}

std::string HttpLine::get(const std::string& path) {
  say("GET", path);
  std::string answer;
  std::size_t head = std::string::npos;
  std::size_t length = 0;
  while (head == std::string::npos || answer.size() < head + length) {
    const std::string more = hear(30'000);
    if (more.empty()) throw std::runtime_error(path + ": no answer\n" + answer.substr(0, 500));
    answer += more;
    if (head != std::string::npos || (head = answer.find("\r\n\r\n")) == std::string::npos) continue;
    head += 4;
    const std::string key = "Content-Length: ";
    const std::size_t at = answer.find(key);
    if (!answer.starts_with("HTTP/1.1 200") || at > head) throw std::runtime_error(path + ": " + answer.substr(0, 500));
    length = std::stoul(answer.substr(at + key.size()));
  }
  return answer.substr(head);
}

int port_in(const std::string& output) {
  const std::string before = "web: http://localhost:";
  const std::size_t at = output.find(before);
  if (at == std::string::npos) throw std::runtime_error("the hub does not listen:\n" + output);
  return std::stoi(output.substr(at + before.size()));
}

}  // namespace chairhub
