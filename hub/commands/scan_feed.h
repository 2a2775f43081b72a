// Frames of one chair's kit for a command that works with them itself:
// calibrate and record.

#pragma once

#include <functional>
#include <memory>

#include "hub/config/config.h"
#include "hub/core/kit.h"

namespace chairhub {

class ScanFeed {
 public:
  struct Handlers {
    std::function<bool(const Frame&)> frame;  // false: enough
    std::function<void()> line;               // a line was typed; null: nobody listens to the terminal
  };

  explicit ScanFeed(std::unique_ptr<Kit> kit) : kit_(std::move(kit)) {}

  // Scans until a handler has enough, the kit ends, or Ctrl-C. True when it
  // was Ctrl-C.
  bool run(const Handlers& handlers);

 private:
  std::unique_ptr<Kit> kit_;
};

}  // namespace chairhub
