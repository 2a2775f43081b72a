#include "hub/web/query_reader.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/core/utf8.h"

namespace chairhub {
namespace {

// The last moment of the year 9999.
constexpr std::int64_t last_moment_ms = 253'402'300'799'999;
// Long enough for all that is asked for, short enough that nothing overflows anywhere.
constexpr int first_year = 1970;
constexpr int last_year = 9998;

template <class Number>
std::optional<Number> parsed(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Date> date_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parsed<int>(text.substr(0, 4));
  const auto month = parsed<unsigned>(text.substr(5, 2));
  const auto day = parsed<unsigned>(text.substr(8, 2));
  if (!year || !month || !day || *year < first_year || *year > last_year) return std::nullopt;
  const Date date{std::chrono::year(*year), std::chrono::month(*month), std::chrono::day(*day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<std::string_view> QueryReader::take(std::string_view name) {
  known_.emplace_back(name);
  const auto found = query_.find(name);
  return found == query_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

void QueryReader::refuse(std::string sentence) {
  if (!refusal_) refusal_ = std::move(sentence);
}

std::optional<std::int64_t> QueryReader::whole_number(std::string_view name, std::int64_t least, std::int64_t most) {
  const auto given = take(name);
  if (!given) return std::nullopt;
  const auto value = parsed<std::int64_t>(*given);
  if (value && *value >= least && *value <= most) return value;
  refuse(fmt::format("query: {} {} is not a whole number from {} to {}", name, quote(*given), least, most));
  return std::nullopt;
}

std::optional<WallTime> QueryReader::moment(std::string_view name) {
  const auto given = take(name);
  if (!given) return std::nullopt;
  const auto value = parsed<std::int64_t>(*given);
  if (value && *value >= 0 && *value <= last_moment_ms) return WallTime(Millis(*value));
  refuse(fmt::format("query: {} {} is not a moment; it takes Unix milliseconds, 0 to {}", name, quote(*given),
                     last_moment_ms));
  return std::nullopt;
}

std::optional<Date> QueryReader::date(std::string_view name) {
  const auto given = take(name);
  if (!given) return std::nullopt;
  if (const auto date = date_from(*given)) return date;
  refuse(fmt::format("query: {} {} is not a day; write it as 2026-03-02, from {} to {}", name, quote(*given),
                     first_year, last_year));
  return std::nullopt;
}

std::optional<std::string> QueryReader::word(std::string_view name, std::span<const std::string_view> allowed) {
  const auto given = take(name);
  if (!given) return std::nullopt;
  if (std::find(allowed.begin(), allowed.end(), *given) != allowed.end()) return std::string(*given);
  refuse(fmt::format("query: {} {} is not known; it takes {}", name, quote(*given), fmt::join(allowed, ", ")));
  return std::nullopt;
}

std::optional<std::string> QueryReader::text(std::string_view name) {
  const auto given = take(name);
  return given ? std::optional(std::string(*given)) : std::nullopt;
}

AskedRange QueryReader::range() {
  AskedRange asked{moment("from_ms"), moment("to_ms"), date("date")};
  if (asked.day && (asked.from || asked.to)) refuse("query: date goes without from_ms and to_ms");
  if (asked.from && asked.to && *asked.to <= *asked.from) refuse("query: to_ms has to be later than from_ms");
  return asked;
}

Result<void> QueryReader::done() const {
  for (const auto& [name, value] : query_) {
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    if (known_.empty()) return failure("query: " + quote(name) + " is not known; nothing is allowed here");
    return failure(fmt::format("query: {} is not known; allowed are {}", quote(name), fmt::join(known_, ", ")));
  }
  if (refusal_) return failure(*refusal_);
  return {};
}

}  // namespace chairhub
