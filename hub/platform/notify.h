// Tells systemd how the service is; outside systemd nobody listens.

#pragma once

#include <string>

namespace chairhub {

void notify_ready();
void notify_stopping();
// One line that `systemctl status` shows.
void notify_status(const std::string& text);

}  // namespace chairhub
