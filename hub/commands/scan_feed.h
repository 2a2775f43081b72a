// Frames of one chair's kit for a command that works with them itself:
// calibrate, record and setup.

#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "hub/config/config.h"
#include "hub/core/kit.h"
#include "hub/platform/mailbox.h"
#include "hub/service/scan_thread.h"

namespace chairhub {

class ScanFeed {
 public:
  struct Handlers {
    std::function<bool(const Frame&)> frame;  // false: enough
    std::function<void()> line;               // a line was typed; null: nobody listens to the terminal
  };
  enum class End : std::uint8_t {
    enough,       // a handler has enough, or nobody can type any more
    over,         // the kit has come to its end
    interrupted,  // Ctrl-C
  };

  explicit ScanFeed(std::unique_ptr<Kit> kit);
  ~ScanFeed();
  ScanFeed(const ScanFeed&) = delete;
  ScanFeed& operator=(const ScanFeed&) = delete;

  // Scans until one of the ends. May be called again: converters then begin
  // with a new scan, while a simulation or a recording, which stood still
  // meanwhile, goes on where it was.
  End run(const Handlers& handlers);

 private:
  bool deliver(const Handlers& handlers);

  std::unique_ptr<Kit> kit_;
  const bool has_own_time_;
  Mailbox<Scan> scans_;
  std::deque<Scan> pending_;  // taken from the mailbox, not yet handed on
  bool is_over_ = false;
  std::optional<ScanThread> scanning_;  // last: it uses the kit and the mailbox
};

}  // namespace chairhub
