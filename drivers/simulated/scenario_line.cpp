#include "drivers/simulated/scenario_line.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "hub/core/suggest.h"

namespace chairhub::simulated {
namespace {

constexpr std::string_view blanks = " \t\r";

template <class Number>
bool parse(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc{} && stop == end;
}

// "09:30" or "09:30:15", up to 24:00.
std::optional<Millis> time_in(std::string_view text) {
  if ((text.size() != 5 && text.size() != 8) || text[2] != ':' || (text.size() == 8 && text[5] != ':'))
    return std::nullopt;
  unsigned hours = 0, minutes = 0, seconds = 0;
  const bool readable = parse(text.substr(0, 2), hours) && parse(text.substr(3, 2), minutes) &&
                        (text.size() == 5 || parse(text.substr(6, 2), seconds));
  const Millis time = std::chrono::hours(hours) + Minutes(minutes) + Seconds(seconds);
  if (!readable || minutes > 59 || seconds > 59 || time > std::chrono::hours(24)) return std::nullopt;
  return time;
}

std::optional<Millis> length_in(std::string_view text) {
  struct Unit {
    std::string_view name;
    Millis length;
  };
  constexpr Unit units[] = {{"min", Minutes(1)}, {"s", Seconds(1)}, {"h", std::chrono::hours(1)}};
  for (const Unit& unit : units) {
    unsigned count = 0;
    if (!text.ends_with(unit.name) || !parse(text.substr(0, text.size() - unit.name.size()), count)) continue;
    const Millis length = unit.length * count;
    if (length > Millis(0) && length <= std::chrono::hours(24)) return length;
  }
  return std::nullopt;
}

}  // namespace

ScenarioLine::ScenarioLine(std::string_view text, const std::string& file, std::size_t number)
    : file_(file), number_(number) {
  text = text.substr(0, text.find('#'));
  std::size_t at = text.find_first_not_of(blanks);
  while (at != std::string_view::npos) {
    const std::size_t stop = std::min(text.find_first_of(blanks, at), text.size());
    words_.push_back({text.substr(at, stop - at), at + 1});
    at = text.find_first_not_of(blanks, stop);
  }
  end_column_ = words_.empty() ? 1 : words_.back().column + words_.back().text.size();
}

bool ScenarioLine::is_timed() const {
  return !words_.empty() && words_.front().text.front() >= '0' && words_.front().text.front() <= '9';
}

Result<std::string_view> ScenarioLine::word(std::string_view meaning) {
  ++next_;
  if (next_ > words_.size()) return error(fmt::format("the line ends where {} is wanted", meaning));
  return words_[next_ - 1].text;
}

Result<std::size_t> ScenarioLine::name_out_of(std::span<const std::string_view> names, std::string_view meaning) {
  const std::string allowed = fmt::format("{} ({})", meaning, fmt::join(names, ", "));
  const auto name = word(allowed);
  if (!name) return tl::unexpected(name.error());
  const auto found = std::find(names.begin(), names.end(), *name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const auto meant = nearest(*name, names);
  return error(
      fmt::format("'{}' is not {}{}", *name, allowed, meant ? fmt::format(", did you mean '{}'?", *meant) : ""));
}

Result<double> ScenarioLine::number(std::string_view meaning, double min, double max) {
  const std::string allowed = fmt::format("{}, a number from {} to {}", meaning, min, max);
  const auto text = word(allowed);
  if (!text) return tl::unexpected(text.error());
  double value = 0;
  if (!parse(*text, value) || !(value >= min && value <= max))
    return error(fmt::format("'{}' is not {}", *text, allowed));
  return value;
}

Result<double> ScenarioLine::number_with_unit(std::string_view unit, double min, double max) {
  const std::string allowed = fmt::format("a number from {} to {} and '{}'", min, max, unit);
  const auto text = word(allowed);
  if (!text) return tl::unexpected(text.error());
  double value = 0;
  if (!text->ends_with(unit) || !parse(text->substr(0, text->size() - unit.size()), value) ||
      !(value >= min && value <= max))
    return error(fmt::format("'{}' is not {}", *text, allowed));
  return value;
}

Result<Millis> ScenarioLine::time() {
  constexpr std::string_view allowed = "a time from 00:00 to 24:00, such as 09:30 or 09:30:15";
  const auto text = word(allowed);
  if (!text) return tl::unexpected(text.error());
  if (const auto time = time_in(*text)) return *time;
  return error(fmt::format("'{}' is not {}", *text, allowed));
}

Result<Millis> ScenarioLine::length() {
  constexpr std::string_view allowed = "a length up to a day, such as 20s, 6min or 1h";
  const auto text = word(allowed);
  if (!text) return tl::unexpected(text.error());
  if (const auto length = length_in(*text)) return *length;
  return error(fmt::format("'{}' is not {}", *text, allowed));
}

Result<TimeSpan> ScenarioLine::time_span() {
  constexpr std::string_view allowed = "two times, the later one last, such as 10:00..11:00";
  const auto text = word(allowed);
  if (!text) return tl::unexpected(text.error());
  const std::size_t dots = text->find("..");
  if (dots != std::string_view::npos) {
    const auto from = time_in(text->substr(0, dots));
    const auto to = time_in(text->substr(dots + 2));
    if (from && to && *from < *to) return TimeSpan{*from, *to};
  }
  return error(fmt::format("'{}' is not {}", *text, allowed));
}

Result<void> ScenarioLine::done() const {
  if (!has_more()) return {};
  return failure(fmt::format("{}:{}:{}: '{}' is one word too many; the line is complete before it", file_, number_,
                             words_[next_].column, words_[next_].text));
}

std::string ScenarioLine::place() const {
  const bool in_line = next_ > 0 && next_ <= words_.size();
  return fmt::format("{}:{}:{}", file_, number_, in_line ? words_[next_ - 1].column : end_column_);
}

tl::unexpected<Error> ScenarioLine::error(const std::string& sentence) const {
  return failure(place() + ": " + sentence);
}

}  // namespace chairhub::simulated
