// Whether a request comes from where it pretends to: a page of another site
// must neither read a chair nor command it, even though the browser that shows
// the page runs on this machine (DNS rebinding, cross-site requests).

#pragma once

#include <string>

#include "hub/web/http.h"

namespace chairhub {

// Empty when the request may pass; else what is wrong, in a sentence. `port`
// is the one the server listens on.
std::string refusal_of(const HttpRequest& request, int port);

}  // namespace chairhub
