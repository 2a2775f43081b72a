#include "hub/storage/room.h"

#include <array>
#include <string_view>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "hub/storage/sql.h"

namespace chairhub {
namespace {

constexpr int rows_at_a_time = 500;
// A week of rows: as long as so much of the file is empty, it does not grow (engineering default).
constexpr std::int64_t enough_bytes = 1 << 20;

struct DearTable {
  std::string_view name;
  std::string_view time;
  std::string_view key;
};
constexpr std::array by_dearness = {
    DearTable{"minutes", "start_ms", "chair, start_ms, boot"},
    DearTable{"posture_spans", "start_ms", "id"},
    DearTable{"holds", "start_ms", "id"},
    DearTable{"events", "at_ms", "id"},
    DearTable{"exercise_answers", "at_ms", "id"},
    DearTable{"sittings", "start_ms", "id"},
    DearTable{"alerts", "raised_ms", "chair, id"},
};

}  // namespace

std::string make_room(SQLite::Database& database, WallTime now) {
  if (number_of(database, "PRAGMA freelist_count") * number_of(database, "PRAGMA page_size") >= enough_bytes) return "";
  const WallTime before = now - std::chrono::days(1);
  for (const auto& [name, time, key] : by_dearness) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int deleted =
        execute(database,
                fmt::format("DELETE FROM {0} WHERE ({2}) IN (SELECT {2} FROM {0} WHERE {1} < ?1 ORDER BY {1} LIMIT ?2)",
                            name, time, key),
                before, rows_at_a_time);
    transaction.commit();
    if (deleted > 0) return std::string(name);
  }
  return "";
}

}  // namespace chairhub
