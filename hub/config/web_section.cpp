#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "hub/config/sections.h"

namespace chairhub {
namespace {

constexpr std::array<std::string_view, 2> guest_words = {"none", "read"};

bool is_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> address{};
  return ::inet_pton(AF_INET, text.c_str(), address.data()) == 1 ||
         ::inet_pton(AF_INET6, text.c_str(), address.data()) == 1;
}

bool is_of_this_machine(const std::string& address) {
  return address.starts_with("127.") || address == "::1";
}

void check_address(TableReader& table, const WebConfig& config) {
  if (!is_address(config.address))
    return table.refuse(
        "address", fmt::format("'address' is \"{}\"; 127.0.0.1 for this machine only, 0.0.0.0 for every network, or "
                               "one address of this machine is allowed",
                               config.address));
  if (!is_of_this_machine(config.address) && config.password_hash.empty())
    table.refuse("address",
                 fmt::format("'address' is \"{}\", so everybody in that network could read and command the "
                             "chair; that is allowed with a password_hash, which `chairhub web-password` makes",
                             config.address));
}

void check_names(TableReader& table, const WebConfig& config) {
  const auto is_odd = [](const std::string& name) {
    return name.empty() || name.find_first_of(":/ []*") != std::string::npos;
  };
  const auto odd = std::find_if(config.names.begin(), config.names.end(), is_odd);
  if (odd != config.names.end())
    table.refuse(
        "names",
        fmt::format("'names' has \"{}\"; a name such as chair.local is allowed, without http:// and port", *odd));
}

void check_log_in(TableReader& table, const WebConfig& config) {
  if (!config.password_hash.empty() && !config.password_hash.starts_with("$argon2id$"))
    table.refuse("password_hash",
                 "'password_hash' is no hash; the line that `chairhub web-password` prints is allowed");
  if (config.guests_read && config.password_hash.empty())
    table.refuse("guest", "'guest' needs a password_hash; without one everybody may do everything");
}

void check_certificate(TableReader& table, const WebConfig& config) {
  if (config.certificate.empty() != config.key.empty())
    table.refuse(config.certificate.empty() ? "key" : "certificate",
                 "certificate and key belong together; write both or neither");
}

}  // namespace

WebConfig read_web(TableReader table, const std::filesystem::path& folder) {
  WebConfig config;
  config.enabled = table.present();
  std::string guest(guest_words.front());
  table.read("enabled", config.enabled);
  table.read("address", config.address);
  table.read("port", config.port, 0, 65535);
  table.read("names", config.names);
  table.read_secret("password_hash", config.password_hash);
  table.read("guest", guest, guest_words);
  table.read("certificate", config.certificate, folder);
  table.read("key", config.key, folder);
  table.read("files", config.files, folder);
  table.read("recordings", config.recordings, folder);
  table.refuse_unknown_keys();
  config.guests_read = guest == guest_words.back();
  check_address(table, config);
  check_names(table, config);
  check_log_in(table, config);
  check_certificate(table, config);
  return config;
}

}  // namespace chairhub
