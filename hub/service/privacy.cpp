#include "hub/service/privacy.h"

#include <fmt/format.h>

#include "hub/core/texts.h"

namespace chairhub {

std::string_view privacy_tier(const MqttConfig& mqtt) {
  if (!mqtt.enabled) return "nothing";
  return mqtt.pads_every_s > 0 ? "raw" : "summaries";
}

std::vector<std::string> leaves_the_hub(const Config& config, Language language) {
  const MqttConfig& mqtt = config.mqtt;
  std::vector<std::string> sentences;
  if (mqtt.enabled)
    sentences.push_back(
        fill(say(TextKey::leaves_to_broker, language), {{"broker", fmt::format("{}:{}", mqtt.host, mqtt.port)}}));
  if (mqtt.enabled && mqtt.discovery != DiscoveryStyle::off)
    sentences.emplace_back(say(TextKey::leaves_to_home_assistant, language));
  if (mqtt.enabled && mqtt.pads_every_s > 0)
    sentences.push_back(
        fill(say(TextKey::leaves_raw, language), {{"seconds", number_in(language, mqtt.pads_every_s)}}));
  const std::string& address = config.web.address;
  if (!address.starts_with("127.") && address != "::1")
    sentences.emplace_back(say(TextKey::leaves_to_network, language));
  if (sentences.empty()) sentences.emplace_back(say(TextKey::leaves_nothing, language));
  return sentences;
}

}  // namespace chairhub
