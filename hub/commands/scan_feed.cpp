#include "hub/commands/scan_feed.h"

#include <unistd.h>

#include <array>

#include "hub/platform/event_loop.h"
#include "hub/platform/mailbox.h"
#include "hub/service/scan_thread.h"

namespace chairhub {
namespace {

constexpr std::size_t scan_capacity = 256;

bool read_line() {
  std::array<char, 256> typed{};
  return ::read(STDIN_FILENO, typed.data(), typed.size()) > 0;
}

}  // namespace

bool ScanFeed::run(const Handlers& handlers) {
  EventLoop loop;
  Mailbox<Scan> scans(scan_capacity);
  bool interrupted = false;
  bool enough = false;
  loop.on_stop_signal([&] {
    interrupted = true;
    loop.stop();
  });
  loop.on_readable(scans.fd(), [&] {
    for (const Scan& scan : scans.take()) {
      enough = enough || scan.ended || !handlers.frame(scan.frame);
      if (enough) break;
    }
    if (enough) loop.stop();
  });
  if (handlers.line)
    loop.on_readable(STDIN_FILENO, [&] {
      if (read_line())
        handlers.line();
      else
        loop.stop();  // nobody will press Enter any more
    });
  ScanThread scanning(0, *kit_, scans);
  loop.run();
  scans.close();
  return interrupted;
}

}  // namespace chairhub
