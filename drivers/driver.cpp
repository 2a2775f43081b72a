#include "drivers/driver.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "hub/core/suggest.h"

namespace chairhub {
namespace {

const OptionInfo* find_option(std::span<const OptionInfo> table, std::string_view key) {
  const auto found = std::find_if(table.begin(), table.end(), [key](const OptionInfo& o) { return o.key == key; });
  return found == table.end() ? nullptr : &*found;
}

std::string unknown_option(const KitConfig& config, const KitOption& option, std::span<const OptionInfo> table) {
  std::vector<std::string_view> keys;
  for (const OptionInfo& info : table)
    if (info.why_not.empty()) keys.push_back(info.key);
  const auto meant = nearest(option.key, keys);
  return fmt::format("{}: the driver '{}' has no option '{}'{}; it has {}", option.where, config.driver, option.key,
                     meant ? fmt::format(", did you mean '{}'?", *meant) : "", fmt::join(keys, ", "));
}

std::optional<double> as_number(const KitOption& option) {
  if (const auto* whole = std::get_if<std::int64_t>(&option.value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&option.value)) return *real;
  return std::nullopt;
}

bool has_type_of(const KitOption& option, const OptionInfo& info) {
  if (std::holds_alternative<double>(info.default_value)) return as_number(option).has_value();
  return option.value.index() == info.default_value.index();
}

Result<void> check_value(const KitOption& option, const OptionInfo& info) {
  if (!has_type_of(option, info)) {
    const std::string limits = info.allowed == type_name(info) ? "" : fmt::format(" ({})", info.allowed);
    return failure(fmt::format("{}: {} must be {}{}", option.where, info.key, type_name(info), limits));
  }
  const auto number = as_number(option);
  if (number && !(std::isfinite(*number) && *number >= info.min && *number <= info.max))
    return failure(fmt::format("{}: {} is {}, allowed is {}", option.where, info.key, *number, info.allowed));
  return {};
}

}  // namespace

std::string_view type_name(const OptionInfo& option) {
  static constexpr std::string_view names[] = {"true or false", "a whole number", "a number", "a text"};
  return names[option.default_value.index()];
}

Result<Options> Options::check(const KitConfig& config, std::span<const OptionInfo> table) {
  const Options options(config, table);
  for (const KitOption& option : config.options) {
    const OptionInfo* info = find_option(table, option.key);
    if (info == nullptr) return failure(unknown_option(config, option, table));
    if (!info->why_not.empty()) return failure(fmt::format("{}: {}: {}", option.where, info->key, info->why_not));
    if (auto valid = check_value(option, *info); !valid) return tl::unexpected(valid.error());
    if (options.find(option.key) != &option)
      return failure(fmt::format("{}: {} is given twice; once is allowed", option.where, option.key));
  }
  for (const OptionInfo& info : table)
    if (info.required && !options.given(info.key))
      return failure(fmt::format("{}: the driver '{}' needs the option '{}': {} ({})", config.where, config.driver,
                                 info.key, info.meaning, info.allowed));
  return options;
}

const KitOption* Options::find(std::string_view key) const {
  const auto& all = config_->options;
  const auto found = std::find_if(all.begin(), all.end(), [key](const KitOption& o) { return o.key == key; });
  return found == all.end() ? nullptr : &*found;
}

template <class Wanted>
Wanted Options::value(std::string_view key) const {
  const OptionInfo* info = find_option(table_, key);
  if (info == nullptr || !std::holds_alternative<Wanted>(info->default_value))
    throw std::logic_error(
        fmt::format("driver '{}' has no such option '{}' of the type it asks for", config_->driver, key));
  return std::get<Wanted>(info->default_value);
}

bool Options::flag(std::string_view key) const {
  const bool usual = value<bool>(key);
  const KitOption* given_option = find(key);
  return given_option != nullptr ? std::get<bool>(given_option->value) : usual;
}

std::int64_t Options::integer(std::string_view key) const {
  const auto usual = value<std::int64_t>(key);
  const KitOption* given_option = find(key);
  return given_option != nullptr ? std::get<std::int64_t>(given_option->value) : usual;
}

double Options::number(std::string_view key) const {
  const double usual = value<double>(key);
  const KitOption* given_option = find(key);
  return given_option != nullptr ? as_number(*given_option).value() : usual;
}

std::string Options::text(std::string_view key) const {
  const auto usual = value<std::string_view>(key);
  const KitOption* given_option = find(key);
  return given_option != nullptr ? std::get<std::string>(given_option->value) : std::string(usual);
}

std::string Options::where(std::string_view key) const {
  const KitOption* given_option = find(key);
  return given_option != nullptr ? given_option->where : config_->where;
}

bool Options::given(std::string_view key) const {
  return find(key) != nullptr;
}

std::string resolve(const KitConfig& config, const std::string& file) {
  return (std::filesystem::path(config.folder) / file).string();
}

}  // namespace chairhub
