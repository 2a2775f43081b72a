// Writes a year of log up to 2 March 2026 into the file that is named: viewer_year FILE.

#include <chrono>
#include <cstdio>
#include <exception>
#include <stdexcept>

#include <fmt/format.h>

#include "tests/bench/year_log.h"

int main(int argc, char** argv) {
  constexpr chairhub::WallTime monday{std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)};
  try {
    if (argc != 2) throw std::runtime_error("usage: viewer_year FILE");
    chairhub::write_year(argv[1], monday);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
