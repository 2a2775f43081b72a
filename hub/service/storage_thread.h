// Gives the log a thread of its own, because an SD card can stall. Tasks run
// in their order; what was due is committed behind them.
//
// Thread rule: made and used on the loop's thread. `on_commit` is called on
// the storage thread and must only hand over.

#pragma once

#include <functional>
#include <string>
#include <thread>

#include "hub/platform/mailbox.h"
#include "hub/storage/logbook.h"

namespace chairhub {

class StorageThread {
 public:
  using Task = std::function<void(Logbook&)>;

  // `on_commit` hears about each commit: how it went, and the highest ticket
  // whose task is part of it.
  struct Commit {
    std::uint64_t ticket = 0;
    std::string trouble;  // empty: all is written
    std::string warning;  // the disk is nearly full; empty while it is not
  };

  StorageThread(Logbook logbook, Retention retention, std::function<void(Commit)> on_commit);
  ~StorageThread();

  // Queues a task; returns its ticket.
  std::uint64_t run(Task task);

  // Runs what is queued, ends open rows at `now` and closes the log.
  Result<void> close(Moment now);

  // Old rows are deleted as of this wall time, which is the chair's.
  void retain_as_of(WallTime now);
  // When the disk is nearly full, rows are deleted, the least dear ones first.
  void make_room_as_of(WallTime now);

 private:
  struct Job {
    std::uint64_t ticket = 0;
    Task task;
  };
  void work(const std::stop_token& stop);
  void run_jobs();
  void commit();
  int milliseconds_to_wait() const;

  Logbook logbook_;
  Retention retention_;
  std::function<void(Commit)> on_commit_;
  Mailbox<Job> jobs_;
  std::uint64_t next_ticket_ = 0;
  std::uint64_t done_ticket_ = 0;  // storage thread only
  std::uint64_t told_ticket_ = 0;  // storage thread only
  std::string trouble_;            // storage thread only
  std::string warning_;            // storage thread only
  std::string deleted_from_;       // storage thread only: what make_room took last
  bool warning_told_ = true;       // storage thread only
  std::jthread thread_;
};

}  // namespace chairhub
