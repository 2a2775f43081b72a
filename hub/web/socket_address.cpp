#include "hub/web/socket_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstring>

#include "hub/core/utf8.h"

namespace chairhub {
namespace {

constexpr std::string_view ip4_in_ip6 = "::ffff:";

template <class Address>
sockaddr_storage stored(const Address& address) {
  sockaddr_storage storage{};
  std::memcpy(&storage, &address, sizeof address);
  return storage;
}

}  // namespace

Result<sockaddr_storage> socket_address(const std::string& text, int port) {
  sockaddr_in ip4{};
  ip4.sin_family = AF_INET;
  ip4.sin_port = htons(static_cast<std::uint16_t>(port));
  if (::inet_pton(AF_INET, text.c_str(), &ip4.sin_addr) == 1) return stored(ip4);
  sockaddr_in6 ip6{};
  ip6.sin6_family = AF_INET6;
  ip6.sin6_port = htons(static_cast<std::uint16_t>(port));
  if (::inet_pton(AF_INET6, text.c_str(), &ip6.sin6_addr) == 1) return stored(ip6);
  return failure("web: " + quote(text) +
                 " is no address: use one such as 127.0.0.1, 0.0.0.0 for every network, or ::1");
}

bool is_ip6(const sockaddr_storage& address) {
  return address.ss_family == AF_INET6;
}

std::string text_of(const sockaddr* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address->sa_family == AF_INET) {
    sockaddr_in ip4{};
    std::memcpy(&ip4, address, sizeof ip4);
    ::inet_ntop(AF_INET, &ip4.sin_addr, text.data(), text.size());
  } else if (address->sa_family == AF_INET6) {
    sockaddr_in6 ip6{};
    std::memcpy(&ip6, address, sizeof ip6);
    ::inet_ntop(AF_INET6, &ip6.sin6_addr, text.data(), text.size());
  }
  const std::string plain = text.data();
  return plain.starts_with(ip4_in_ip6) && plain.find('.') != std::string::npos ? plain.substr(ip4_in_ip6.size())
                                                                               : plain;
}

bool is_loopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1";
}

std::string own_address(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return "";
  return text_of(reinterpret_cast<const sockaddr*>(&address));
}

}  // namespace chairhub
