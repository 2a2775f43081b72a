// Scans one kit in a thread of its own, because a bus can block, and hands its
// frames to the loop.
//
// Thread rule: made, started and destroyed on the loop's thread.

#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "hub/core/kit.h"
#include "hub/platform/mailbox.h"

namespace chairhub {

// What a scan thread tells the loop.
struct Scan {
  std::size_t chair = 0;  // index of the chair
  bool ended = false;     // the recording or scenario is over; no frame
  Frame frame;
};

class ScanThread {
 public:
  // `scans` outlives this; it is closed before this is destroyed, so that a
  // waiting put lets go.
  ScanThread(std::size_t chair, Kit& kit, Mailbox<Scan>& scans);

  // Scans that came too late and were skipped.
  std::uint64_t missed() const { return missed_.load(); }

 private:
  void scan_converters(const std::stop_token& stop);
  void play(const std::stop_token& stop);
  void log_notices();
  bool wait_until(SteadyTime due, const std::stop_token& stop);

  std::size_t chair_;
  Kit& kit_;
  Mailbox<Scan>& scans_;
  std::atomic<std::uint64_t> missed_ = 0;
  std::mutex mutex_;  // only for the wait below
  std::condition_variable_any waiting_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace chairhub
