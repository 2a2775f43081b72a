// Settings as rows of key and value. Private to hub/storage.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/log_rows.h"
#include "hub/core/settings.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

struct SettingRow {
  std::string key;  // "alerts", "paused", "language", "retired_exercises", "snoozed_until", "cause.bent_forward", or a
                    // threshold's key
  std::string value;

  friend bool operator==(const SettingRow&, const SettingRow&) = default;
};

// Every setting, always in the same order.
std::vector<SettingRow> to_rows(const Settings& settings);

void write_settings(const SQLite::Database& database, std::string_view chair, std::int64_t boot,
                    const Settings& settings, const Settings& defaults, WallTime now);
RestoredSettings read_settings(const SQLite::Database& database, std::string_view chair, const Settings& defaults);

}  // namespace chairhub
