// The nearest known word to a mistyped one, for the "did you mean" of an error
// message. Decides only nearness; the caller writes the sentence.

#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace chairhub {

// The word of `known` that takes the fewest typing slips (a letter wrong,
// missing, too many, or two swapped) to reach from `word`; the first of several
// equally near. Unset when even that one is too far to be what was meant.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known);

}  // namespace chairhub
