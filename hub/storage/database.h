// Opens the database file, for writing or reading, and words what can go
// wrong with it. Private to hub/storage.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <type_traits>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include "hub/core/result.h"

namespace chairhub {

// A new file belongs to its owner alone (mode 0600). Refuses what is not a
// log, or a newer one, before it changes anything.
Result<std::unique_ptr<SQLite::Database>> open_for_writing(const std::filesystem::path& file);
// As above for an existing log of this version.
Result<std::unique_ptr<SQLite::Database>> open_existing_for_writing(const std::filesystem::path& file);
Result<std::unique_ptr<SQLite::Database>> open_for_reading(const std::filesystem::path& file);

// For reading, also one that an older chairhub wrote.
Result<std::unique_ptr<SQLite::Database>> open_any_version(const std::filesystem::path& file);

// An empty file of mode 0600, unless there is one.
Result<void> create_private(const std::filesystem::path& file);
// Before anything is in it.
void prepare_pages(SQLite::Database& empty);

// One sentence for a person.
std::string explain(const std::filesystem::path& file, const SQLite::Exception& error);

// What `work` returns, or why the database refused it.
template <class Work>
auto guarded(const std::filesystem::path& file, Work work) -> Result<std::invoke_result_t<Work>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const SQLite::Exception& error) {
    return failure(explain(file, error));
  }
}

}  // namespace chairhub
