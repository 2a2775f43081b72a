// Writes frames as a recording, the format recording_reader.h reads. Never
// touches a file that is already there.

#pragma once

#include <filesystem>
#include <string>

#include "drivers/replay/file_descriptor.h"
#include "hub/core/chair.h"
#include "hub/core/frame.h"
#include "hub/core/result.h"

namespace chairhub {

class RecordingWriter {
 public:
  // Creates the file and writes its header. Refuses a file that exists.
  static Result<RecordingWriter> create(const std::filesystem::path& file, const Chair& chair);

  // Appends a row; missing readings become blank cells. Rows are handed to the
  // system in blocks.
  Result<void> write(const Frame& frame);

  // Hands over what is left and waits until it is on the disk. A writer that
  // goes without this may leave the last rows behind.
  Result<void> finish();

 private:
  RecordingWriter(std::filesystem::path file, FileDescriptor descriptor)
      : file_(std::move(file)), descriptor_(std::move(descriptor)) {}

  Result<void> flush();

  std::filesystem::path file_;
  FileDescriptor descriptor_;
  std::string buffer_;
};

}  // namespace chairhub
