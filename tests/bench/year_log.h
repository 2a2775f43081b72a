// A year of one chair's log: 250 working days as tests/storage/working_day.h
// plays them, 120,000 minutes, written by the hub's own logbook.

#pragma once

#include <filesystem>

#include "hub/core/time.h"

namespace chairhub {

// Writes it into a new file, for the chair "desk"; the last day is the Friday before `monday`, a midnight UTC.
void write_year(const std::filesystem::path& database, WallTime monday);

}  // namespace chairhub
