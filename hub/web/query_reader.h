// Reads what stands behind the "?" of a request, and refuses what is not
// understood in a sentence: where, what, what is allowed. Private to this room.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/result.h"
#include "hub/web/log_requests.h"

namespace chairhub {

class QueryReader {
 public:
  using Query = std::map<std::string, std::string, std::less<>>;
  explicit QueryReader(const Query& query) : query_(query) {}

  // Each is unset where the request does not say it, or says it wrongly; done() tells.
  std::optional<std::int64_t> whole_number(std::string_view name, std::int64_t least, std::int64_t most);
  std::optional<WallTime> moment(std::string_view name);
  std::optional<Date> date(std::string_view name);
  std::optional<std::string> word(std::string_view name, std::span<const std::string_view> allowed);
  std::optional<std::string> text(std::string_view name);
  // from_ms and to_ms, or date.
  AskedRange range();

  // Fails with what was wrong first; also a name that nobody has asked for.
  Result<void> done() const;

 private:
  std::optional<std::string_view> take(std::string_view name);
  void refuse(std::string sentence);

  const Query& query_;
  std::vector<std::string> known_;
  std::optional<std::string> refusal_;
};

}  // namespace chairhub
