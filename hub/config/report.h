// What reading a file brought to light: every problem with its place, in the
// order of the file, and every value with where it came from. Decides nothing.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hub/config/config.h"
#include "hub/core/result.h"

namespace chairhub {

struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend auto operator<=>(const Place&, const Place&) = default;
};

class Report {
 public:
  explicit Report(std::string file) : file_(std::move(file)) {}

  // "chairhub.toml:7:8"
  std::string text(Place place) const;
  void refuse(Place place, std::string_view sentence);
  void note(ConfigValue value) { values_.push_back(std::move(value)); }

  std::size_t problems() const { return problems_.size(); }
  // One line a problem.
  Error error() const;
  const std::vector<ConfigValue>& values() const { return values_; }

 private:
  struct Problem {
    Place place;
    std::string sentence;
  };

  std::string file_;
  std::vector<Problem> problems_;
  std::vector<ConfigValue> values_;
};

}  // namespace chairhub
