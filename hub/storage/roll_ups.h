// Remembers what finished days and half hours of the log add up to, so that a view
// of a year need not read every minute again. All of it is dropped when
// somebody has deleted rows, which rewrites the file, and when the clock was
// set, which moves them. What grows too old for the log may still be known.
//
// Thread rule: as LogReader, whose companion it is.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hub/storage/log_reader.h"

namespace chairhub {

class RollUps {
 public:
  // Of each local day that begins in the range. A day is finished a while before `now`.
  Result<std::vector<DayTotals>> days(LogReader& log, std::string_view chair, WallRange range,
                                      const LocalTime& local_time, WallTime now);

  // Minutes in steps of so many seconds, those with rows only; steps of whole half hours are added up from those.
  Result<std::vector<Minute>> minutes(LogReader& log, std::string_view chair, WallRange range, Seconds stride,
                                      WallTime now);

  // Rows were written late.
  void forget();

 private:
  struct Known {
    std::map<WallTime, Totals> days;  // by their midnight
    std::vector<Minute> grains;       // half hours in which there are minutes
    WallRange grains_of{};            // complete from here to there
  };

  Result<Known*> known(LogReader& log, std::string_view chair);
  Result<void> learn_grains(LogReader& log, std::string_view chair, Known& known, WallRange range);

  std::map<std::string, Known, std::less<>> chairs_;
  LogReader::Generation generation_;
};

}  // namespace chairhub
