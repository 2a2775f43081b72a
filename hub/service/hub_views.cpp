#include <algorithm>

#include <fmt/format.h>

#include "hub/mqtt/payloads.h"
#include "hub/platform/clock.h"
#include "hub/service/hub_impl.h"
#include "hub/service/privacy.h"
#include "hub/storage/log_files.h"
#include "hub/web/chair_json.h"
#include "hub/web/now_json.h"
#include "hub/web/pads_json.h"

namespace chairhub {
namespace {

bool is_simulated(const ChairConfig& chair) {
  return chair.kit.driver == "simulated" || chair.kit.driver == "replay";
}

std::string_view word_for(DiscoveryStyle style) {
  for (const auto& [known, word] : discovery_styles)
    if (known == style) return word;
  return "off";
}

// Of the kit, else of the first pad that has one.
std::string first_fault(const Chair& chair, const Diag& diag) {
  if (!diag.kit_fault.empty()) return diag.kit_fault;
  for (std::size_t i = 0; i < std::min(chair.pads.size(), diag.pads.size()); ++i)
    if (diag.pads[i].status != PadStatus::ok) return chair.pads[i].name + ": " + diag.pads[i].reason;
  return "";
}

}  // namespace

// What is published over MQTT is shown as it is published, so that nobody has to learn two forms.
std::string Hub::Impl::show(std::size_t index, std::string_view what) const {
  const ChairService& chair = *chairs.at(index);
  const Detector& detector = chair.detector();
  if (what == "settings") return settings_payload(chair.settings(), clock_set);
  if (what == "diag") return diag_payload(chair.chair(), diag_of(index));
  if (what == "calibration") return calibration_payload(detector.calibration_steps(), chair.settings().language);
  if (what == "now") return show_now(index);
  if (what == "pads")
    return pads_json({chair.chair(), detector.calibration(), chair.pads(), chair.watch().frame(),
                      chair.settings().thresholds.vacant_off_uncalibrated});
  if (what == "pad-health") {
    const Diag diag = diag_of(index);
    return pad_health_json({chair.chair(), detector.calibration(), chair.pads(), diag.dropped_frames, diag.radio});
  }
  if (what == "thresholds")
    return thresholds_json(chair.settings().thresholds, options.config.chairs[index].defaults.thresholds);
  if (what == "state") {
    const bool nothing_yet = chair.last().at == Moment{};
    return nothing_yet || chair.settings().paused ? unknown_state_payload() : state_payload(chair.last(), clock_set);
  }
  const ChairConfig& config = options.config.chairs[index];
  return chair_json({chair.chair(), kits[index]->describe(), config.kit.driver, is_simulated(config),
                     config.kit.rate_hz, detector.profiles()});
}

std::string Hub::Impl::show_now(std::size_t index) const {
  const ChairService& chair = *chairs.at(index);
  const WallTime at = chair.clock().chair_time(moment_now()).wall;
  Diag diag;
  diag.pads.assign(chair.pads().begin(), chair.pads().end());
  diag.kit_fault = kit_states[index].fault;
  const bool has_data = chair.last().at != Moment{} && diag.kit_fault.empty();
  const ChairWatch& watch = chair.watch();
  const NowView view{
      chair.last(),    chair.settings(), chair.detector().exposure(),     at, has_data, watch.shifts_this_hour(at),
      watch.alert(at), watch.answers(),  first_fault(chair.chair(), diag)};
  return now_json(view);
}

HubView Hub::Impl::hub_view() const {
  const Config& config = options.config;
  HubView view;
  view.version = options.version;
  view.started = web_started;
  view.now = moment_now().wall;
  view.clock_set = clock_set;
  view.time_zone = zone_name();
  view.language = chairs.front()->settings().language;
  view.trouble = trouble();
  view.broker.enabled = config.mqtt.enabled;
  view.broker.connected =
      !lines.empty() && std::all_of(lines.begin(), lines.end(), [](const auto& line) { return line->is_connected(); });
  view.broker.host = config.mqtt.enabled ? fmt::format("{}:{}", config.mqtt.host, config.mqtt.port) : "";
  if (config.mqtt.enabled && !view.broker.connected)
    view.broker.trouble = "no connection to the broker at " + view.broker.host;
  view.discovery = config.mqtt.enabled ? word_for(config.mqtt.discovery) : "off";
  view.discovery_prefix = config.mqtt.discovery_prefix;
  view.log = {database_bytes(config.storage.database), config.storage.database.string(),
              config.storage.retention_minutes_days, config.storage.retention_events_days, database_fault};
  view.privacy_tier = privacy_tier(config.mqtt);
  view.leaves_the_hub = leaves_the_hub(config, view.language);
  for (const ChairConfig& chair : config.chairs)
    if (is_simulated(chair)) view.simulated.push_back(chair.chair.id);
  view.recordings = config.web.recordings.string();
  return view;
}

std::string Hub::Impl::trouble() const {
  if (!database_fault.empty()) return database_fault;
  for (std::size_t i = 0; i < chairs.size(); ++i)
    if (!kit_states[i].fault.empty()) return chairs[i]->chair().id + ": " + kit_states[i].fault;
  return "";
}

}  // namespace chairhub
