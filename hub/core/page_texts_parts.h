// The words of the viewer, page by page and language by language, and what else
// is said there. Only page_texts.cpp and phrases.cpp put them together.

#pragma once

#include <array>
#include <span>

#include "hub/core/page_texts.h"

namespace chairhub {

std::span<const PageText> page_common_en();
std::span<const PageText> page_common_de();
std::span<const PageText> page_codes_en();
std::span<const PageText> page_codes_de();
std::span<const PageText> page_now_en();
std::span<const PageText> page_now_de();
std::span<const PageText> page_day_en();
std::span<const PageText> page_day_de();
std::span<const PageText> page_trends_en();
std::span<const PageText> page_trends_de();
std::span<const PageText> page_coach_en();
std::span<const PageText> page_coach_de();
std::span<const PageText> page_chair_en();
std::span<const PageText> page_chair_de();
std::span<const PageText> page_settings_en();
std::span<const PageText> page_settings_de();
std::span<const PageText> page_thresholds_en();
std::span<const PageText> page_thresholds_de();

std::span<const PageText> phrases_sitting_de();
std::span<const PageText> phrases_refusals_de();
std::span<const PageText> phrases_doctor_de();
std::span<const PageText> phrases_sources_de();

}  // namespace chairhub
