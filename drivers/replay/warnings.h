// What was wrong in a recording, without drowning in it: the first few
// sentences in full, and how many there were.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace chairhub {

class Warnings {
 public:
  static constexpr std::size_t most_kept = 20;

  // `sentence` is a function that makes the text; it is called only while there is room, so that a
  // recording of nothing but faults is read as fast as a good one.
  template <class Sentence>
  void add(Sentence&& sentence) {
    if (count_++ < most_kept) kept_.push_back(std::forward<Sentence>(sentence)());
  }

  const std::vector<std::string>& kept() const { return kept_; }
  std::uint64_t count() const { return count_; }

 private:
  std::vector<std::string> kept_;
  std::uint64_t count_ = 0;
};

}  // namespace chairhub
