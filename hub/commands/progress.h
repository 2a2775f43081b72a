// Says on stderr how far a long piece of work is, once it has taken two
// seconds; short ones stay silent.

#pragma once

#include <cstdint>
#include <string>

#include "hub/core/time.h"

namespace chairhub {

class Progress {
 public:
  explicit Progress(std::string what);
  ~Progress();  // ends the line it has written
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Cheap enough to be called for every row.
  void reached(std::uint64_t rows) {
    if (rows % look_every == 0) look(rows);
  }

 private:
  static constexpr std::uint64_t look_every = 8192;
  void look(std::uint64_t rows);

  std::string what_;
  SteadyTime begin_;
  SteadyTime next_;
  bool said_ = false;
};

}  // namespace chairhub
