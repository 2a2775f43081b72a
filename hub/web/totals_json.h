// What a stretch of time adds up to. Private to this room.

#pragma once

#include "hub/core/log_rows.h"
#include "hub/web/json.h"

namespace chairhub {

Json totals_row(const Totals& totals);

}  // namespace chairhub
