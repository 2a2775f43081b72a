// Small questions about text that came from, or goes to, somewhere else.

#pragma once

#include <string>
#include <string_view>

namespace chairhub {

bool is_utf8(std::string_view text);

// `text` for use inside a sentence: in quotes, control characters and broken
// UTF-8 replaced, cut after 40 bytes.
std::string quote(std::string_view text);

// At most `max_bytes` of `text`, never half a character.
std::string_view shortened(std::string_view text, std::size_t max_bytes);

}  // namespace chairhub
