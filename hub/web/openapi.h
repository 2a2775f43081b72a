// What the API can be asked and what it answers, as an OpenAPI document: the
// text of openapi.json, which is compiled in.

#pragma once

#include <string_view>

namespace chairhub {

std::string_view openapi_document();

}  // namespace chairhub
