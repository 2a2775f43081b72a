#include "drivers/replay/recording_header.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "drivers/replay/cells.h"
#include "hub/core/suggest.h"

namespace chairhub {
namespace {

using Role = RecordingColumn::Role;

constexpr std::size_t rows_looked_at = 100;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::vector<std::string> names_in(std::string_view line) {
  if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  std::vector<std::string> names;
  const char* end = line.data() + line.size();
  for (const char* cell = line.data();;) {
    const char* stop = end_of_cell(cell, end);
    names.emplace_back(bare({cell, static_cast<std::size_t>(stop - cell)}));
    if (stop == end) return names;
    cell = stop + 1;
  }
}

RecordingColumn column_named(const std::string& name, const Chair& chair) {
  if (name == "t_ms") return {Role::time, 0, name};
  const auto pad = std::find_if(chair.pads.begin(), chair.pads.end(), [&](const Pad& p) { return p.name == name; });
  if (pad == chair.pads.end()) return {Role::ignored, 0, name};
  return {Role::pad, static_cast<std::uint8_t>(pad - chair.pads.begin()), name};
}

// "a, b (is 'bb' meant?)"
std::string missing_pads(const std::vector<std::string>& names, const Chair& chair) {
  const std::vector<std::string_view> known(names.begin(), names.end());
  std::vector<std::string> missing;
  for (const Pad& pad : chair.pads) {
    if (std::find(names.begin(), names.end(), pad.name) != names.end()) continue;
    const auto meant = nearest(pad.name, known);
    const bool is_free = meant && column_named(std::string(*meant), chair).role == Role::ignored;
    missing.push_back(is_free ? fmt::format("{} (is '{}' meant?)", pad.name, *meant) : pad.name);
  }
  return fmt::format("{}", fmt::join(missing, ", "));
}

}  // namespace

Result<std::vector<RecordingColumn>> read_header(std::string_view line, const Chair& chair, bool time_optional,
                                                 const std::string& file) {
  const std::vector<std::string> names = names_in(line);
  std::vector<RecordingColumn> columns;
  std::set<std::string> seen;
  for (const std::string& name : names) {
    columns.push_back(column_named(name, chair));
    if (columns.back().role != Role::ignored && !seen.insert(name).second)
      return failure(fmt::format("{}:1:1: the column '{}' is there twice; once is allowed", file, name));
  }
  if (!seen.contains("t_ms") && !time_optional)
    return failure(fmt::format("{}:1:1: the header has no column 't_ms' (Unix milliseconds); it has {}", file,
                               fmt::join(names, ", ")));
  if (const std::string missing = missing_pads(names, chair); !missing.empty())
    return failure(fmt::format("{}:1:1: the header has no column for these pads of chair '{}': {}; it has {}", file,
                               chair.id, missing, fmt::join(names, ", ")));
  return columns;
}

FirstTimes look_ahead(std::string_view rows, const std::vector<RecordingColumn>& columns) {
  const auto time =
      std::find_if(columns.begin(), columns.end(), [](const RecordingColumn& c) { return c.role == Role::time; });
  FirstTimes times;
  if (time == columns.end()) return times;
  std::vector<std::int64_t> steps;
  std::optional<std::int64_t> last;
  for (std::size_t row = 0; row < rows_looked_at && !rows.empty(); ++row) {
    const std::string_view line = rows.substr(0, rows.find('\n'));
    rows.remove_prefix(std::min(rows.size(), line.size() + 1));
    const char* end = line.data() + line.size();
    const char* cell = line.data();
    for (auto column = columns.begin(); column != time && cell != end; ++column)
      if (cell = end_of_cell(cell, end); cell != end) ++cell;
    const auto t_ms = as_t_ms(bare({cell, static_cast<std::size_t>(end_of_cell(cell, end) - cell)}));
    if (!times.first) times.first = t_ms;
    if (t_ms && last && *t_ms > *last) steps.push_back(*t_ms - *last);
    last = t_ms;
  }
  if (steps.empty()) return times;
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  times.interval = Millis(*middle);
  return times;
}

}  // namespace chairhub
