// Every word of the page in one language, by key; under "said." what is said elsewhere, by its sentence. Pure.

#pragma once

#include <string>

#include "hub/core/language.h"

namespace chairhub {

std::string texts_json(Language language);

}  // namespace chairhub
