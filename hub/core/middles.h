// The middle of a few values, which medians are made of, without a branch:
// noise comes in any order, and a processor that guesses wrong loses more than
// it takes to compare each with each.

#pragma once

#include <algorithm>
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
Number middle_of_three(Number a, Number b, Number c) {
  return std::max(std::min(a, b), std::min(std::max(a, b), c));
}

// Of four the least and the largest cannot be the middle of five.
template <typename Number>
Number middle_of_five(std::span<const Number> v) {
  const Number low = std::max(std::min(v[0], v[1]), std::min(v[2], v[3]));
  const Number high = std::min(std::max(v[0], v[1]), std::max(v[2], v[3]));
  return middle_of_three(low, high, v[4]);
}

template <typename Number>
Middles<Number> middles(std::span<const Number> values) {
  // Five is what 10 Hz makes in half a second, and half a second in the usual window.
  if (values.size() == 5) {
    const Number middle = middle_of_five(values);
    return {middle, middle};
  }
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
