// What becomes smaller on its way, and who can read it then. Pure.

#pragma once

#include <string>
#include <string_view>

namespace chairhub {

// Shorter answers fit into one packet anyway.
inline constexpr std::size_t min_gzip_bytes = 1024;

// Fast enough for a Pi while somebody waits, or as small as can be for what is made once.
enum class Effort { quick, small };

std::string gzipped(std::string_view text, Effort effort);

// By the value of an Accept-Encoding header.
bool accepts_gzip(std::string_view header);

// Pictures and fonts are packed already.
bool is_text(std::string_view content_type);

}  // namespace chairhub
