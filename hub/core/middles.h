// The middle of a few values, which medians are made of. Compares each with
// each, without a branch: noise comes in any order, and a processor that
// guesses wrong loses more than it takes to compare nine.

#pragma once

#include <cstddef>
#include <span>

namespace chairhub {

// Of an odd number of values both are the median; of an even number it lies between them.
template <typename Number>
struct Middles {
  Number lower{};
  Number upper{};
};

template <typename Number>
Middles<Number> middles(std::span<const Number> values) {
  const std::size_t lower = values.empty() ? 0 : (values.size() - 1) / 2;
  const std::size_t upper = values.size() / 2;
  Middles<Number> result;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Number value = values[i];
    std::size_t below = 0;
    for (std::size_t k = 0; k < i; ++k) below += values[k] <= value ? 1U : 0U;
    for (std::size_t k = i + 1; k < values.size(); ++k) below += values[k] < value ? 1U : 0U;
    result.lower = below == lower ? value : result.lower;
    result.upper = below == upper ? value : result.upper;
  }
  return result;
}

}  // namespace chairhub
