#include "drivers/replay/line_source.h"

#include <fcntl.h>

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace chairhub {
namespace {

constexpr std::size_t block_bytes = std::size_t{256} * 1024;

}  // namespace

LineSource::LineSource(std::string name, FileDescriptor descriptor)
    : name_(std::move(name)), descriptor_(std::move(descriptor)), buffer_(block_bytes) {}

Result<LineSource> LineSource::open(const std::filesystem::path& file) {
  FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.is_open()) return failure(fmt::format("{}: cannot be read: {}", file.string(), std::strerror(errno)));
  return LineSource(file.string(), std::move(descriptor));
}

Result<std::optional<std::string_view>> LineSource::next() {
  std::size_t searched = 0;
  for (;;) {
    const char* from = buffer_.data() + begin_;
    const void* newline = std::memchr(from + searched, '\n', end_ - begin_ - searched);
    if (newline != nullptr) return take(static_cast<std::size_t>(static_cast<const char*>(newline) - from));
    if (at_end_of_file_) break;
    searched = end_ - begin_;
    if (searched == block_bytes)
      return failure(fmt::format("{}:{}:1: the line is longer than {} bytes; this is not a recording", name_, line_ + 1,
                                 block_bytes));
    if (auto read = refill(); !read) return tl::unexpected(read.error());
  }
  if (begin_ == end_) return std::nullopt;
  buffer_.resize(end_ + 1);
  buffer_[end_++] = '\n';
  return take(end_ - begin_ - 1);
}

std::string_view LineSource::take(std::size_t length) {
  const std::string_view line(buffer_.data() + begin_, length);
  begin_ += length + 1;
  ++line_;
  return line.ends_with('\r') ? line.substr(0, length - 1) : line;
}

Result<void> LineSource::refill() {
  std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  while (end_ < buffer_.size()) {
    const ssize_t got = ::read(descriptor_.number(), buffer_.data() + end_, buffer_.size() - end_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      return failure(fmt::format("{}: cannot be read after line {}: {}", name_, line_, std::strerror(errno)));
    at_end_of_file_ = got == 0;
    if (at_end_of_file_) break;
    end_ += static_cast<std::size_t>(got);
  }
  return {};
}

}  // namespace chairhub
