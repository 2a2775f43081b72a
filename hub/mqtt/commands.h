// What arrives on set/ and cmd/ becomes a command, or a sentence that names
// what is allowed. Decides nothing about whether it is obeyed.

#pragma once

#include <string_view>

#include "hub/core/result.h"
#include "hub/core/settings.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

inline constexpr std::size_t max_command_bytes = 256;

// `topic` is one that Topics::set_filter() or cmd_filter() matches; retained
// messages are refused, since they would come again at each connection.
Result<Command> parse_command(const Topics& topics, std::string_view topic, std::string_view payload, bool retained);

}  // namespace chairhub
