// Certificates for a test, made by openssl: an authority (ca.crt), a server
// for localhost and 127.0.0.1 (server.crt, .key), a client (client.crt, .key)
// and another authority that signed none of them (stranger.crt).

#pragma once

#include <filesystem>

namespace chairhub {

void make_certificates(const std::filesystem::path& folder);

}  // namespace chairhub
