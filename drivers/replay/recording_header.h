// The first line of a recording: which column is the time, which are pads of
// this chair, which are ignored. Also how far apart the first rows are.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/result.h"
#include "hub/core/time.h"

namespace chairhub {

struct RecordingColumn {
  enum class Role : std::uint8_t { ignored, time, pad };
  Role role = Role::ignored;
  std::uint8_t pad = 0;  // index into Chair::pads
  std::string name;
};

// Refuses a header without the time (unless `time_optional`), without one of
// the pads, or with one of them twice. `file` is for the message.
Result<std::vector<RecordingColumn>> read_header(std::string_view line, const Chair& chair, bool time_optional,
                                                 const std::string& file);

// What the first rows say about time.
struct FirstTimes {
  std::optional<std::int64_t> first;  // the first readable t_ms
  Millis interval{100};               // median distance; 10 Hz when there are not two rows to tell
};
FirstTimes look_ahead(std::string_view rows, const std::vector<RecordingColumn>& columns);

}  // namespace chairhub
