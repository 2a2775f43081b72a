// Reads one table of a TOML file key by key into fields that already hold
// their defaults. A missing key keeps the default and is noted as such; a
// wrong one is refused with its place. Knows nothing of chairs or brokers.

#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "hub/config/report.h"
#include "hub/core/chair.h"
#include "hub/core/kit.h"
#include "hub/core/time.h"

namespace chairhub {

class TableReader {
 public:
  // `path` names the table for people ("mqtt", "chair[desk].kit"). A table
  // that is not in the file is null: every key keeps its default.
  TableReader(Report& report, std::string path, const toml::table* table);

  bool present() const { return table_ != nullptr; }
  bool has(std::string_view key) const { return find(key) != nullptr; }

  void read(std::string_view key, bool& target);
  // Unset where the key is not there: nobody has told.
  void read(std::string_view key, std::optional<bool>& target);
  void read(std::string_view key, double& target);
  void read(std::string_view key, std::string& target);
  // A file name; relative ones start at the folder of the file that is read.
  void read(std::string_view key, std::filesystem::path& target, const std::filesystem::path& folder);
  void read(std::string_view key, int& target, int min, int max);
  void read(std::string_view key, int& target, std::span<const int> allowed);
  void read(std::string_view key, double& target, double min, double max);
  void read(std::string_view key, std::vector<std::string>& target);
  // A text that nobody is shown, not even by `chairhub check`.
  void read_secret(std::string_view key, std::string& target);
  void read(std::string_view key, CountRange& target);
  // A TOML date and time; without an offset it is taken as UTC.
  void read(std::string_view key, WallTime& target);
  void read(std::string_view key, std::string& target, std::span<const std::string_view> allowed);
  // As read, but the key has to be there.
  template <class T, class... Limits>
  void require(std::string_view key, T& target, std::string_view what, const Limits&... limits) {
    if (!has(key)) refuse_missing(key, what);
    read(key, target, limits...);
  }

  TableReader table(std::string_view key);
  // All that stand in it, for a table whose keys are names.
  std::vector<std::string> keys() const;
  // The tables of a list such as [[chair]], each named by its id or name, else by its number.
  std::vector<TableReader> tables(std::string_view key);

  // A number or a text, as an option for a driver to judge; unset where it is missing or neither.
  std::optional<KitOption> option(std::string_view key, std::string_view allowed);
  // Every key that was not asked for, as an option for a driver to judge.
  std::vector<KitOption> remaining_options();
  // Refuses every key that was not asked for, with the nearest one that was.
  void refuse_unknown_keys();

  // Says what is wrong with the value of `key` (or with the table, without one).
  void refuse(std::string_view key, std::string_view sentence);
  void refuse(std::string_view sentence) { report_->refuse(place(), sentence); }
  // How many problems the file has so far, to see whether a part of it added any.
  std::size_t problems() const { return report_->problems(); }
  // "chairhub.toml:7:8", for whoever speaks of this table later.
  std::string where() const { return report_->text(place()); }
  Place place(std::string_view key) const;
  Place place() const;

 private:
  const toml::node* find(std::string_view key) const;
  std::string path_of(std::string_view key) const;
  // The value as T, noted with where it came from; unset where it is missing or no T.
  template <class T>
  std::optional<T> ask(std::string_view key, const T& fallback, std::string_view allowed);
  void refuse_missing(std::string_view key, std::string_view what);

  Report* report_;
  std::string path_;
  const toml::table* table_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace chairhub
