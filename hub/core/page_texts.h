// Every word that people read on the viewer, by key, in every language. The hub
// hands them to the page; what the hub itself says stands in texts.h. {name} is
// a place that the page fills. Codes (postures, causes, reasons) have keys of
// their own: "posture.bent_forward". Safe from any thread.

#pragma once

#include <span>
#include <string_view>

#include "hub/core/language.h"

namespace chairhub {

struct PageText {
  std::string_view key;
  std::string_view text;
};

// All languages have the same keys in the same order.
std::span<const PageText> page_texts(Language language);

}  // namespace chairhub
