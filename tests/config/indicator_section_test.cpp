#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/config/config.h"

namespace chairhub::indicator_section_test {

using testing::HasSubstr;

const std::string desk = "[[chair]]\nid = \"desk\"\nkit = { driver = \"simulated\" }\n";

std::optional<IndicatorConfig> indicator(const std::string& lines) {
  auto config = parse_config(desk + lines, "c.toml");
  if (!config) throw std::runtime_error(config.error().message);
  return config->chairs.at(0).indicator;
}
std::string refusal(const std::string& lines) {
  const auto config = parse_config(desk + lines, "c.toml");
  return config ? "taken" : config.error().message;
}

TEST(IndicatorSection, WithoutTheTableThereIsNone) {
  EXPECT_FALSE(indicator(""));
}

TEST(IndicatorSection, AnEmptyTableIsTheStandardWiringWithoutSoundAndHaptic) {
  const auto config = indicator("[chair.indicator]\n");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->chip, "");
  EXPECT_EQ(config->led_line, 16);
  EXPECT_EQ(config->haptic_line, 12);
  EXPECT_EQ(config->buzzer_line, 13);
  EXPECT_EQ(config->button_line, 26);
  EXPECT_FALSE(config->settings.haptic.enabled);
  EXPECT_FALSE(config->settings.buzzer.enabled);
}

TEST(IndicatorSection, TakesLinesAndStrengthsAndCauses) {
  const auto config = indicator(
      "[chair.indicator]\nchip = \"pinctrl-rp1\"\nled_line = 5\nbuzzer_line = -1\n"
      "[chair.indicator.haptic]\nenabled = true\nstrength = 0.3\nbent_forward = false\n");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->chip, "pinctrl-rp1");
  EXPECT_EQ(config->led_line, 5);
  EXPECT_FALSE(config->buzzer_line);
  EXPECT_TRUE(config->settings.haptic.enabled);
  EXPECT_EQ(config->settings.haptic.strength, 0.3);
  EXPECT_FALSE(config->settings.haptic.cause_on.at(static_cast<std::size_t>(Cause::bent_forward)));
  EXPECT_TRUE(config->settings.haptic.cause_on.at(static_cast<std::size_t>(Cause::static_too_long)));
}

TEST(IndicatorSection, RefusesALineForTwoThings) {
  EXPECT_THAT(refusal("[chair.indicator]\nled_line = 13\n"),
              HasSubstr("'led_line' and 'buzzer_line' are both line 13; each needs its own"));
}

TEST(IndicatorSection, RefusesWhatIsOutOfRangeOrUnknown) {
  EXPECT_THAT(refusal("[chair.indicator]\nled_line = 256\n"), HasSubstr("from -1 to 255"));
  EXPECT_THAT(refusal("[chair.indicator]\nled = 16\n"), HasSubstr("unknown key 'led'"));
  EXPECT_THAT(refusal("[chair.indicator.buzzer]\nstrength = 2\n"), HasSubstr("from 0.05 to 1"));
  EXPECT_THAT(refusal("[chair.indicator.buzzer]\nloud = true\n"), HasSubstr("unknown key 'loud'"));
}

}  // namespace chairhub::indicator_section_test
