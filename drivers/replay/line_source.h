// Hands out a text file line by line from big blocks, without copying a line
// or allocating for it.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/replay/file_descriptor.h"
#include "hub/core/result.h"

namespace chairhub {

class LineSource {
 public:
  static Result<LineSource> open(const std::filesystem::path& file);

  // The next line without its end ("\n" or "\r\n"), valid until the next call;
  // unset at the end of the file. The byte behind a line may be read: it is
  // part of the line's end, also when the file's last line has none.
  Result<std::optional<std::string_view>> next();

  // The number of the line handed out last, from 1.
  std::uint64_t line() const { return line_; }

  // What is already in memory behind that line: at most a block, perhaps ending in the middle of a line.
  std::string_view ahead() const { return {buffer_.data() + begin_, end_ - begin_}; }

 private:
  LineSource(std::string name, FileDescriptor descriptor);

  // Moves the rest to the front and reads behind it until the buffer is full or the file at its end.
  Result<void> refill();
  std::string_view take(std::size_t length);

  std::string name_;
  FileDescriptor descriptor_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // what is not handed out yet: [begin_, end_)
  std::size_t end_ = 0;
  bool at_end_of_file_ = false;
  std::uint64_t line_ = 0;
};

}  // namespace chairhub
