// What a driver tells the catalogue about itself: its options, and how its kit
// is made. Options are checked against this table before `make` is called, so
// a driver reads only values that are there, of the right type and in range.

#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "hub/core/chair.h"
#include "hub/core/kit.h"
#include "hub/core/result.h"

namespace chairhub {

// One key that may stand in the kit's table. The type of `default_value` is
// the option's type; a whole number is accepted where a double is wanted.
struct OptionInfo {
  std::string_view key;
  std::variant<bool, std::int64_t, double, std::string_view> default_value;
  std::string_view allowed;  // in words: "true or false", "0 to 1000"
  std::string_view meaning;  // one line for a person
  double min = std::numeric_limits<double>::lowest();
  double max = std::numeric_limits<double>::max();
  bool required = false;  // then default_value says only the type
  // Set: nobody may give it, for this reason. It is no option, only a better answer than that there is none.
  std::string_view why_not = {};
};

std::string_view type_name(const OptionInfo& option);

// The options of one kit, already checked: what the configuration says, or
// else the default. Asking for a key or a type that the table does not have
// is a fault in the driver and throws std::logic_error.
class Options {
 public:
  // Refuses unknown, repeated and missing keys, wrong types and values out of range.
  static Result<Options> check(const KitConfig& config, std::span<const OptionInfo> table);

  bool flag(std::string_view key) const;
  std::int64_t integer(std::string_view key) const;
  double number(std::string_view key) const;
  std::string text(std::string_view key) const;
  // Where the key stands in the configuration; the kit's own place if it does not.
  std::string where(std::string_view key) const;
  // True when the configuration itself says it.
  bool given(std::string_view key) const;

 private:
  Options(const KitConfig& config, std::span<const OptionInfo> table) : config_(&config), table_(table) {}

  const KitOption* find(std::string_view key) const;
  template <class Wanted>
  Wanted value(std::string_view key) const;

  const KitConfig* config_;  // outlives the Options, which live only while a kit is made
  std::span<const OptionInfo> table_;
};

// A file name from the configuration: relative ones start at the configuration's folder.
std::string resolve(const KitConfig& config, const std::string& file);

// One line of the catalogue.
struct DriverInfo {
  std::string_view name;
  std::string_view description;  // one line for a person
  std::span<const OptionInfo> options;
  Result<std::unique_ptr<Kit>> (*make)(const KitConfig& config, const Options& options, const Chair& chair);
};

}  // namespace chairhub
