#include "hub/mqtt/components.h"

#include <array>

#include "hub/core/alert.h"
#include "hub/core/posture.h"
#include "hub/mqtt/component_list.h"

namespace chairhub {
namespace {

constexpr std::array all_postures = {
    Posture::empty,        Posture::object,  Posture::supported, Posture::unsupported_upright,
    Posture::bent_forward, Posture::slumped, Posture::unknown};

void add_problem(ComponentList& out, Cause cause, const char* name) {
  const std::string key(to_string(cause));
  // Leaning to a side is not judged unless its owner asks for it.
  if (cause == Cause::asymmetric)
    out.add("binary_sensor", key, name, Needs::sensors,
            {{"device_class", "problem"}, {"enabled_by_default", false}, {"value_template", is_on(key)}});
  else
    out.add("binary_sensor", key, name, Needs::sensors, {{"device_class", "problem"}, {"value_template", is_on(key)}});
}

void add_posture(ComponentList& out, const Chair& chair) {
  Json options = Json::array();
  for (Posture posture : all_postures) options.push_back(std::string(to_string(posture)));
  out.add("binary_sensor", "occupied", nullptr, Needs::sensors,
          {{"device_class", "occupancy"}, {"value_template", is_on("occupied")}});
  out.add("sensor", "posture", "Posture", Needs::sensors,
          {{"device_class", "enum"},
           {"options", options},
           {"icon", "mdi:seat-recline-normal"},
           {"value_template", value_of("posture")}});
  add_problem(out, Cause::sitting_too_long, "Sitting too long");
  add_problem(out, Cause::bent_forward, "Bent forward");
  add_problem(out, Cause::static_too_long, "Not moving");
  if (chair.has_backrest()) add_problem(out, Cause::unsupported_upright, "Back unsupported");
  add_problem(out, Cause::asymmetric, "Leaning to one side");
}

void add_alert(ComponentList& out) {
  // All causes, also those this chair cannot see: an unknown type is dropped.
  Json types = Json::array();
  for (Cause cause : all_causes) types.push_back(std::string(to_string(cause)));
  out.add("event", "alert", "Alert", Needs::hub,
          {{"state_topic", out.topics().alert}, {"event_types", types}, {"icon", "mdi:human-handsdown"}});
}

void add_duration(ComponentList& out, const char* key, const char* name, Needs needs, const char* state_class,
                  const char* field) {
  out.add("sensor", key, name, needs,
          {{"device_class", "duration"},
           {"unit_of_measurement", "min"},
           {"state_class", state_class},
           {"suggested_display_precision", 0},
           {"value_template", value_of(field)}});
}

void add_numbers_of_the_day(ComponentList& out, const Chair& chair) {
  add_duration(out, "sitting_today", "Sitting time today", Needs::hub, "total_increasing", "sitting_today_min");
  add_duration(out, "session", "Current sitting session", Needs::sensors, "measurement", "session_min");
  add_duration(out, "static_for", "Time without movement", Needs::sensors, "measurement", "static_min");
  out.add("sensor", "last_break", "Last break", Needs::hub,
          {{"device_class", "timestamp"}, {"value_template", value_of("last_break")}});
  out.add("sensor", "shifts_per_hour", "Posture shifts per hour", Needs::sensors,
          {{"unit_of_measurement", "1/h"},
           {"state_class", "measurement"},
           {"suggested_display_precision", 0},
           {"icon", "mdi:swap-horizontal"},
           {"value_template", value_of("shifts_per_hour")}});
  if (!chair.has_backrest()) return;
  out.add("sensor", "supported_share", "Supported share today", Needs::hub,
          {{"unit_of_measurement", "%"},
           {"state_class", "measurement"},
           {"suggested_display_precision", 0},
           {"icon", "mdi:seat-recline-extra"},
           {"value_template", value_of("supported_share_pct")}});
}

}  // namespace

Json hub_availability(const Topics& topics) {
  Json all = Json::array();
  if (!topics.hub_availability.empty()) all.push_back(at_topic(topics.hub_availability));
  all.push_back(at_topic(topics.availability));
  return all;
}

Json make_components(const Chair& chair, std::span<const Profile> profiles, const Topics& topics,
                     const std::string& unique_prefix, const Extras& extras) {
  ComponentList out(chair, topics, unique_prefix);
  add_posture(out, chair);
  add_alert(out);
  add_numbers_of_the_day(out, chair);
  add_settings(out, chair, profiles);
  add_diagnostics(out, chair, extras);
  return out.take();
}

}  // namespace chairhub
