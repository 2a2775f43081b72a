#include "hub/commands/progress.h"

#include <unistd.h>

#include <fmt/format.h>

#include "hub/platform/clock.h"

namespace chairhub {

Progress::Progress(std::string what)
    : what_(std::move(what)), begin_(moment_now().steady), next_(begin_ + Millis(2000)) {}

Progress::~Progress() {
  if (said_ && ::isatty(STDERR_FILENO)) fmt::print(stderr, "\n");
}

void Progress::look(std::uint64_t rows) {
  const SteadyTime now = moment_now().steady;
  if (now < next_) return;
  next_ = now + Millis(1000);
  said_ = true;
  // A terminal shows one line that grows; a file gets a line each time.
  fmt::print(stderr, "{}{}: {} rows, {} s{}", ::isatty(STDERR_FILENO) ? "\r" : "", what_, rows,
             (now - begin_).count() / 1000, ::isatty(STDERR_FILENO) ? "" : "\n");
  std::fflush(stderr);
}

}  // namespace chairhub
