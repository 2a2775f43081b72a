// Chance with defined output: the same numbers on every machine and library
// (std's distributions are not; std::mt19937_64 itself is).

#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

#include "hub/core/time.h"

namespace chairhub::simulated {

// A sequence of its own for each purpose, so that asking for more of one thing changes nothing else.
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t purpose);

  // Evenly spread over [low, high).
  double between(double low, double high);
  Millis between(Millis low, Millis high);
  // Evenly spread over 0 .. below - 1.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

 private:
  std::mt19937_64 engine_;
};

// The n-th number of an endless row, asked for in any order: noise that does
// not depend on how often one looks.
double even_at(std::uint64_t seed, std::uint64_t stream, std::uint64_t n);  // [-1, 1)
double bell_at(std::uint64_t seed, std::uint64_t stream, std::uint64_t n);  // bell shaped, standard deviation 1

}  // namespace chairhub::simulated
