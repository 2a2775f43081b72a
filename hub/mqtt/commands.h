// What arrives on a chair's set/ and cmd/ topics becomes a command, or a
// sentence that names what is allowed (command_text.h).

#pragma once

#include <string_view>

#include "hub/core/result.h"
#include "hub/core/settings.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

// `topic` is one that Topics::set_filter() or cmd_filter() matches; retained
// messages are refused, since they would come again at each connection.
Result<Command> parse_command(const Topics& topics, std::string_view topic, std::string_view payload, bool retained);

}  // namespace chairhub
