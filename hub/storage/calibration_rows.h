// Calibrations as rows, pads by their names. Private to hub/storage.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/result.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// Whose row it is, and which start of the hub wrote it.
struct CalibrationOwner {
  std::string chair;
  std::string profile;
  std::int64_t boot = 0;
};

// `pads`: their names, in the calibration's order. Takes the place of a row made at the same time.
void write_calibration(const SQLite::Database& database, const CalibrationOwner& owner,
                       const std::vector<std::string>& pads, const Calibration& calibration);

// The latest one of this profile in the order of the chair's pads; fails when it lacks one.
Result<std::optional<Calibration>> read_calibration(const SQLite::Database& database, const Chair& chair,
                                                    std::string_view profile);

}  // namespace chairhub
