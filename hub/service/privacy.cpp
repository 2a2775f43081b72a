#include "hub/service/privacy.h"

#include <fmt/format.h>

namespace chairhub {

std::string_view privacy_tier(const MqttConfig& mqtt) {
  if (!mqtt.enabled) return "nothing";
  return mqtt.pads_every_s > 0 ? "raw" : "summaries";
}

std::vector<std::string> leaves_the_hub(const Config& config, Language language) {
  const MqttConfig& mqtt = config.mqtt;
  const bool german = language == Language::german;
  std::vector<std::string> sentences;
  if (mqtt.enabled)
    sentences.push_back(
        fmt::format(fmt::runtime(german ? "Haltung, Sitzzeiten, Hinweise und Einstellungen gehen an den Broker {}:{}."
                                        : "Posture, sitting times, alerts and settings go to the broker at {}:{}."),
                    mqtt.host, mqtt.port));
  if (mqtt.enabled && mqtt.discovery != DiscoveryStyle::off)
    sentences.emplace_back(german ? "Home Assistant an diesem Broker zeigt sie und hebt sie auf."
                                  : "A Home Assistant at this broker shows and keeps them.");
  if (mqtt.enabled && mqtt.pads_every_s > 0)
    sentences.push_back(fmt::format(fmt::runtime(german ? "Die Rohwerte der Sensoren gehen alle {} s ebenfalls dorthin."
                                                        : "The pads' raw counts go there too, every {} s."),
                                    mqtt.pads_every_s));
  const std::string& address = config.web.address;
  if (!address.starts_with("127.") && address != "::1")
    sentences.emplace_back(german ? "Diese Seite ist im Netz erreichbar, mit dem Passwort."
                                  : "This page can be reached from the network, with the password.");
  if (sentences.empty())
    sentences.emplace_back(german ? "Nichts: kein Broker ist eingerichtet, und die Seite antwortet nur diesem Rechner."
                                  : "Nothing: no broker is configured, and the page answers this machine only.");
  return sentences;
}

}  // namespace chairhub
