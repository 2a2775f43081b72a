// What the hub and its drivers say in English wherever they happen to say it (why a posture is what it is, what ails a
// pad, what the doctor finds, where a threshold comes from, why something was refused), and what the log has kept in
// the language of then. The page says it in the language of now. {1} is a place whose words are looked up in turn.
// Safe from any thread.

#pragma once

#include <span>

#include "hub/core/language.h"
#include "hub/core/page_texts.h"

namespace chairhub {

// The key is the sentence as it was said, the text the same in `language`.
std::span<const PageText> phrases(Language language);

}  // namespace chairhub
