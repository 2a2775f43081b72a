#include "hub/platform/notify.h"

#include <systemd/sd-daemon.h>

namespace chairhub {

void notify_ready() {
  ::sd_notify(0, "READY=1");
}

void notify_stopping() {
  ::sd_notify(0, "STOPPING=1");
}

void notify_status(const std::string& text) {
  ::sd_notify(0, ("STATUS=" + text).c_str());
}

}  // namespace chairhub
