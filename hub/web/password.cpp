#include "hub/web/password.h"

#include <array>
#include <stdexcept>

#include <sodium.h>

namespace chairhub {
namespace {

void need_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium finds no randomness");
}

}  // namespace

std::string hash_of_password(const std::string& password) {
  need_sodium();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::runtime_error("there is not enough memory to hash a password");
  return hash.data();
}

bool is_password(const std::string& password, const std::string& hash) {
  need_sodium();
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace chairhub
