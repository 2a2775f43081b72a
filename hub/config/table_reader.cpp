#include "hub/config/table_reader.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/core/suggest.h"

namespace chairhub {
namespace {

Place start_of(const toml::source_region& region) {
  return {region.begin.line, region.begin.column};
}

std::string shown(bool value) {
  return value ? "true" : "false";
}
std::string shown(const std::optional<bool>& value) {
  return value ? shown(*value) : "unknown";
}
std::string shown(double value) {
  return fmt::format("{}", value);
}
std::string shown(std::int64_t value) {
  return fmt::format("{}", value);
}
std::string shown(const std::string& value) {
  return fmt::format("\"{}\"", value);
}

// What somebody wrote, in words: the number 15, the text "on", a list.
std::string described(const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return fmt::format("the text \"{}\"", *text);
  if (const auto flag = node.value_exact<bool>()) return shown(*flag);
  if (const auto whole = node.value_exact<std::int64_t>()) return fmt::format("the number {}", *whole);
  if (const auto number = node.value_exact<double>()) return fmt::format("the number {}", *number);
  if (node.is_array()) return "a list";
  if (node.is_table()) return "a table";
  return "a date or time";
}

template <class T>
std::optional<T> value_of(const toml::node& node) {
  if constexpr (std::is_same_v<T, double>)
    return node.is_number() ? node.value<double>() : std::nullopt;  // 15 is as good as 15.0
  else
    return node.value_exact<T>();
}

std::optional<WallTime> wall_time(const toml::date_time& written) {
  const std::chrono::year_month_day day{std::chrono::year{written.date.year}, std::chrono::month{written.date.month},
                                        std::chrono::day{written.date.day}};
  if (!day.ok()) return std::nullopt;
  const auto offset = Minutes(written.offset ? written.offset->minutes : 0);
  const auto milli = std::chrono::floor<Millis>(std::chrono::nanoseconds(written.time.nanosecond));
  return std::chrono::sys_days(day) + std::chrono::hours(written.time.hour) + Minutes(written.time.minute) +
         Seconds(written.time.second) + milli - offset;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> known) {
  const auto near = nearest(word, known);
  return near ? fmt::format("did you mean '{}'? ", *near) : "";
}

std::string label_of(const toml::table& table, std::size_t number) {
  for (const std::string_view key : {"id", "name"})
    if (const auto label = table[key].value_exact<std::string>()) return *label;
  return std::to_string(number);
}

}  // namespace

TableReader::TableReader(Report& report, std::string path, const toml::table* table)
    : report_(&report), path_(std::move(path)), table_(table) {}

const toml::node* TableReader::find(std::string_view key) const {
  return table_ ? table_->get(key) : nullptr;
}

std::string TableReader::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

Place TableReader::place() const {
  return table_ ? start_of(table_->source()) : Place{};
}

Place TableReader::place(std::string_view key) const {
  const toml::node* node = find(key);
  return node ? start_of(node->source()) : place();
}

template <class T>
std::optional<T> TableReader::ask(std::string_view key, const T& fallback, std::string_view allowed) {
  asked_.emplace(key);
  const toml::node* node = find(key);
  if (!node) {
    report_->note({path_of(key), shown(fallback), "default"});
    return std::nullopt;
  }
  const auto value = value_of<T>(*node);
  if (value)
    report_->note({path_of(key), shown(*value), report_->text(place(key))});
  else
    refuse(key, fmt::format("'{}' is {}; {}", path_of(key), described(*node), allowed));
  return value;
}

void TableReader::read(std::string_view key, bool& target) {
  target = ask<bool>(key, target, "true or false is allowed").value_or(target);
}

void TableReader::read(std::string_view key, std::optional<bool>& target) {
  if (has(key)) {
    bool told = false;
    read(key, told);
    target = told;
    return;
  }
  asked_.emplace(key);
  report_->note({path_of(key), shown(target), "default"});
}

void TableReader::read(std::string_view key, double& target) {
  read(key, target, std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max());
}

void TableReader::read(std::string_view key, double& target, double min, double max) {
  const bool limited = max < std::numeric_limits<double>::max();
  const std::string allowed =
      limited ? fmt::format("a number from {} to {} is allowed", min, max) : "a number is allowed";
  const auto value = ask<double>(key, target, allowed);
  if (value && !(*value >= min && *value <= max))
    return refuse(key, fmt::format("'{}' is {}; {}", path_of(key), *value, allowed));
  target = value.value_or(target);
}

void TableReader::read(std::string_view key, int& target, int min, int max) {
  const std::string allowed = fmt::format("a whole number from {} to {} is allowed", min, max);
  const auto value = ask<std::int64_t>(key, target, allowed);
  if (value && (*value < min || *value > max))
    return refuse(key, fmt::format("'{}' is {}; {}", path_of(key), *value, allowed));
  target = static_cast<int>(value.value_or(target));
}

void TableReader::read(std::string_view key, int& target, std::span<const int> allowed) {
  const std::string known = fmt::format("allowed: {}", fmt::join(allowed, ", "));
  const auto value = ask<std::int64_t>(key, target, known);
  if (value && std::find(allowed.begin(), allowed.end(), *value) == allowed.end())
    return refuse(key, fmt::format("'{}' is {}; {}", path_of(key), *value, known));
  target = static_cast<int>(value.value_or(target));
}

void TableReader::read(std::string_view key, std::string& target) {
  target = ask<std::string>(key, target, "text in quotes is allowed").value_or(target);
}

void TableReader::read(std::string_view key, std::string& target, std::span<const std::string_view> allowed) {
  const std::string known = fmt::format("allowed: {}", fmt::join(allowed, ", "));
  const auto value = ask<std::string>(key, target, known);
  if (value && std::find(allowed.begin(), allowed.end(), *value) == allowed.end())
    return refuse(key, fmt::format("'{}' is \"{}\"; {}{}", path_of(key), *value, suggestion(*value, allowed), known));
  target = value.value_or(target);
}

void TableReader::read(std::string_view key, std::filesystem::path& target, const std::filesystem::path& folder) {
  const auto value = ask<std::string>(key, target.string(), "a file name in quotes is allowed");
  if (value) target = value->empty() ? std::filesystem::path{} : folder / *value;
}

void TableReader::read(std::string_view key, CountRange& target) {
  asked_.emplace(key);
  const toml::node* node = find(key);
  const auto note = [&](const std::string& origin) {
    report_->note({path_of(key), fmt::format("[{}, {}]", target.unloaded, target.loaded), origin});
  };
  if (!node) return note("default");
  const toml::array* list = node->as_array();
  const auto count = [list](std::size_t i) {
    const auto value = list && list->size() == 2 ? (*list)[i].value_exact<std::int64_t>() : std::nullopt;
    return value && std::in_range<std::int32_t>(*value) ? value : std::nullopt;
  };
  if (!count(0) || !count(1) || *count(0) == *count(1))
    return refuse(key, fmt::format("'{}' is {}; two different whole numbers are allowed, the counts [unloaded, loaded]",
                                   path_of(key), described(*node)));
  target = {static_cast<std::int32_t>(*count(0)), static_cast<std::int32_t>(*count(1))};
  note(report_->text(place(key)));
}

void TableReader::read(std::string_view key, WallTime& target) {
  asked_.emplace(key);
  const toml::node* node = find(key);
  const auto value = node ? node->value_exact<toml::date_time>() : std::nullopt;
  const auto wall = value ? wall_time(*value) : std::nullopt;
  if (wall)
    target = *wall;
  else if (node)
    refuse(key, fmt::format("'{}' is {}; a date and time is allowed, such as 2026-01-31T09:30:00Z", path_of(key),
                            described(*node)));
}

TableReader TableReader::table(std::string_view key) {
  asked_.emplace(key);
  const toml::node* node = find(key);
  if (node && !node->is_table())
    refuse(key, fmt::format("'{}' is {}; a table is allowed", path_of(key), described(*node)));
  return {*report_, path_of(key), node ? node->as_table() : nullptr};
}

std::vector<std::string> TableReader::keys() const {
  std::vector<std::string> all;
  for (const auto& [key, node] : table_ ? *table_ : toml::table{}) all.emplace_back(key.str());
  return all;
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  asked_.emplace(key);
  std::vector<TableReader> readers;
  const toml::node* node = find(key);
  if (!node) return readers;
  const toml::array* list = node->as_array();
  if (!list || std::any_of(list->begin(), list->end(), [](const toml::node& item) { return !item.is_table(); })) {
    refuse(key, fmt::format("'{0}' is {1}; one [[{0}]] heading for each is allowed", path_of(key), described(*node)));
    return readers;
  }
  for (const toml::node& item : *list) {
    const toml::table* table = item.as_table();
    readers.emplace_back(*report_, fmt::format("{}[{}]", path_of(key), label_of(*table, readers.size() + 1)), table);
  }
  return readers;
}

std::optional<KitOption> TableReader::option(std::string_view key, std::string_view allowed) {
  asked_.emplace(key);
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  KitOption option{std::string(key), false, report_->text(place(key))};
  if (const auto whole = node->value_exact<std::int64_t>())
    option.value = *whole;
  else if (const auto text = node->value_exact<std::string>())
    option.value = *text;
  else {
    refuse(key, fmt::format("'{}' is {}; {}", path_of(key), described(*node), allowed));
    return std::nullopt;
  }
  report_->note({path_of(key), std::visit([](const auto& value) { return shown(value); }, option.value), option.where});
  return option;
}

std::vector<KitOption> TableReader::remaining_options() {
  std::vector<KitOption> options;
  if (!table_) return options;
  for (const auto& [key, node] : *table_) {
    if (asked_.contains(key.str())) continue;
    asked_.emplace(key.str());
    KitOption option{std::string(key.str()), false, report_->text(place(key.str()))};
    if (const auto flag = node.value_exact<bool>())
      option.value = *flag;
    else if (const auto whole = node.value_exact<std::int64_t>())
      option.value = *whole;
    else if (const auto number = node.value_exact<double>())
      option.value = *number;
    else if (const auto text = node.value_exact<std::string>())
      option.value = *text;
    else {
      refuse(key.str(),
             fmt::format("'{}' is {}; true, false, a number or text is allowed", path_of(key.str()), described(node)));
      continue;
    }
    report_->note(
        {path_of(key.str()), std::visit([](const auto& value) { return shown(value); }, option.value), option.where});
    options.push_back(std::move(option));
  }
  return options;
}

void TableReader::refuse_unknown_keys() {
  if (!table_) return;
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const auto& [key, node] : *table_) {
    if (asked_.contains(key.str())) continue;
    report_->refuse(start_of(key.source()),
                    fmt::format("unknown key '{}'; {}known{}: {}", key.str(), suggestion(key.str(), known),
                                path_.empty() ? "" : " in " + path_, fmt::join(known, ", ")));
  }
}

void TableReader::refuse(std::string_view key, std::string_view sentence) {
  report_->refuse(place(key), sentence);
}

void TableReader::refuse_missing(std::string_view key, std::string_view what) {
  refuse(fmt::format("'{}' is missing; it has to be there: {}", path_of(key), what));
}

}  // namespace chairhub
