// Tells in plain words what happens on a chair, for people who watch the
// service run: "09:40 desk: bent forward".

#pragma once

#include <optional>
#include <string>

#include "hub/core/chair.h"
#include "hub/core/observation.h"

namespace chairhub {

// One or more lines about `event`, each ending in a newline; unset when it is
// not worth telling.
std::optional<std::string> tell(const Chair& chair, const Event& event);

// "leaning back", "bent forward": a posture in words for people.
std::string_view in_words(Posture posture);

}  // namespace chairhub
