// Whether a request comes from where it pretends to: a page of another site
// must neither read a chair nor command it, even though the browser that shows
// the page can reach this server (DNS rebinding, cross-site requests). Pure.

#pragma once

#include <string>
#include <vector>

#include "hub/web/http.h"

namespace chairhub {

// Empty when the request may pass; else what is wrong, in a sentence. Besides
// the names and addresses of this machine, `names` are this server's, on any
// port, because whoever stands before it may listen on another.
std::string refusal_of(const HttpRequest& request, const std::vector<std::string>& names);

// Whether it asks for something to be changed.
bool is_change(const HttpRequest& request);
// Whether it asks for what the hub knows, not for the page that shows it.
bool is_data(const HttpRequest& request);

}  // namespace chairhub
