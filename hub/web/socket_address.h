// Addresses of sockets as text and back. Private to the server.

#pragma once

#include <string>
#include <string_view>

#include <sys/socket.h>

#include "hub/core/result.h"

namespace chairhub {

// "192.168.1.5", "0.0.0.0", "::1"
Result<sockaddr_storage> socket_address(const std::string& text, int port);
bool is_ip6(const sockaddr_storage& address);

// Without a port; an IPv4 address that comes as IPv6 is written as IPv4.
std::string text_of(const sockaddr* address);
// Whether only this machine can be at its other end.
bool is_loopback(std::string_view address);
// Of this end of a connection.
std::string own_address(int socket);

}  // namespace chairhub
