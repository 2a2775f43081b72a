#include "hub/storage/room.h"

#include <array>
#include <string_view>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "hub/storage/log_files.h"
#include "hub/storage/sql.h"

namespace chairhub {
namespace {

constexpr int rows_at_a_time = 500;
// Three days of rows: as long as so much of the file is empty, it does not grow (engineering default).
constexpr std::int64_t enough_bytes = 256 << 10;

struct DearTable {
  std::string_view name;
  std::string_view time;
  std::string_view key;
  std::uint64_t goes_below;  // bytes that the disk has left
};
constexpr std::array by_dearness = {
    DearTable{"minutes", "start_ms", "chair, start_ms, boot", nearly_full_bytes},
    DearTable{"posture_spans", "start_ms", "id", full_bytes},
    DearTable{"holds", "start_ms", "id", full_bytes},
    DearTable{"events", "at_ms", "id", full_bytes},
    DearTable{"exercise_answers", "at_ms", "id", full_bytes},
    DearTable{"sittings", "start_ms", "id", full_bytes},
    DearTable{"alerts", "raised_ms", "chair, id", full_bytes},
};

}  // namespace

std::string make_room(SQLite::Database& database, WallTime now, std::uint64_t free) {
  if (number_of(database, "PRAGMA freelist_count") * number_of(database, "PRAGMA page_size") >= enough_bytes) return "";
  const WallTime before = now - std::chrono::days(1);
  for (const auto& [name, time, key, goes_below] : by_dearness) {
    if (free >= goes_below) continue;
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
