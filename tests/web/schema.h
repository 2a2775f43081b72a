// As much of JSON Schema as hub/web/openapi.json uses, so that tests can hold
// real answers against it.

#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace chairhub {

nlohmann::json openapi();

// What does not fit, each with its place; empty when all does. `schema`: its name among the document's.
std::vector<std::string> misfits(const nlohmann::json& value, const std::string& schema);
// The same for the answer of an operation, such as "get /api/chairs".
std::vector<std::string> misfits_of_answer(const nlohmann::json& value, const std::string& method,
                                           const std::string& path, const std::string& status = "200");

}  // namespace chairhub
