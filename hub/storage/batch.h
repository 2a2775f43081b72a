// Collects what is to be written and writes it in one transaction. What the
// disk refuses stays in memory, in order, until it is accepted.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "hub/core/result.h"
#include "hub/core/time.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

class Batch {
 public:
  using Work = std::function<void(SQLite::Database&)>;
  enum class Urgency : std::uint8_t { soon, at_once };

  // Two weeks of a chair in daily use. Beyond that new work is lost, and
  // commit() says how much.
  static constexpr std::size_t most_waiting = 20'000;
  static constexpr Seconds waits_at_most{3};
  static constexpr Seconds retries_after{10};

  explicit Batch(std::filesystem::path file) : file_(std::move(file)) {}

  // Must be able to succeed: work that fails by its own fault would hold up
  // all that follows.
  void add(Work work, Urgency urgency = Urgency::soon);

  Result<void> commit_if_due(SQLite::Database& database, SteadyTime now);
  Result<void> commit(SQLite::Database& database);
  std::optional<SteadyTime> due() const { return due_; }

 private:
  std::filesystem::path file_;
  std::vector<Work> work_;
  std::size_t lost_ = 0;
  bool urgent_ = false;
  std::optional<SteadyTime> due_;
};

}  // namespace chairhub
