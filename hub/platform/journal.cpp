#include "hub/platform/journal.h"

#include <unistd.h>

#include <cstdlib>
#include <mutex>

#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/platform/repeats.h"

namespace chairhub {
namespace {

// Trouble that happens again and again; what goes well is said each time.
std::optional<std::string> worth_saying(Level level, std::string_view text) {
  if (level > Level::warning) return std::string(text);
  static std::mutex one_at_a_time;
  static Repeats repeats;
  const std::scoped_lock lock(one_at_a_time);
  return repeats.said(text, moment_now().steady);
}

}  // namespace

void log_line(Level level, std::string_view text) {
  static const bool journald = std::getenv("JOURNAL_STREAM") != nullptr;
  const auto said = worth_saying(level, text);
  if (!said) return;
  const char* word = level == Level::error ? "error: " : level == Level::warning ? "warning: " : "";
  const std::string line =
      journald ? fmt::format("<{}>{}\n", static_cast<int>(level), *said) : fmt::format("{}{}\n", word, *said);
  // One write a line keeps lines of several threads apart; nothing can be done when stderr is gone.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace chairhub
