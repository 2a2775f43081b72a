// An alert with its evidence, what was advised and what came of it. Private to
// this room.

#pragma once

#include <span>

#include "hub/core/log_rows.h"
#include "hub/web/json.h"

namespace chairhub {

// `answers`: those given around that time, oldest first.
Json alert_row(const LoggedAlert& alert, std::span<const LoggedAnswer> answers);

}  // namespace chairhub
