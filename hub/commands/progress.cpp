#include "hub/commands/progress.h"

#include <unistd.h>

#include <utility>

#include <fmt/format.h>

namespace chairhub {

Progress::Progress(std::string what, SteadyTime begin, std::FILE* out)
    : what_(std::move(what)),
      begin_(begin),
      next_(begin + Millis(2000)),
      out_(out),
      on_terminal_(::isatty(::fileno(out)) != 0) {}

Progress::~Progress() {
  if (said_ && on_terminal_) fmt::print(out_, "\n");
}

void Progress::look(std::uint64_t rows, SteadyTime now) {
  if (now < next_) return;
  next_ = now + Millis(1000);
  said_ = true;
  // A terminal shows one line that grows; a file gets a line each time.
  fmt::print(out_, "{}{}: {} rows, {} s{}", on_terminal_ ? "\r" : "", what_, rows, (now - begin_).count() / 1000,
             on_terminal_ ? "" : "\n");
  std::fflush(out_);
}

}  // namespace chairhub
