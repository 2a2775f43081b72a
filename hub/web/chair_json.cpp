#include "hub/web/chair_json.h"

#include <algorithm>

#include "hub/core/threshold_groups.h"
#include "hub/web/json.h"

namespace chairhub {
namespace {

Json pads_of(const Chair& chair) {
  Json list = Json::array();
  for (const Pad& pad : chair.pads)
    list.push_back({{"name", pad.name},
                    {"zone", pad.zone == Zone::seat ? "seat" : "back"},
                    {"x", pad.x},
                    {"y", pad.y},
                    {"range", Json::array({pad.range.unloaded, pad.range.loaded})}});
  return list;
}

Json profiles_of(std::span<const ProfileStart> profiles) {
  Json list = Json::array();
  for (const ProfileStart& one : profiles) {
    const bool calibrated = one.calibration && one.calibration->has_person();
    list.push_back({{"name", one.profile.name},
                    {"kind", to_string(one.profile.kind)},
                    {"calibrated", calibrated},
                    {"made_ms", calibrated ? unix_ms(one.calibration->made_at) : Json(nullptr)}});
  }
  return list;
}

// As a code rather than as words.
std::string code_of(Evidence kind) {
  std::string code(to_string(kind));
  std::replace(code.begin(), code.end(), ' ', '_');
  return code;
}

}  // namespace

std::string chair_json(const ChairView& view) {
  Json json;
  json["id"] = view.chair.id;
  json["name"] = view.chair.name;
  json["kit"] = view.kit;
  json["driver"] = view.driver;
  json["simulated"] = view.simulated;
  json["rate_hz"] = rounded(view.rate_hz, 3);
  json["has_backrest"] = view.chair.has_backrest();
  json["armrests"] = view.chair.armrests ? Json(*view.chair.armrests) : Json(nullptr);
  json["pads"] = pads_of(view.chair);
  json["profiles"] = profiles_of(view.profiles);
  return body_of(json);
}

std::string thresholds_json(const Thresholds& now, const Thresholds& configured) {
  const Thresholds defaults;
  Json list = Json::array();
  for (const ThresholdInfo& info : threshold_table())
    list.push_back({{"key", info.key},
                    {"value", rounded(now.*info.value, 4)},
                    {"configured", rounded(configured.*info.value, 4)},
                    {"default", rounded(defaults.*info.value, 4)},
                    {"unit", info.unit},
                    {"min", rounded(info.min, 4)},
                    {"max", rounded(info.max, 4)},
                    {"kind", code_of(info.kind)},
                    {"source", info.source},
                    {"meaning", info.meaning},
                    {"group", threshold_group_of(info.key)}});
  return body_of(list);
}

std::string hub_json(const HubView& view) {
  Json languages = Json::array();
  for (const Language language : all_languages) languages.push_back(to_string(language));
  Json json;
  json["version"] = view.version;
  json["started_ms"] = unix_ms(view.started);
  json["now_ms"] = unix_ms(view.now);
  json["clock_set"] = view.clock_set;
  json["time_zone"] = view.time_zone;
  json["language"] = to_string(view.language);
  json["languages"] = std::move(languages);
  json["trouble"] = text_or_nothing(view.trouble);
  json["mqtt"] = {{"enabled", view.broker.enabled},
                  {"connected", view.broker.connected},
                  {"host", view.broker.host},
                  {"trouble", text_or_nothing(view.broker.trouble)}};
  json["home_assistant"] = {{"discovery", view.discovery}, {"prefix", view.discovery_prefix}};
  json["log"] = {{"bytes", view.log.bytes ? Json(*view.log.bytes) : Json(nullptr)},
                 {"path", view.log.path},
                 {"retention_minutes_days", view.log.retention_minutes_days},
                 {"retention_events_days", view.log.retention_events_days},
                 {"fault", text_or_nothing(view.log.fault)}};
  json["privacy"] = {{"tier", view.privacy_tier}, {"leaves_the_hub", view.leaves_the_hub}};
  json["simulated"] = view.simulated;
  json["raw_recording_dir"] = text_or_nothing(view.recordings);
  return body_of(json);
}

std::string hub_hello_json(const HubView& view) {
  return body_of({{"version", view.version}, {"started_ms", unix_ms(view.started)}});
}

}  // namespace chairhub
