#include "hub/platform/journal.h"

#include <unistd.h>

#include <cstdlib>

#include <fmt/format.h>

namespace chairhub {

void log_line(Level level, std::string_view text) {
  static const bool journald = std::getenv("JOURNAL_STREAM") != nullptr;
  const char* word = level == Level::error ? "error: " : level == Level::warning ? "warning: " : "";
  const std::string line =
      journald ? fmt::format("<{}>{}\n", static_cast<int>(level), text) : fmt::format("{}{}\n", word, text);
  // One write a line keeps lines of several threads apart; nothing can be done when stderr is gone.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace chairhub
