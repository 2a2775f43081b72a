// What somebody may want to know from the log, once it has been understood and
// found allowed. Days are local ones; whoever answers knows where they begin.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "hub/core/alert.h"
#include "hub/core/time.h"

namespace chairhub {

using Date = std::chrono::year_month_day;

// From a moment (included) to another (excluded), or a whole day; what is unset is left to whoever answers.
struct AskedRange {
  std::optional<WallTime> from;
  std::optional<WallTime> to;
  std::optional<Date> day;  // instead of both
};

struct DayRequest {
  std::optional<Date> day;  // unset: today
};
struct MinutesRequest {
  AskedRange range;  // nothing set: today
};
struct AlertsRequest {
  AskedRange range;  // nothing set: all there are
  std::optional<Cause> cause;
  int limit = 100;
  std::optional<std::uint64_t> before;  // an id
};
struct DaysRequest {
  std::optional<Date> from;  // unset: thirty days before `to`
  std::optional<Date> to;    // excluded; unset: tomorrow
};
struct TrendsRequest {};
struct CoachRequest {};

using LogQuestion = std::variant<DayRequest, MinutesRequest, AlertsRequest, DaysRequest, TrendsRequest, CoachRequest>;
struct LogRequest {
  std::string chair;
  LogQuestion question;
};

// One table, to be taken away.
struct ExportRequest {
  std::string chair;
  std::string table;  // "minutes", "spans", ...
  bool as_json = false;
  AskedRange range;  // nothing set: all there is
};

}  // namespace chairhub
