#include "hub/web/http.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace chairhub {

Pieces pieces_of(std::function<std::string()> next) {
  return [next = std::move(next)](const TakePiece& take) { take(next()); };
}

std::string_view HttpResponse::header(std::string_view name) const {
  const auto found =
      std::find_if(headers.begin(), headers.end(), [name](const auto& header) { return header.first == name; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

HttpResponse error_response(int status, std::string_view sentence) {
  HttpResponse response;
  response.status = status;
  // What is not UTF-8 is replaced rather than thrown about.
  response.body = nlohmann::ordered_json{{"error", std::string(sentence)}}.dump(
                      -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
                  "\n";
  return response;
}

}  // namespace chairhub
