// Reads a recording: CSV, a header with `t_ms` (Unix milliseconds) and the
// pads' names, one row a frame. Decides what each cell and each step of time
// means; says what was wrong through warnings() and never prints.
//
// A blank, text or impossible cell is a missing reading. Time that steps back,
// or forward by more than a day, is a clock being set: steady time goes on by
// the usual interval. A shorter hole keeps its length.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/replay/line_source.h"
#include "drivers/replay/recording_clock.h"
#include "drivers/replay/recording_header.h"
#include "drivers/replay/warnings.h"
#include "hub/core/chair.h"
#include "hub/core/frame.h"
#include "hub/core/result.h"

namespace chairhub {

struct RecordingOptions {
  std::optional<double> assume_rate_hz;  // ignore the time column: the rows are this far apart
};

class RecordingReader {
 public:
  static Result<RecordingReader> open(const std::filesystem::path& file, const Chair& chair,
                                      RecordingOptions options = {});

  // Reads the next row into `frame`. False at the end; an error only when the
  // file itself cannot be read on. Every row that is not blank gives a frame.
  Result<bool> next(Frame& frame);

  // The row just read: its time cell as it stands in the file (valid until the
  // next call of next()), the number in it if it is one, and its line.
  std::string_view t_ms_text() const { return t_ms_text_; }
  std::optional<std::int64_t> t_ms() const { return t_ms_; }
  std::uint64_t line() const { return lines_.line(); }

  // The median distance of the first rows, or what assume_rate_hz says.
  Millis usual_interval() const { return clock_.interval(); }
  // Each begins with "file:line:column: ".
  const Warnings& warnings() const { return warnings_; }

 private:
  RecordingReader(std::string file, LineSource lines, std::vector<RecordingColumn> columns, const Chair& chair,
                  RecordingClock clock);

  void read_row(std::string_view row, Frame& frame);
  const char* read_plain_cell(const char* cell, const char* end, const RecordingColumn& column, Frame& frame);
  const char* read_odd_cell(std::string_view row, const char* cell, const RecordingColumn& column, Frame& frame);
  PadReading read_odd_reading(std::string_view row, std::string_view cell, const RecordingColumn& column);
  void miss_cells_from(std::size_t first, std::string_view row, Frame& frame);
  void step_time(std::string_view row, Frame& frame);
  std::string place(std::size_t column = 1) const;

  std::string file_;
  LineSource lines_;
  std::vector<RecordingColumn> columns_;
  std::uint32_t pad_count_;
  RecordingClock clock_;
  Warnings warnings_;
  std::string_view t_ms_text_;
  std::optional<std::int64_t> t_ms_;
};

}  // namespace chairhub
