// The disk under SQLite: counts what is written to it while it exists, and
// can be full.

#pragma once

#include <cstdint>

namespace chairhub {

class CountedDisk {
 public:
  CountedDisk();  // one at a time
  ~CountedDisk();
  CountedDisk(const CountedDisk&) = delete;
  CountedDisk& operator=(const CountedDisk&) = delete;

  std::int64_t bytes_written() const;
  void fills_up();
  void has_room_again();
};

}  // namespace chairhub
