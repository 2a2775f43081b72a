// Commands as people and programs send them, the same over MQTT and HTTP: a
// path ("set/alerts", "cmd/snooze") and a short text ("OFF", "30"). Decides
// nothing about whether a command is obeyed.

#pragma once

#include <string_view>

#include "hub/core/result.h"
#include "hub/core/settings.h"

namespace chairhub {

inline constexpr std::size_t max_command_bytes = 256;

// The command, or a sentence that names what is allowed.
Result<Command> read_command(std::string_view path, std::string_view text);

}  // namespace chairhub
