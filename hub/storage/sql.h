// SQL with our own types: execute(database, "... ?1 ... ?2", values...) and query().
// Statements are prepared for each use: the log writes a few hundred a day.
// Includes SQLiteCpp; never included by a public header.

#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "hub/core/time.h"

namespace chairhub {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
void bind_value(SQLite::Statement& statement, int index, const T& value) {
  if constexpr (IsOptional<T>::value) {
    value ? bind_value(statement, index, *value) : statement.bind(index);
  } else if constexpr (std::same_as<T, WallTime> || std::same_as<T, SteadyTime>) {
    bind_value(statement, index, value.time_since_epoch());
  } else if constexpr (std::same_as<T, Millis>) {
    statement.bind(index, std::int64_t{value.count()});
  } else if constexpr (std::is_integral_v<T>) {
    statement.bind(index, static_cast<std::int64_t>(value));
  } else if constexpr (std::is_floating_point_v<T>) {
    statement.bind(index, static_cast<double>(value));
  } else {
    statement.bind(index, std::string(value));
  }
}

template <class... Values>
SQLite::Statement query(const SQLite::Database& database, const std::string& sql, const Values&... values) {
  SQLite::Statement statement(database, sql);
  int index = 0;
  (bind_value(statement, ++index, values), ...);
  return statement;
}

// Returns how many rows it changed.
template <class... Values>
int execute(const SQLite::Database& database, const std::string& sql, const Values&... values) {
  return query(database, sql, values...).exec();
}

inline std::int64_t number(const SQLite::Statement& row, int column) {
  return row.getColumn(column).getInt64();
}
inline double real(const SQLite::Statement& row, int column) {
  return row.getColumn(column).getDouble();
}
inline std::string text(const SQLite::Statement& row, int column) {
  return row.getColumn(column).getString();
}
inline bool is_null(const SQLite::Statement& row, int column) {
  return row.getColumn(column).isNull();
}
inline Millis millis(const SQLite::Statement& row, int column) {
  return Millis(number(row, column));
}
inline WallTime wall(const SQLite::Statement& row, int column) {
  return WallTime(millis(row, column));
}
inline std::optional<WallTime> optional_wall(const SQLite::Statement& row, int column) {
  return is_null(row, column) ? std::nullopt : std::optional(wall(row, column));
}

// The value of a word that only a damaged log does not know.
template <class T>
T known(const std::optional<T>& value, const std::string& word) {
  if (!value) throw SQLite::Exception("it says \"" + word + "\"", SQLITE_CORRUPT);
  return *value;
}

// The first column of the only row; 0 when it is NULL or there is no row.
template <class... Values>
std::int64_t number_of(const SQLite::Database& database, const std::string& sql, const Values&... values) {
  auto row = query(database, sql, values...);
  return row.executeStep() ? number(row, 0) : 0;
}

}  // namespace chairhub
