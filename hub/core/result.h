// What a function returns that can fail at run time: the value, or a sentence
// that says where, what was wrong and what is allowed. Broken promises inside
// the program throw; they are caught once, in main.

#pragma once

#include <string>

#include <tl/expected.hpp>

namespace chairhub {

struct Error {
  std::string message;  // one sentence for a person, no trailing newline
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string message) {
  return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace chairhub
