#include "hub/commands/parts.h"

#include "drivers/catalogue.h"
#include "hub/commands/command.h"
#include "hub/config/calibration_file.h"
#include "hub/service/broker.h"
#include "hub/service/kit_topics.h"
#include "hub/service/listening_kit.h"

namespace chairhub {

std::vector<std::unique_ptr<Kit>> make_kits_or_fail(const Config& config) {
  std::vector<std::unique_ptr<Kit>> kits;
  kits.reserve(config.chairs.size());
  for (const ChairConfig& chair : config.chairs)
    kits.push_back(value_or_fail(make_kit(chair.kit, chair.chair), exit_config));
  value_or_fail(kit_topics(config, kits), exit_config);
  return kits;
}

std::unique_ptr<Kit> make_kit_or_fail(const Config& config, const ChairConfig& chair) {
  auto kit = value_or_fail(make_kit(chair.kit, chair.chair), exit_config);
  if (!kit->receiver()) return kit;
  const std::string topic = value_or_fail(kit_topic(*kit->receiver(), config, chair.chair), exit_config);
  return value_or_fail(listen_to(std::move(kit), config.mqtt, {0, chair.chair.id, topic, chair.kit.rate_hz}),
                       exit_config);
}

std::vector<std::optional<Calibration>> load_calibrations_or_fail(const Config& config) {
  std::vector<std::optional<Calibration>> calibrations;
  for (const ChairConfig& chair : config.chairs) {
    calibrations.emplace_back();
    if (!chair.calibration.empty())
      calibrations.back() = value_or_fail(load_calibration(chair.chair, chair.calibration), exit_config);
  }
  return calibrations;
}

std::vector<std::vector<ProfileStart>> load_profiles_or_fail(const Config& config) {
  std::vector<std::vector<ProfileStart>> all;
  for (const ChairConfig& chair : config.chairs) {
    std::vector<ProfileStart>& profiles = all.emplace_back();
    for (std::size_t i = 0; i < chair.profiles.size(); ++i) {
      ProfileStart& start = profiles.emplace_back(ProfileStart{chair.profiles[i], std::nullopt});
      const auto& file = chair.profile_calibrations.at(i);
      if (!file.empty()) start.calibration = value_or_fail(load_calibration(chair.chair, file), exit_config);
    }
  }
  return all;
}

void check_broker_or_fail(const Config& config) {
  for (const ChairConfig& chair : config.chairs) succeed_or_fail(check_broker(config.mqtt, chair.chair), exit_config);
}

}  // namespace chairhub
