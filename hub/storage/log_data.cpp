#include "hub/storage/log_data.h"

namespace chairhub {
namespace {

// Stores what was read; false, and the error kept, when it could not be.
template <class T>
bool keep(Result<T> read, T& into, Error& error) {
  if (!read) {
    error = read.error();
    return false;
  }
  into = std::move(*read);
  return true;
}

}  // namespace

Result<LogData> read_log(LogReader& log, const std::string& chair, WallRange range) {
  LogData data;
  data.chair = chair;
  data.range = range;
  Error error;
  const bool complete =
      keep(log.sittings(chair, range), data.sittings, error) && keep(log.spans(chair, range), data.spans, error) &&
      keep(log.alerts(chair, range), data.alerts, error) && keep(log.holds(chair, range), data.holds, error) &&
      keep(log.events(chair, range), data.events, error) &&
      keep(log.exercise_answers(chair, range), data.answers, error) &&
      keep(log.minutes(chair, range), data.minutes, error) && keep(log.totals(chair, range), data.totals, error);
  if (!complete) return tl::unexpected(error);
  return data;
}

}  // namespace chairhub
