// What the service says while it runs: lines on stderr. Under systemd each
// begins with its level, for journald. The same warning or error is said once a minute, then with a count.
//
// Thread rule: from any thread.

#pragma once

#include <cstdint>
#include <string_view>

namespace chairhub {

enum class Level : std::uint8_t { error = 3, warning = 4, notice = 5, info = 6 };

void log_line(Level level, std::string_view text);

inline void log_error(std::string_view text) {
  log_line(Level::error, text);
}
inline void log_warning(std::string_view text) {
  log_line(Level::warning, text);
}
inline void log_info(std::string_view text) {
  log_line(Level::info, text);
}

}  // namespace chairhub
