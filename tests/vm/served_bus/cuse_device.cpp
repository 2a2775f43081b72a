#include "tests/vm/served_bus/cuse_device.h"

#define FUSE_USE_VERSION 31

#include <sys/uio.h>

#include <array>
#include <cerrno>

#include <cuse_lowlevel.h>

namespace chairhub {
namespace {

CuseDevice& device_of(fuse_req_t request) {
  return *static_cast<CuseDevice*>(fuse_req_userdata(request));
}

std::vector<iovec> as_iovecs(const std::vector<CallerMemory>& pieces) {
  std::vector<iovec> vectors;
  vectors.reserve(pieces.size());
  // An address of the caller, not of this process: only the kernel follows it.
  for (const CallerMemory& piece : pieces) vectors.push_back({reinterpret_cast<void*>(piece.address), piece.size});
  return vectors;
}

std::size_t size_of(const std::vector<CallerMemory>& pieces) {
  std::size_t size = 0;
  for (const CallerMemory& piece : pieces) size += piece.size;
  return size;
}

void open_file(fuse_req_t request, fuse_file_info* info) {
  fuse_reply_open(request, info);
}

void write_file(fuse_req_t request, const char* bytes, std::size_t size, off_t /*offset*/, fuse_file_info* /*info*/) {
  if (device_of(request).command({bytes, size}))
    fuse_reply_write(request, size);
  else
    fuse_reply_err(request, EINVAL);
}

void control_file(fuse_req_t request, int number, void* argument, fuse_file_info* /*info*/, unsigned /*flags*/,
                  const void* in, std::size_t in_size, std::size_t out_size) {
  const Ioctl call{static_cast<unsigned>(number),
                   reinterpret_cast<std::uintptr_t>(argument),
                   {static_cast<const std::uint8_t*>(in), in_size}};
  CuseDevice& device = device_of(request);
  const Reach reach = device.reach(call);
  if (size_of(reach.reads) > in_size || size_of(reach.writes) > out_size) {
    const std::vector<iovec> reads = as_iovecs(reach.reads);
    const std::vector<iovec> writes = as_iovecs(reach.writes);
    fuse_reply_ioctl_retry(request, reads.data(), reads.size(), writes.data(), writes.size());
    return;
  }
  const IoctlReply reply = device.answer(call);
  if (reply.result < 0)
    fuse_reply_err(request, -reply.result);
  else
    fuse_reply_ioctl(request, reply.result, reply.written.data(), reply.written.size());
}

}  // namespace

int serve(const std::string& name, CuseDevice& device) {
  const std::string device_name = "DEVNAME=" + name;
  std::array<const char*, 1> info_words = {device_name.c_str()};
  cuse_info info{};
  info.dev_info_argc = info_words.size();
  info.dev_info_argv = info_words.data();
  info.flags = CUSE_UNRESTRICTED_IOCTL;

  cuse_lowlevel_ops operations{};
  operations.open = open_file;
  operations.write = write_file;
  operations.ioctl = control_file;

  std::string program = "served-bus";
  std::string in_foreground = "-f";
  std::string single_threaded = "-s";
  std::array<char*, 3> words = {program.data(), in_foreground.data(), single_threaded.data()};
  return cuse_lowlevel_main(words.size(), words.data(), &info, &operations, &device);
}

}  // namespace chairhub
