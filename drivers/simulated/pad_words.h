// Which pad a scenario means: by its name, or by its place in its zone,
// "seat.1", "back.2", in the order of the configuration.

#pragma once

#include <cstddef>
#include <string>

#include "hub/core/chair.h"
#include "hub/core/result.h"

namespace chairhub::simulated {

// `where` is the place of the word, for the error.
Result<std::size_t> find_pad(const Chair& chair, const std::string& word, const std::string& where);

}  // namespace chairhub::simulated
