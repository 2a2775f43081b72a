// What every answer has in common, whoever gave it: what a browser may do with
// it, by what it is known again, and that it is no larger than it needs to be.
// Pure.

#pragma once

#include "hub/web/http.h"

namespace chairhub {

// Larger ones are not looked through for a hash.
inline constexpr std::size_t max_hashed_bytes = std::size_t{1024} * 1024;

HttpResponse finished(HttpResponse response, const HttpRequest& request);

// A short hash of content, in hexadecimal.
std::string content_hash(std::string_view content);

}  // namespace chairhub
