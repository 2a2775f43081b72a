#include "tests/support/radio_kit.h"

#include <array>
#include <cerrno>
#include <stdexcept>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace chairhub {
namespace {

constexpr char connect_packet = 0x10;
constexpr char publish_packet = 0x30;
constexpr char subscribe_packet = static_cast<char>(0x82);
constexpr int patience_ms = 20'000;

std::string text(std::string_view words) {
  return std::string{static_cast<char>(words.size() >> 8U), static_cast<char>(words.size() & 0xFFU)} +
         std::string(words);
}

// A packet with its length, which takes as many bytes as it needs.
std::string packet(char first, std::string_view body) {
  std::string bytes(1, first);
  std::size_t left = body.size();
  do {
    bytes += static_cast<char>(left % 128 + (left >= 128 ? 128 : 0));
    left /= 128;
  } while (left > 0);
  return bytes += body;
}

std::string publication(std::string_view topic, std::string_view payload, bool retain) {
  return packet(static_cast<char>(publish_packet | (retain ? 1 : 0)), text(topic) + std::string(payload));
}

int connected_socket(int port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int at_once = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
  ::close(fd);
  throw std::runtime_error("the broker on port " + std::to_string(port) + " cannot be reached");
}

}  // namespace

RadioKit::RadioKit(RadioKitOptions options) : options_(std::move(options)), socket_(connected_socket(options_.port)) {
  const std::string availability = options_.topic + "/availability";
  // Clean session, a will that is retained, and a user where there is one; no keep-alive.
  const char flags = static_cast<char>(0x02 | 0x04 | 0x20 | (options_.user.empty() ? 0 : 0x80 | 0x40));
  std::string body = text("MQTT") + std::string{4, flags, 0, 0} + text(options_.topic) + text(availability);
  body += text("offline");
  if (!options_.user.empty()) body += text(options_.user) + text(options_.password);
  send_all(packet(connect_packet, body));
  const std::string answer = next_packet(patience_ms);
  if (answer.size() < 4 || answer[3] != 0) throw std::runtime_error("the broker refused " + options_.topic);
  publish(availability, "online", true);
}

void RadioKit::vanish() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

bool RadioKit::publish(std::string_view topic, std::string_view payload, bool retain) {
  return send_all(publication(topic, payload, retain));
}

void RadioKit::subscribe(std::string_view topic) {
  send_all(packet(subscribe_packet, std::string{0, 1} + text(topic) + std::string(1, 0)));
  if (next_packet(patience_ms).empty()) throw std::runtime_error("the broker does not answer a subscription");
}

bool RadioKit::send_all(std::string bytes) {
  // First the rest of what went before, or the broker would lose its place.
  const bool had_rest = !unsent_.empty();
  std::string& sending = had_rest ? unsent_ : bytes;
  const ssize_t sent = ::send(socket_, sending.data(), sending.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent < 0) return false;
  if (had_rest) {
    unsent_.erase(0, static_cast<std::size_t>(sent));
    return unsent_.empty() && send_all(std::move(bytes));
  }
  unsent_ = bytes.substr(static_cast<std::size_t>(sent));
  return true;
}

// A whole packet with its header; empty when none came in time.
std::string RadioKit::next_packet(int within_ms) {
  while (true) {
    // Small packets only: their length is one byte, or two.
    const bool is_long = received_.size() >= 2 && (received_[1] & 0x80) != 0;
    if (received_.size() >= (is_long ? 3U : 2U)) {
      const auto low = static_cast<std::size_t>(received_[1] & 0x7F);
      const std::size_t size = is_long ? low + 128 * static_cast<std::uint8_t>(received_[2]) + 3 : low + 2;
      if (received_.size() >= size) {
        std::string whole = received_.substr(0, size);
        received_.erase(0, size);
        return whole;
      }
    }
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, within_ms) <= 0) return {};
    std::array<char, 4096> buffer{};
    const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (count <= 0) return {};
    received_.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

std::optional<std::string> RadioKit::next_message(int within_ms) {
  while (true) {
    const std::string whole = next_packet(within_ms);
    if (whole.empty()) return std::nullopt;
    if ((whole[0] & 0xF0) != publish_packet) continue;
    const std::size_t begin = (whole[1] & 0x80) != 0 ? 3 : 2;
    const std::size_t topic_size =
        256U * static_cast<std::uint8_t>(whole[begin]) + static_cast<std::uint8_t>(whole[begin + 1]);
    return whole.substr(begin + 2 + topic_size);
  }
}

std::string binary_frame(std::uint32_t boot, std::uint32_t sequence, std::uint32_t kit_ms, std::size_t pads,
                         std::int32_t counts) {
  std::string bytes = {'\xC4', 1, static_cast<char>(pads), 0};
  const auto add = [&bytes](std::uint32_t number) {
    for (unsigned i = 0; i < 4; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
  };
  for (const std::uint32_t number : {boot, sequence, kit_ms}) add(number);
  for (std::size_t i = 0; i < pads; ++i) add(static_cast<std::uint32_t>(counts));
  return bytes;
}

std::string json_frame(std::uint32_t boot, std::uint32_t sequence, std::uint32_t kit_ms, std::size_t pads,
                       std::int32_t counts) {
  std::string text = R"({"boot":)" + std::to_string(boot) + R"(,"seq":)" + std::to_string(sequence) + R"(,"ms":)" +
                     std::to_string(kit_ms) + R"(,"pads":[)";
  for (std::size_t i = 0; i < pads; ++i) text += (i > 0 ? "," : "") + std::to_string(counts);
  return text + "]}";
}

}  // namespace chairhub
