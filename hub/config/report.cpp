#include "hub/config/report.h"

#include <algorithm>

#include <fmt/format.h>

namespace chairhub {

std::string Report::text(Place place) const {
  return fmt::format("{}:{}:{}", file_, place.line, place.column);
}

void Report::refuse(Place place, std::string_view sentence) {
  problems_.push_back({place, std::string(sentence)});
}

Error Report::error() const {
  auto sorted = problems_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
  std::string message;
  for (const Problem& problem : sorted) {
    if (!message.empty()) message += '\n';
    message += fmt::format("{}: {}", text(problem.place), problem.sentence);
  }
  return Error{message};
}

}  // namespace chairhub
