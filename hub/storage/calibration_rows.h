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

// `pads`: their names, in the calibration's order.
void write_calibration(const SQLite::Database& database, std::string_view chair, std::int64_t boot,
                       const std::vector<std::string>& pads, const Calibration& calibration);

// The latest one in the order of the chair's pads; fails when it lacks one.
Result<std::optional<Calibration>> read_calibration(const SQLite::Database& database, const Chair& chair);

}  // namespace chairhub
