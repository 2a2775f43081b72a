#include "hub/web/sessions.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <sodium.h>

namespace chairhub {
namespace {

constexpr std::size_t token_bytes = 32;

std::string in_hex(const std::string& bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  text.pop_back();
  return text;
}

std::string random_bytes() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium finds no randomness");
  std::string bytes(token_bytes, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string keyed_hash(std::string_view text, std::string_view key) {
  std::string hash(token_bytes, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                     reinterpret_cast<const unsigned char*>(key.data()), key.size());
  return in_hex(hash);
}

}  // namespace

Sessions::Sessions() : key_(random_bytes()) {}

std::string Sessions::open(SteadyTime now) {
  if (sessions_.size() >= max_sessions)
    sessions_.erase(std::min_element(sessions_.begin(), sessions_.end(),
                                     [](const Session& a, const Session& b) { return a.used < b.used; }));
  std::string token = in_hex(random_bytes());
  sessions_.push_back({keyed_hash(token, key_), now, now});
  return token;
}

bool Sessions::is_open(std::string_view token, SteadyTime now) {
  std::erase_if(sessions_, [now](const Session& session) {
    return now >= session.used + max_session_idle || now >= session.opened + max_session;
  });
  if (token.empty()) return false;
  const std::string hash = keyed_hash(token, key_);
  const auto found =
      std::find_if(sessions_.begin(), sessions_.end(), [&hash](const Session& one) { return one.hash == hash; });
  if (found == sessions_.end()) return false;
  found->used = now;
  return true;
}

void Sessions::close(std::string_view token) {
  std::erase_if(sessions_, [hash = keyed_hash(token, key_)](const Session& session) { return session.hash == hash; });
}

std::string Sessions::csrf_token(std::string_view token) const {
  return keyed_hash("csrf " + std::string(token), key_).substr(0, token_bytes);
}

bool Sessions::is_csrf_token(std::string_view token, std::string_view given) const {
  const std::string right = csrf_token(token);
  return given.size() == right.size() && sodium_memcmp(given.data(), right.data(), right.size()) == 0;
}

}  // namespace chairhub
