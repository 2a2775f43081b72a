// Says how far a long piece of work is, once it has taken two seconds; short
// ones stay silent.

#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

#include "hub/core/time.h"
#include "hub/platform/clock.h"

namespace chairhub {

class Progress {
 public:
  // `out` outlives this.
  explicit Progress(std::string what, SteadyTime begin = moment_now().steady, std::FILE* out = stderr);
  ~Progress();  // ends the line it has written
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Cheap enough to be called for every row.
  void reached(std::uint64_t rows) {
    if (rows % look_every == 0) look(rows, moment_now().steady);
  }
  // Says it, at most once a second.
  void look(std::uint64_t rows, SteadyTime now);

 private:
  static constexpr std::uint64_t look_every = 8192;

  std::string what_;
  SteadyTime begin_;
  SteadyTime next_;
  std::FILE* out_;
  bool on_terminal_;
  bool said_ = false;
};

}  // namespace chairhub
