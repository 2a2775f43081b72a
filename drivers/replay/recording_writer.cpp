#include "drivers/replay/recording_writer.h"

#include <fcntl.h>

#include <cerrno>
#include <cstring>
#include <iterator>

#include <fmt/format.h>

namespace chairhub {
namespace {

constexpr std::size_t write_block_bytes = std::size_t{64} * 1024;

std::string system_says() {
  return std::strerror(errno);
}

}  // namespace

Result<RecordingWriter> RecordingWriter::create(const std::filesystem::path& file, const Chair& chair) {
  FileDescriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!descriptor.is_open() && errno == EEXIST)
    return failure(fmt::format("{}: is already there and is not overwritten; choose another name", file.string()));
  if (!descriptor.is_open()) return failure(fmt::format("{}: cannot be created: {}", file.string(), system_says()));
  RecordingWriter writer(file, std::move(descriptor));
  writer.buffer_ = "t_ms";
  for (const Pad& pad : chair.pads) writer.buffer_ += "," + pad.name;
  writer.buffer_ += '\n';
  if (auto written = writer.flush(); !written) return tl::unexpected(written.error());
  return writer;
}

Result<void> RecordingWriter::write(const Frame& frame) {
  auto out = std::back_inserter(buffer_);
  fmt::format_to(out, "{}", frame.at.wall.time_since_epoch().count());
  for (const PadReading& reading : frame.readings()) {
    buffer_ += ',';
    if (reading.signal == Signal::ok) fmt::format_to(out, "{}", reading.counts);
  }
  buffer_ += '\n';
  return buffer_.size() < write_block_bytes ? Result<void>{} : flush();
}

Result<void> RecordingWriter::flush() {
  std::size_t done = 0;
  while (done < buffer_.size()) {
    const ssize_t put = ::write(descriptor_.number(), buffer_.data() + done, buffer_.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) {
      buffer_.erase(0, done);
      return failure(fmt::format("{}: cannot be written: {}", file_.string(), system_says()));
    }
    done += static_cast<std::size_t>(put);
  }
  buffer_.clear();
  return {};
}

Result<void> RecordingWriter::finish() {
  if (auto written = flush(); !written) return written;
  if (::fsync(descriptor_.number()) != 0)
    return failure(fmt::format("{}: cannot be brought to the disk: {}", file_.string(), system_says()));
  return {};
}

}  // namespace chairhub
