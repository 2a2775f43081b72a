#include "tests/storage/counted_disk.h"

#include <map>
#include <stdexcept>

#include <sqlite3.h>

namespace chairhub {
namespace {

// SQLite calls plain functions, so what they share stands here.
struct Disk {
  sqlite3_vfs* real = nullptr;
  sqlite3_vfs counted{};
  std::map<const sqlite3_io_methods*, sqlite3_io_methods> methods;  // counted, by the real ones
  decltype(sqlite3_io_methods::xWrite) real_write = nullptr;        // the same for every kind of file
  std::int64_t bytes = 0;
  bool full = false;
};
Disk disk;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  if (disk.full) return SQLITE_FULL;
  disk.bytes += size;
  return disk.real_write(file, data, size, offset);
}

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  const int result = disk.real->xOpen(disk.real, name, file, flags, out_flags);
  if (file->pMethods == nullptr) return result;
  sqlite3_io_methods& methods = disk.methods.emplace(file->pMethods, *file->pMethods).first->second;
  disk.real_write = file->pMethods->xWrite;
  methods.xWrite = write;
  file->pMethods = &methods;
  return result;
}

}  // namespace

CountedDisk::CountedDisk() {
  disk = {};
  disk.real = sqlite3_vfs_find(nullptr);
  disk.counted = *disk.real;
  disk.counted.zName = "counted";
  disk.counted.xOpen = open;
  if (sqlite3_vfs_register(&disk.counted, 1) != SQLITE_OK) throw std::runtime_error("no counted disk");
}

CountedDisk::~CountedDisk() {
  sqlite3_vfs_unregister(&disk.counted);
  sqlite3_vfs_register(disk.real, 1);
}

std::int64_t CountedDisk::bytes_written() const {
  return disk.bytes;
}
void CountedDisk::fills_up() {
  disk.full = true;
}
void CountedDisk::has_room_again() {
  disk.full = false;
}

}  // namespace chairhub
