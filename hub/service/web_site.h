// What the web server serves, by the configuration: the page's files, and
// behind the gate whatever `data` answers. Knows no chair.

#pragma once

#include <memory>

#include "hub/config/config.h"
#include "hub/core/result.h"
#include "hub/web/gate.h"
#include "hub/web/server.h"

namespace chairhub {

// `data` answers /healthz, /metrics and all below /api. Fails with a sentence
// when a file of the configuration cannot be used or the port is taken.
Result<std::unique_ptr<WebServer>> open_site(const WebConfig& config, Handler data, Background background);

}  // namespace chairhub
