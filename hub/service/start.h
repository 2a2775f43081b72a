// What a chair begins with: what the log remembers of it.

#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "hub/config/config.h"
#include "hub/core/detector.h"
#include "hub/storage/log_reader.h"

namespace chairhub {

// Settings, calibration, today's sitting and the last alert of this chair, as
// of `now`. The newer calibration of each profile holds, the log's or the file's; the zeros are the newest of all.
// Says what it could not use through the journal.
Result<DetectorStart> detector_start(LogReader& log, const ChairConfig& config,
                                     const std::optional<Calibration>& from_file, const LocalTime& local_time,
                                     WallTime now, std::vector<ProfileStart> profiles = {});

// What the coach said and was answered in the last days.
Result<CoachResume> resume_coach(LogReader& log, const std::string& chair, WallTime now);

// Alerts of `chair` that the broker never got.
Result<std::deque<LoggedAlert>> left_over_alerts(LogReader& log, const std::string& chair,
                                                 const std::vector<OutboxEntry>& pending);

}  // namespace chairhub
