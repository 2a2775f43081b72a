#include "hub/service/storage_thread.h"

#include <poll.h>

#include <algorithm>

#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/platform/journal.h"

namespace chairhub {
namespace {

// Rows of many chairs in the time an SD card may stall.
constexpr std::size_t job_capacity = 100'000;

}  // namespace

StorageThread::StorageThread(Logbook logbook, Retention retention, std::function<void(Commit)> on_commit)
    : logbook_(std::move(logbook)),
      retention_(retention),
      on_commit_(std::move(on_commit)),
      jobs_(job_capacity),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

StorageThread::~StorageThread() {
  thread_.request_stop();
  jobs_.close();
}

std::uint64_t StorageThread::run(Task task) {
  const std::uint64_t ticket = ++next_ticket_;
  jobs_.put_waiting({ticket, std::move(task)});
  return ticket;
}

void StorageThread::retain_as_of(WallTime now) {
  run([this, now](Logbook& logbook) {
    const auto more = logbook.retain(now, retention_);
    if (!more) log_warning(more.error().message);
  });
}

void StorageThread::make_room_as_of(WallTime now) {
  run([this, now](Logbook& logbook) {
    const auto& file = logbook.files().database;
    const auto free = free_bytes(file);
    if (free)
      if (const auto settled = logbook.settle_reserve(*free); !settled) log_warning(settled.error().message);
    std::string warning;
    if (free && *free < nearly_full_bytes) {
      const auto deleted = logbook.make_room(now, *free);
      if (!deleted) log_warning(deleted.error().message);
      if (deleted && !deleted->empty()) deleted_from_ = *deleted;
      warning = fmt::format("{}: the disk is nearly full{}; make room", file.string(),
                            deleted_from_.empty() ? "" : ", and the oldest " + deleted_from_ + " were deleted");
    }
    warning_told_ = warning_told_ && warning == warning_;
    warning_ = std::move(warning);
  });
}

int StorageThread::milliseconds_to_wait() const {
  const auto next = logbook_.next_deadline();
  if (!next) return -1;
  const Millis left = *next - moment_now().steady;
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000));
}

void StorageThread::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    pollfd waiting{jobs_.fd(), POLLIN, 0};
    ::poll(&waiting, 1, milliseconds_to_wait());
    run_jobs();
    commit();
  }
}

void StorageThread::run_jobs() {
  for (const Job& job : jobs_.take()) {
    job.task(logbook_);
    done_ticket_ = job.ticket;
  }
}

void StorageThread::commit() {
  const auto committed = logbook_.commit_if_due(moment_now().steady);
  std::string trouble = committed ? "" : committed.error().message;
  if (trouble == trouble_ && told_ticket_ == done_ticket_ && warning_told_) return;
  trouble_ = std::move(trouble);
  told_ticket_ = done_ticket_;
  warning_told_ = true;
  on_commit_({done_ticket_, trouble_, warning_});
}

Result<void> StorageThread::close(Moment now) {
  thread_.request_stop();
  run([](Logbook&) {});
  thread_.join();
  run_jobs();
  return logbook_.close(now);
}

}  // namespace chairhub
