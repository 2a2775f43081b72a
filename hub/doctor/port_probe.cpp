#include "hub/doctor/port_probe.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <memory>

#include "hub/platform/unique_fd.h"

namespace chairhub {
namespace {

bool address_answers(const addrinfo& address, Millis at_most) {
  const UniqueFd fd(::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!fd.valid()) return false;
  if (::connect(fd.value(), address.ai_addr, address.ai_addrlen) == 0) return true;
  pollfd waiting{fd.value(), POLLOUT, 0};
  if (errno != EINPROGRESS || ::poll(&waiting, 1, static_cast<int>(at_most.count())) != 1) return false;
  int trouble = 0;
  socklen_t size = sizeof trouble;
  return ::getsockopt(fd.value(), SOL_SOCKET, SO_ERROR, &trouble, &size) == 0 && trouble == 0;
}

}  // namespace

bool port_answers(const std::string& host, int port, Millis at_most) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found) != 0) return false;
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> all(found, &::freeaddrinfo);
  for (const addrinfo* one = all.get(); one != nullptr; one = one->ai_next)
    if (address_answers(*one, at_most)) return true;
  return false;
}

}  // namespace chairhub
