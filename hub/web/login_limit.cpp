#include "hub/web/login_limit.h"

#include <arpa/inet.h>

#include <algorithm>

namespace chairhub {
namespace {

// Who has one IPv6 address has 2^64 of them: the first half names the network.
std::string network_of(const std::string& address) {
  in6_addr ip6{};
  if (::inet_pton(AF_INET6, address.c_str(), &ip6) != 1) return address;
  return {reinterpret_cast<const char*>(&ip6), sizeof ip6 / 2};
}

}  // namespace

std::optional<Millis> LoginLimit::Tries::wait(SteadyTime now, int at_once, Millis every) const {
  const SteadyTime free = even - (at_once - 1) * every;
  if (now >= free) return std::nullopt;
  return std::chrono::ceil<Millis>(free - now);
}

void LoginLimit::Tries::count(SteadyTime now, Millis every) {
  even = std::max(even, now) + every;
}

std::optional<Millis> LoginLimit::wait(const std::string& address, SteadyTime now) {
  std::erase_if(by_network_, [now](const auto& one) { return now >= one.second.even; });
  // No more networks are remembered than the limit of all lets through in the time that one is remembered.
  const std::string network = network_of(address);
  const auto known = by_network_.find(network);
  if (known != by_network_.end())
    if (const auto rest = known->second.wait(now, tries_of_an_address, try_of_an_address_every)) return rest;
  if (const auto rest = all_.wait(now, tries_of_all, try_of_all_every)) return rest;
  by_network_[network].count(now, try_of_an_address_every);
  all_.count(now, try_of_all_every);
  return std::nullopt;
}

void LoginLimit::forgive(const std::string& address) {
  by_network_.erase(network_of(address));
}

}  // namespace chairhub
