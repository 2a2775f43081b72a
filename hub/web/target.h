// What a request asks for: path and query out of the text of its first line.
// Pure.

#pragma once

#include <map>
#include <string>
#include <string_view>

#include "hub/core/result.h"

namespace chairhub {

struct Target {
  std::string path;
  std::map<std::string, std::string, std::less<>> query;
};

// "/a%20b?from=1&to=2". Refuses what is half encoded, what is not UTF-8, and a
// zero byte, which another program would take for the end.
Result<Target> read_target(std::string_view text);

}  // namespace chairhub
