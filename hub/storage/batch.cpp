#include "hub/storage/batch.h"

#include <utility>

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "hub/storage/database.h"

namespace chairhub {

void Batch::add(Work work, Urgency urgency) {
  if (work_.size() >= most_waiting) {
    ++lost_;
    return;
  }
  work_.push_back(std::move(work));
  if (urgency == Urgency::at_once) urgent_ = true;
}

Result<void> Batch::commit_if_due(SQLite::Database& database, SteadyTime now) {
  if (work_.empty()) return {};
  if (!due_) due_ = now + waits_at_most;
  if (std::exchange(urgent_, false)) due_ = now;
  if (now < *due_) return {};
  auto committed = commit(database);
  if (!committed) due_ = now + retries_after;
  return committed;
}

Result<void> Batch::commit(SQLite::Database& database) {
  if (work_.empty()) return {};
  auto committed = guarded(file_, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const Work& work : work_) work(database);
    transaction.commit();
  });
  if (!committed)
    return failure(
        fmt::format("{}; {} rows wait in memory, {} are lost", committed.error().message, work_.size(), lost_));
  work_.clear();
  due_.reset();
  urgent_ = false;
  lost_ = 0;
  return {};
}

}  // namespace chairhub
