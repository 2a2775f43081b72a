#include "hub/storage/minute_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include "hub/core/posture.h"
#include "hub/storage/sql.h"

namespace chairhub {
namespace {

// Seconds of each posture in the order of Posture, shifts, then the loads.
constexpr auto columns =
    "empty_ms, object_ms, supported_ms, unsupported_upright_ms, bent_forward_ms, slumped_ms, unknown_ms, shifts, "
    "seat_total_min_permille, seat_total_mean_permille, seat_total_max_permille, "
    "back_share_min_permille, back_share_mean_permille, back_share_max_permille, "
    "left_right_min_permille, left_right_mean_permille, left_right_max_permille, "
    "front_back_min_permille, front_back_mean_permille, front_back_max_permille";

constexpr std::array loads = {&Minute::seat_total, &Minute::back_share, &Minute::left_right, &Minute::front_back};

std::int64_t thousandths(double value) {
  return std::llround(value * 1000);
}

// Reads a row of start_ms and the columns above.
Minute read_minute(const SQLite::Statement& row) {
  Minute minute;
  int column = 0;
  minute.start = wall(row, column++);
  for (double& seconds : minute.seconds) seconds = static_cast<double>(number(row, column++)) / 1000;
  minute.shifts = static_cast<std::uint32_t>(number(row, column++));
  for (const auto load : loads)
    for (double* value : {&(minute.*load).min, &(minute.*load).mean, &(minute.*load).max})
      *value = static_cast<double>(number(row, column++)) / 1000;
  return minute;
}

MinMeanMax merged(const MinMeanMax& a, double weight_a, const MinMeanMax& b, double weight_b) {
  if (weight_a <= 0) return b;
  if (weight_b <= 0) return a;
  return {std::min(a.min, b.min), (a.mean * weight_a + b.mean * weight_b) / (weight_a + weight_b),
          std::max(a.max, b.max)};
}

std::optional<Minute> existing(const SQLite::Database& database, std::string_view chair, std::int64_t boot,
                               WallTime start) {
  auto row = query(
      database,
      std::string("SELECT start_ms, ") + columns + " FROM minutes WHERE chair = ?1 AND start_ms = ?2 AND boot = ?3",
      chair, start, boot);
  return row.executeStep() ? std::optional(read_minute(row)) : std::nullopt;
}

}  // namespace

double occupied_seconds(const Minute& minute) {
  double sum = 0;
  for (std::size_t posture = 0; posture < posture_count; ++posture)
    if (posture != static_cast<std::size_t>(Posture::empty) && posture != static_cast<std::size_t>(Posture::object))
      sum += minute.seconds[posture];
  return sum;
}

Minute merged(const Minute& a, const Minute& b) {
  Minute both = a;
  for (std::size_t posture = 0; posture < posture_count; ++posture) both.seconds[posture] += b.seconds[posture];
  both.shifts += b.shifts;
  for (const auto load : loads) both.*load = merged(a.*load, occupied_seconds(a), b.*load, occupied_seconds(b));
  return both;
}

void write_minute(const SQLite::Database& database, std::string_view chair, std::int64_t boot, const Minute& minute) {
  const auto before = existing(database, chair, boot, minute.start);
  const Minute whole = before ? merged(*before, minute) : minute;
  auto row = query(database,
                   std::string("INSERT OR REPLACE INTO minutes (chair, start_ms, boot, ") + columns +
                       ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   chair, whole.start, boot);
  int column = 4;
  for (const double seconds : whole.seconds) bind_value(row, column++, thousandths(seconds));
  bind_value(row, column++, whole.shifts);
  for (const auto load : loads)
    for (const double value : {(whole.*load).min, (whole.*load).mean, (whole.*load).max})
      bind_value(row, column++, thousandths(value));
  row.exec();
}

std::vector<Minute> read_minutes(const SQLite::Database& database, std::string_view chair, WallRange range) {
  auto rows = query(database,
                    std::string("SELECT start_ms, ") + columns +
                        " FROM minutes WHERE chair = ?1 AND start_ms >= ?2 AND start_ms < ?3 ORDER BY start_ms, boot",
                    chair, range.from, range.to);
  std::vector<Minute> minutes;
  while (rows.executeStep()) {
    const Minute minute = read_minute(rows);
    if (!minutes.empty() && minutes.back().start == minute.start)
      minutes.back() = merged(minutes.back(), minute);
    else
      minutes.push_back(minute);
  }
  return minutes;
}

}  // namespace chairhub
