#include "hub/mqtt/components.h"

#include <array>
#include <initializer_list>
#include <utility>

#include "hub/core/alert.h"
#include "hub/core/language.h"
#include "hub/core/posture.h"
#include "hub/core/thresholds.h"

namespace chairhub {
namespace {

using Field = std::pair<const char*, Json>;
using Fields = std::initializer_list<Field>;

constexpr std::array all_postures = {
    Posture::empty,        Posture::object,  Posture::supported, Posture::unsupported_upright,
    Posture::bent_forward, Posture::slumped, Posture::unknown};

// "sensor.<slug>_posture" must be a valid entity id: [a-z0-9_], no '_' at
// either end, none doubled.
std::string slug(const std::string& chair_id) {
  std::string out;
  for (char c : chair_id) {
    const char next = c == '-' ? '_' : c;
    if (next != '_' || (!out.empty() && out.back() != '_')) out += next;
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out.empty() ? "chair" : out;
}

std::string is_on(const std::string& key) {
  return "{{ 'ON' if value_json." + key + " else 'OFF' }}";
}
std::string value_of(const std::string& key) {
  return "{{ value_json." + key + " }}";
}

// What an entity can only know while the pads can be believed.
enum class Needs { hub, sensors };

class Components {
 public:
  Components(const Chair& chair, const Topics& topics, std::string unique_prefix)
      : topics_(topics), slug_(slug(chair.id)), unique_prefix_(std::move(unique_prefix)) {}

  void add(const std::string& platform, const std::string& key, const Json& name, Needs needs, Fields fields) {
    Json component;
    component["p"] = platform;
    // Keys have no '-', so that no two chairs and keys give the same id.
    component["unique_id"] = unique_prefix_ + "-" + key;
    component["default_entity_id"] = platform + "." + slug_ + "_" + key;
    component["name"] = name;
    for (const auto& [field, value] : fields) component[field] = value;
    if (needs == Needs::sensors) {
      component["availability"] = hub_availability(topics_);
      component["availability"].push_back(at_topic(topics_.sensors_availability));
      component["availability_mode"] = "all";
    }
    all_[key] = std::move(component);
  }

  const Topics& topics() const { return topics_; }
  Json take() { return std::move(all_); }

 private:
  const Topics& topics_;
  std::string slug_;
  std::string unique_prefix_;
  Json all_ = Json::object();
};

void add_problem(Components& out, Cause cause, const char* name) {
  const std::string key(to_string(cause));
  // Leaning to a side is not judged unless its owner asks for it.
  if (cause == Cause::asymmetric)
    out.add("binary_sensor", key, name, Needs::sensors,
            {{"device_class", "problem"}, {"enabled_by_default", false}, {"value_template", is_on(key)}});
  else
    out.add("binary_sensor", key, name, Needs::sensors, {{"device_class", "problem"}, {"value_template", is_on(key)}});
}

void add_posture(Components& out, const Chair& chair) {
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

void add_alert(Components& out) {
  // All causes, also those this chair cannot see: an unknown type is dropped.
  Json types = Json::array();
  for (Cause cause : all_causes) types.push_back(std::string(to_string(cause)));
  out.add("event", "alert", "Alert", Needs::hub,
          {{"state_topic", out.topics().alert}, {"event_types", types}, {"icon", "mdi:human-handsdown"}});
}

void add_duration(Components& out, const char* key, const char* name, Needs needs, const char* state_class,
                  const char* field) {
  out.add("sensor", key, name, needs,
          {{"device_class", "duration"},
           {"unit_of_measurement", "min"},
           {"state_class", state_class},
           {"suggested_display_precision", 0},
           {"value_template", value_of(field)}});
}

void add_numbers_of_the_day(Components& out, const Chair& chair) {
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

void add_switch(Components& out, const char* key, const char* name, const char* set, const char* field,
                const char* icon) {
  out.add("switch", key, name, Needs::hub,
          {{"command_topic", out.topics().set + set},
           {"state_topic", out.topics().settings},
           {"entity_category", "config"},
           {"icon", icon},
           {"value_template", is_on(field)}});
}

void add_button(Components& out, const char* key, const char* name, const char* cmd, const char* press,
                const char* icon) {
  out.add("button", key, name, Needs::hub,
          {{"command_topic", out.topics().cmd + cmd},
           {"payload_press", press},
           {"entity_category", "config"},
           {"icon", icon}});
}

void add_limit(Components& out, std::string_view key, const char* name) {
  const ThresholdInfo& info = *find_threshold(key);
  const std::string field(key);
  out.add("number", field, name, Needs::hub,
          {{"command_topic", out.topics().set + field},
           {"state_topic", out.topics().settings},
           {"entity_category", "config"},
           {"device_class", "duration"},
           {"unit_of_measurement", std::string(info.unit)},
           {"min", number(info.min, 3)},
           {"max", number(info.max, 3)},
           {"step", 1},
           {"mode", "box"},
           {"value_template", value_of(field)}});
}

void add_select(Components& out, const char* key, const char* name, const Json& options, const char* icon) {
  out.add("select", key, name, Needs::hub,
          {{"command_topic", out.topics().set + key},
           {"state_topic", out.topics().settings},
           {"entity_category", "config"},
           {"options", options},
           {"icon", icon},
           {"value_template", value_of(key)}});
}

void add_choices(Components& out, std::span<const Profile> profiles) {
  Json languages = Json::array();
  for (const Language language : all_languages) languages.push_back(std::string(to_string(language)));
  add_select(out, "language", "Language", languages, "mdi:translate");
  if (profiles.size() < 2) return;  // nothing to choose from
  Json names = Json::array();
  for (const Profile& profile : profiles) names.push_back(profile.name);
  add_select(out, "profile", "Profile", names, "mdi:account");
}

void add_exercise_answers(Components& out) {
  add_button(out, "exercise_done", "Exercise done", "exercise", "done", "mdi:check");
  add_button(out, "exercise_skip", "Exercise skipped", "exercise", "skip", "mdi:skip-next");
  add_button(out, "exercise_hurts", "Exercise hurts", "exercise", "hurts", "mdi:hand-back-left-off");
}

void add_settings(Components& out, const Chair& chair, std::span<const Profile> profiles) {
  add_switch(out, "alerts_on", "Alerts", "alerts", "alerts", "mdi:bell");
  add_switch(out, "meeting", "Meeting", "meeting", "meeting", "mdi:account-group");
  add_switch(out, "pause", "Pause", "pause", "paused", "mdi:pause-circle");
  add_choices(out, profiles);
  add_exercise_answers(out);
  add_button(out, "snooze_15", "Snooze 15 minutes", "snooze", "15", "mdi:bell-sleep");
  add_button(out, "snooze_30", "Snooze 30 minutes", "snooze", "30", "mdi:bell-sleep");
  add_button(out, "snooze_60", "Snooze 1 hour", "snooze", "60", "mdi:bell-sleep");
  add_button(out, "snooze_tomorrow", "Snooze until tomorrow", "snooze", "tomorrow", "mdi:bell-sleep");
  add_button(out, "snooze_end", "End snooze", "snooze", "0", "mdi:bell-ring");
  out.add("sensor", "snoozed_until", "Snoozed until", Needs::hub,
          {{"state_topic", out.topics().settings},
           {"device_class", "timestamp"},
           {"value_template", value_of("snoozed_until")}});
  add_limit(out, "sit_alert_min", "Sitting time limit");
  add_limit(out, "forward_warn_min", "Bent forward limit");
  add_limit(out, "static_warn_min", "Static time limit");
  if (chair.has_backrest()) add_limit(out, "unsupported_warn_min", "Unsupported limit");
  add_limit(out, "break_full_min", "Break length");
  add_button(out, "tare", "Tare empty chair", "tare", "PRESS", "mdi:scale-balance");
}

void add_faults(Components& out) {
  const std::string& diag = out.topics().diag;
  out.add(
      "binary_sensor", "calibration_doubt", "Calibration in doubt", Needs::hub,
      {{"device_class", "problem"}, {"entity_category", "diagnostic"}, {"value_template", is_on("calibration_doubt")}});
  out.add("sensor", "calibration_doubt_reason", "Why the calibration is in doubt", Needs::hub,
          {{"entity_category", "diagnostic"},
           {"enabled_by_default", false},
           {"icon", "mdi:scale-unbalanced"},
           {"value_template", value_of("calibration_doubt")}});
  out.add("binary_sensor", "fault", "Sensor fault", Needs::hub,
          {{"state_topic", diag},
           {"device_class", "problem"},
           {"entity_category", "diagnostic"},
           {"value_template", is_on("fault")},
           {"json_attributes_topic", diag},
           {"json_attributes_template", "{{ value_json.faults | tojson }}"}});
  out.add("binary_sensor", "database_fault", "Log fault", Needs::hub,
          {{"state_topic", diag},
           {"device_class", "problem"},
           {"entity_category", "diagnostic"},
           {"value_template", is_on("database_fault")}});
}

void add_diagnostics(Components& out) {
  const std::string& diag = out.topics().diag;
  out.add("sensor", "started", "Hub started", Needs::hub,
          {{"state_topic", diag},
           {"device_class", "timestamp"},
           {"entity_category", "diagnostic"},
           {"enabled_by_default", false},
           {"value_template", value_of("started")}});
  out.add("sensor", "dropped_frames", "Dropped frames", Needs::hub,
          {{"state_topic", diag},
           {"state_class", "total_increasing"},
           {"entity_category", "diagnostic"},
           {"enabled_by_default", false},
           {"icon", "mdi:alert-circle-outline"},
           {"value_template", value_of("dropped_frames")}});
  out.add("sensor", "last_refusal", "Last refused command", Needs::hub,
          {{"state_topic", diag},
           {"entity_category", "diagnostic"},
           {"enabled_by_default", false},
           {"icon", "mdi:message-alert"},
           {"value_template", value_of("last_refusal")}});
}

}  // namespace

Json hub_availability(const Topics& topics) {
  Json all = Json::array();
  if (!topics.hub_availability.empty()) all.push_back(at_topic(topics.hub_availability));
  all.push_back(at_topic(topics.availability));
  return all;
}

Json make_components(const Chair& chair, std::span<const Profile> profiles, const Topics& topics,
                     const std::string& unique_prefix) {
  Components out(chair, topics, unique_prefix);
  add_posture(out, chair);
  add_alert(out);
  add_numbers_of_the_day(out, chair);
  add_settings(out, chair, profiles);
  add_faults(out);
  add_diagnostics(out);
  return out.take();
}

}  // namespace chairhub
