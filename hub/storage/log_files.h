// The two files of the log.

#pragma once

#include <filesystem>

namespace chairhub {

struct LogFiles {
  std::filesystem::path database;
  std::filesystem::path heartbeat;  // heartbeat.h; empty: none
};

}  // namespace chairhub
