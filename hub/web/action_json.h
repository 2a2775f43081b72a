// What was asked to be done, how far it is, and what came of it. Pure.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/core/result.h"
#include "hub/core/time.h"

namespace chairhub {

// A recording of raw frames, the running one or the last.
struct RecordingView {
  bool running = false;
  std::optional<WallTime> started;
  std::optional<Seconds> length;  // as it was asked for
  std::uint64_t rows = 0;
  std::string file;     // its name in the folder of recordings; empty: there was none
  std::string trouble;  // empty while there is none
};
std::string recording_json(const RecordingView& view);

struct DoctorFinding {
  std::string_view severity;  // "ok", "note", "warning", "problem"
  std::string name;
  std::string chair;  // empty: the machine
  std::string what;
  std::string cure;
};
struct DoctorView {
  bool running = false;
  std::optional<WallTime> examined;
  std::vector<DoctorFinding> findings;
};
std::string doctor_json(const DoctorView& view);

// What bodies ask for; each says in a sentence what is not understood.
inline constexpr std::int64_t longest_recording_s = 3600;
Result<Seconds> recording_length_from(std::string_view body);

struct ForgetRequest {
  std::string chair;
  std::optional<WallTime> from;  // unset with `to`: everything
  std::optional<WallTime> to;
};
// The confirmation has to be the chair's id.
Result<ForgetRequest> forget_request_from(std::string_view body, std::string_view chair);

}  // namespace chairhub
