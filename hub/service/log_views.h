// What the log says to those who ask over HTTP, as JSON: reads, adds up and
// hands over to the room that words it.
//
// Thread rule: the reader's thread, on a desk of its own; all else comes as an
// argument.

#pragma once

#include <optional>
#include <string>

#include "hub/core/exercises.h"
#include "hub/core/result.h"
#include "hub/core/settings.h"
#include "hub/service/reader_thread.h"
#include "hub/web/log_requests.h"

namespace chairhub {

// How things were when it was asked.
struct LogContext {
  std::string chair;
  WallTime now{};  // the chair's
  bool seated = false;
  Exerciser who;
  Language language = Language::english;
  double shifts_floor = 0;
};

Result<std::string> view_of_log(ReaderThread::Desk& desk, const LogQuestion& question, const LogContext& context);

// From and to; what was not said is filled in: a day is a local one, and without any it is today.
WallRange range_of(const AskedRange& asked, WallTime now);

}  // namespace chairhub
