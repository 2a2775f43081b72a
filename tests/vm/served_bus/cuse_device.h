// A device file of the kernel that a program answers (CUSE): ioctls of
// whoever has it open, and, as text written to the file, what a test wants of
// the device. One thread; serve() ends when the process is told to.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chairhub {

// A piece of the caller's memory.
struct CallerMemory {
  std::uintptr_t address;
  std::size_t size;
};

// What an ioctl reads and writes of it.
struct Reach {
  std::vector<CallerMemory> reads;
  std::vector<CallerMemory> writes;
};

struct Ioctl {
  unsigned request;
  std::uintptr_t argument;
  std::span<const std::uint8_t> read;  // the bytes of Reach::reads that are known by now, one behind the other
};

// The result of ioctl(2), or an errno with a minus; and the bytes of Reach::writes.
struct IoctlReply {
  int result;
  std::vector<std::uint8_t> written;
};

class CuseDevice {
 public:
  virtual ~CuseDevice() = default;

  // Pointers may lie in what has been read: asked again and again, with more bytes each time, until it is all there.
  virtual Reach reach(const Ioctl& call) const = 0;
  virtual IoctlReply answer(const Ioctl& call) = 0;
  // False: that is no such command.
  virtual bool command(std::string_view text) = 0;
};

// As /dev/NAME; the exit code of the program.
int serve(const std::string& name, CuseDevice& device);

// An object of the kernel's at a place in bytes; as zeros when they do not hold it.
template <class T>
T object_at(std::span<const std::uint8_t> bytes, std::size_t offset = 0) {
  T object{};
  if (offset + sizeof object <= bytes.size()) std::memcpy(&object, bytes.data() + offset, sizeof object);
  return object;
}

}  // namespace chairhub
