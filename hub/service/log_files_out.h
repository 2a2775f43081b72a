// The log to take away, made piece by piece on the reader's thread: one table
// as CSV or JSON, the whole database as a consistent copy, or another file.
//
// Thread rule: made on the loop's thread; pieces are asked for and handed over
// there. The reader outlives all that are still asked for.

#pragma once

#include <filesystem>
#include <functional>

#include "hub/core/result.h"
#include "hub/service/reader_thread.h"
#include "hub/web/http.h"
#include "hub/web/log_requests.h"

namespace chairhub {

// Rows of some days at a time, so that memory stays small. What has not ended goes until `now`.
Pieces table_pieces(ReaderThread& reader, ExportRequest request, WallTime now);

// Copies the database into a file that has no name any more when this answers.
void copy_pieces(ReaderThread& reader, std::filesystem::path database,
                 const std::function<void(Result<Pieces>)>& answer);

Result<Pieces> file_pieces(ReaderThread& reader, const std::filesystem::path& file);

}  // namespace chairhub
