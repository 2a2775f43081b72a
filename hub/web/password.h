// A password and what is kept of it: a text that says whether somebody knows
// the password, and costs whoever guesses 64 MB of memory a guess (Argon2id).
//
// Thread rule: from any thread; both take a good part of a second.

#pragma once

#include <string>

namespace chairhub {

// Engineering default: what guessing at a log-in, with its limit, takes years for.
inline constexpr std::size_t min_password_bytes = 8;

// A line for the configuration.
std::string hash_of_password(const std::string& password);
bool is_password(const std::string& password, const std::string& hash);

}  // namespace chairhub
