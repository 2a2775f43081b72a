// A small file that says until when the hub was alive. It lies on a tmpfs, so
// rewriting it costs the SD card nothing, and a crash costs the log seconds.
//
// Thread rule: none of its own; one thread at a time.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "hub/core/result.h"
#include "hub/core/time.h"

namespace chairhub {

class Heartbeat {
 public:
  // `run` is Logbook::run(), a word.
  Heartbeat(std::filesystem::path file, std::string run);

  // Rewrites the file 5 s after the last time, and at the first call.
  Result<void> beat_if_due(Moment now);
  // Rewrites it now; to be called at once when the wall clock was set.
  Result<void> beat(Moment now);
  std::optional<SteadyTime> next_deadline() const { return next_; }  // unset: at once

  // When `run` was last alive; unset when the file is missing, damaged or
  // belongs to another run.
  static std::optional<WallTime> last_beat(const std::filesystem::path& file, std::string_view run);

 private:
  std::filesystem::path file_;
  std::string run_;
  std::optional<SteadyTime> next_;
};

}  // namespace chairhub
