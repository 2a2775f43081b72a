// Alerts, their evidence and their place in the outbox as rows. Private to
// hub/storage.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hub/core/alert_policy.h"
#include "hub/core/log_rows.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// Writes the alert as `logged` tells it, and queues it for the broker.
void write_alert(const SQLite::Database& database, std::string_view chair, std::int64_t boot,
                 const LoggedAlert& logged);

// Those raised in the range, oldest first.
std::vector<LoggedAlert> read_alerts(const SQLite::Database& database, std::string_view chair, WallRange range);
std::vector<LoggedAlert> read_newest_alerts(const SQLite::Database& database, std::string_view chair,
                                            const AlertChoice& choice);
std::optional<LoggedAlert> read_alert(const SQLite::Database& database, std::string_view chair, std::uint64_t id);

// The latest ones, oldest first.
std::vector<PastAlert> read_past_alerts(const SQLite::Database& database, std::string_view chair, int count);

void clear_alert(const SQLite::Database& database, std::string_view chair, const AlertCleared& cleared, WallTime at);
void acknowledge(const SQLite::Database& database, std::string_view chair, std::uint64_t id);
void mark_missed(const SQLite::Database& database, std::string_view chair, std::uint64_t id);
// What no broker has yet, oldest first.
std::vector<OutboxEntry> read_outbox(const SQLite::Database& database);

}  // namespace chairhub
