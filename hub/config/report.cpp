#include "hub/config/report.h"

#include <map>

#include <fmt/format.h>

namespace chairhub {

std::string Report::text(Place place) const {
  return fmt::format("{}:{}:{}", file_, place.line, place.column);
}

void Report::refuse(Place place, std::string_view sentence) {
  problems_.push_back({place, std::string(sentence)});
}

Error Report::error() const {
  std::multimap<Place, std::string_view> in_order;  // of the file; at one place, of their finding
  for (const Problem& problem : problems_) in_order.emplace(problem.place, problem.sentence);
  std::string message;
  for (const auto& [place, sentence] : in_order) {
    if (!message.empty()) message += '\n';
    message += fmt::format("{}: {}", text(place), sentence);
  }
  return Error{message};
}

}  // namespace chairhub
