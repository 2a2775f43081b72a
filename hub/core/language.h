// The languages that people are spoken to in. Texts stand in texts_en.cpp and
// texts_de.cpp, one table each; log, topics and configuration keep to keys.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace chairhub {

enum class Language : std::uint8_t { english, german };
inline constexpr std::array<Language, 2> all_languages = {Language::english, Language::german};

std::string_view to_string(Language language);  // "en", "de"
std::optional<Language> language_from(std::string_view name);

}  // namespace chairhub
