// SQLiteCpp's connection by name only, so that no header of ours has to see
// the library.

#pragma once

namespace SQLite {  // NOLINT(readability-identifier-naming): the library's own name
class Database;
}
