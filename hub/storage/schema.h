// The tables, and how an older database becomes a newer one: one function a
// version, each in a transaction of its own. docs/database.md describes them.

#pragma once

#include <cstdint>
#include <span>

#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// Marks a file as ours: "chub".
inline constexpr std::int64_t log_application_id = 0x63687562;

// Makes version n+1 of version n, where n is its place in the list.
using MigrationStep = void (*)(SQLite::Database&);

std::span<const MigrationStep> migration_steps();

// The version that this program writes.
std::int64_t schema_version();

// Takes the steps that the database has not taken yet. A step that throws
// leaves the database at the version before it.
void migrate(SQLite::Database& database, std::span<const MigrationStep> steps);

}  // namespace chairhub
