#include "drivers/replay/recording_reader.h"

#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "drivers/replay/cells.h"

namespace chairhub {
namespace {

using Role = RecordingColumn::Role;
using StepKind = RecordingClock::StepKind;

constexpr std::int64_t most_counts = std::numeric_limits<std::int32_t>::max();

std::string_view between(const char* from, const char* to) {
  return {from, static_cast<std::size_t>(to - from)};
}

bool fits_counts(double number) {
  using Counts = std::numeric_limits<std::int32_t>;
  return number >= Counts::min() && number <= Counts::max();
}

std::string sentence_about(const RecordingClock::Step& step, Millis interval) {
  const std::string moved = fmt::format("from {} to {}", step.from, step.to);
  switch (step.kind) {
    case StepKind::back:
      return fmt::format("time steps back {}; steady time goes on by the usual {} ms", moved, interval.count());
    case StepKind::set_forward:
      return fmt::format("time jumps {}, more than a day; steady time goes on by the usual {} ms", moved,
                         interval.count());
    case StepKind::hole:
      return fmt::format("no row for {} ms, {}", step.to - step.from, moved);
    case StepKind::unreadable:
      return fmt::format("t_ms is not Unix milliseconds; time goes on by the usual {} ms", interval.count());
    case StepKind::usual:
      break;
  }
  return {};
}

}  // namespace

Result<RecordingReader> RecordingReader::open(const std::filesystem::path& file, const Chair& chair,
                                              RecordingOptions options) {
  auto lines = LineSource::open(file);
  if (!lines) return tl::unexpected(lines.error());
  const auto header = lines->next();
  if (!header) return tl::unexpected(header.error());
  if (!*header)
    return failure(
        fmt::format("{}:1:1: the file is empty; a recording begins with t_ms and the pads' names", file.string()));
  const auto rate_hz = options.assume_rate_hz;
  auto columns = read_header(**header, chair, rate_hz.has_value(), file.string());
  if (!columns) return tl::unexpected(columns.error());
  const FirstTimes times = look_ahead(lines->ahead(), *columns);
  const WallTime start{Millis(times.first.value_or(0))};
  const RecordingClock clock =
      rate_hz ? RecordingClock::at_rate(*rate_hz, start) : RecordingClock(times.interval, start);
  return RecordingReader(file.string(), std::move(*lines), std::move(*columns), chair, clock);
}

RecordingReader::RecordingReader(std::string file, LineSource lines, std::vector<RecordingColumn> columns,
                                 const Chair& chair, RecordingClock clock)
    : file_(std::move(file)),
      lines_(std::move(lines)),
      columns_(std::move(columns)),
      pad_count_(static_cast<std::uint32_t>(chair.pads.size())),
      clock_(clock) {}

Result<bool> RecordingReader::next(Frame& frame) {
  for (;;) {
    const auto row = lines_.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return false;
    if ((*row)->empty()) continue;
    read_row(**row, frame);
    return true;
  }
}

// Nearly all cells are a few digits and nothing else. Returns the end of such a cell, null at any other.
inline const char* RecordingReader::read_plain_cell(const char* cell, const char* end, const RecordingColumn& column,
                                                    Frame& frame) {
  std::int64_t number = 0;
  const char* stop = read_digits(cell, number);
  if (stop == cell || (stop != end && *stop != ',')) return nullptr;
  if (column.role == Role::pad) {
    if (number > most_counts) return nullptr;
    frame.pads[column.pad] = {static_cast<std::int32_t>(number), Signal::ok};
  } else if (column.role == Role::time) {
    if (number > last_t_ms) return nullptr;
    t_ms_text_ = between(cell, stop);
    t_ms_ = number;
  }
  return stop;
}

void RecordingReader::read_row(std::string_view row, Frame& frame) {
  t_ms_text_ = {};
  t_ms_.reset();
  frame.pad_count = pad_count_;
  const char* end = row.data() + row.size();
  const char* cell = row.data();
  std::size_t index = 0;
  for (; index < columns_.size() && cell <= end; ++index) {
    const char* stop = read_plain_cell(cell, end, columns_[index], frame);
    if (stop == nullptr) stop = read_odd_cell(row, cell, columns_[index], frame);
    cell = stop + 1;  // behind the comma, or behind `end`
  }
  if (index < columns_.size()) miss_cells_from(index, row, frame);
  if (cell <= end)
    warnings_.add([&] {
      return fmt::format("{}: the row has more cells than the header's {}; they are ignored",
                         place(between(row.data(), cell).size() + 1), columns_.size());
    });
  step_time(row, frame);
}

const char* RecordingReader::read_odd_cell(std::string_view row, const char* cell, const RecordingColumn& column,
                                           Frame& frame) {
  const char* stop = end_of_cell(cell, row.data() + row.size());
  if (column.role == Role::pad) {
    frame.pads[column.pad] = read_odd_reading(row, between(cell, stop), column);
  } else if (column.role == Role::time) {
    t_ms_text_ = bare(between(cell, stop));
    t_ms_ = as_t_ms(t_ms_text_);
  }
  return stop;
}

PadReading RecordingReader::read_odd_reading(std::string_view row, std::string_view cell,
                                             const RecordingColumn& column) {
  const std::string_view text = bare(cell);
  const auto number = as_number(text);
  if (number && fits_counts(*number)) {
    const double counts = std::round(*number);
    if (counts != *number)
      warnings_.add([&] {
        return fmt::format("{}: pad '{}' reads '{}'; counts are whole, taken as {}",
                           place(between(row.data(), cell.data()).size() + 1), column.name, text, counts);
      });
    return {static_cast<std::int32_t>(counts), Signal::ok};
  }
  warnings_.add([&] {
    return fmt::format("{}: pad '{}' {}; taken as missing", place(between(row.data(), cell.data()).size() + 1),
                       column.name,
                       text.empty() ? "is blank" : fmt::format("reads '{}', which is not a number of counts", text));
  });
  return {};
}

void RecordingReader::miss_cells_from(std::size_t first, std::string_view row, Frame& frame) {
  for (std::size_t index = first; index < columns_.size(); ++index)
    if (columns_[index].role == Role::pad) frame.pads[columns_[index].pad] = {};
  warnings_.add([&] {
    return fmt::format("{}: the row has {} cells, the header {}; the pads without one are missing",
                       place(row.size() + 1), first, columns_.size());
  });
}

void RecordingReader::step_time(std::string_view row, Frame& frame) {
  const RecordingClock::Step step = clock_.advance(t_ms_);
  frame.at = clock_.now();
  if (step.kind == StepKind::usual) return;
  const bool in_row = t_ms_text_.data() != nullptr;
  const std::size_t column = in_row ? between(row.data(), t_ms_text_.data()).size() + 1 : 1;
  warnings_.add([&] { return fmt::format("{}: {}", place(column), sentence_about(step, clock_.interval())); });
}

std::string RecordingReader::place(std::size_t column) const {
  return fmt::format("{}:{}:{}", file_, lines_.line(), column);
}

}  // namespace chairhub
