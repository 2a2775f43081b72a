#include "hub/service/scan_thread.h"

#include "hub/platform/clock.h"
#include "hub/platform/journal.h"

namespace chairhub {

ScanThread::ScanThread(std::size_t chair, Kit& kit, Mailbox<Scan>& scans)
    : chair_(chair), kit_(kit), scans_(scans), thread_([this](const std::stop_token& stop) {
        if (kit_.pace().own_time)
          play(stop);
        else
          scan_converters(stop);
      }) {}

void ScanThread::log_notices() {
  for (const std::string& notice : kit_.take_notices()) log_warning(notice);
}

bool ScanThread::wait_until(SteadyTime due, const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  waiting_.wait_until(lock, stop, due, [] { return false; });
  return !stop.stop_requested();
}

// Deadlines are absolute, so that scans do not drift; what was missed is
// counted and skipped, never caught up in a burst.
void ScanThread::scan_converters(const std::stop_token& stop) {
  const Millis interval = kit_.pace().interval;
  SteadyTime due = moment_now().steady;
  Scan scan{chair_, false, {}};
  while (wait_until(due, stop)) {
    const bool goes_on = kit_.scan(moment_now(), scan.frame);
    log_notices();
    if (!goes_on) break;
    scans_.put(scan);
    due += interval;
    for (const SteadyTime now = moment_now().steady; due < now; due += interval) ++missed_;
  }
  scan.ended = true;
  scans_.put(scan);
}

// A simulation or a recording must lose nothing: it waits for the loop.
void ScanThread::play(const std::stop_token& stop) {
  const double speed = kit_.pace().speed;
  const SteadyTime begin = moment_now().steady;
  std::optional<SteadyTime> first;
  Scan scan{chair_, false, {}};
  while (!stop.stop_requested() && kit_.scan(moment_now(), scan.frame)) {
    log_notices();
    if (!first) first = scan.frame.at.steady;
    const double played = static_cast<double>((scan.frame.at.steady - *first).count());
    if (speed > 0 && !wait_until(begin + Millis(static_cast<std::int64_t>(played / speed)), stop)) return;
    if (!scans_.put_waiting(scan)) return;
  }
  scan.ended = true;
  scans_.put_waiting(scan);
}

}  // namespace chairhub
