#include "hub/storage/exercise_rows.h"

#include "hub/storage/sql.h"

namespace chairhub {

void write_answer(const SQLite::Database& database, std::string_view chair, std::int64_t boot,
                  const LoggedAnswer& answer) {
  execute(database, "INSERT INTO exercise_answers (chair, boot, at_ms, exercise, answer) VALUES (?, ?, ?, ?, ?)", chair,
          boot, answer.at, answer.exercise, to_string(answer.answer));
}

std::vector<LoggedAnswer> read_answers(const SQLite::Database& database, std::string_view chair, WallRange range) {
  auto rows = query(database,
                    "SELECT exercise, answer, at_ms FROM exercise_answers "
                    "WHERE chair = ?1 AND at_ms >= ?2 AND at_ms < ?3 ORDER BY at_ms, id",
                    chair, range.from, range.to);
  std::vector<LoggedAnswer> answers;
  while (rows.executeStep())
    answers.push_back({text(rows, 0), known(exercise_answer_from(text(rows, 1)), text(rows, 1)), wall(rows, 2)});
  return answers;
}

}  // namespace chairhub
