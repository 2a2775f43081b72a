#include "hub/core/language.h"
#include "hub/core/thresholds.h"
#include "hub/mqtt/component_list.h"
#include "hub/mqtt/payloads.h"

namespace chairhub {
namespace {

void add_switch(ComponentList& out, const char* key, const char* name, const char* set, const char* field,
                const char* icon) {
  out.add("switch", key, name, Needs::hub,
          {{"command_topic", out.topics().set + set},
           {"state_topic", out.topics().settings},
           {"entity_category", "config"},
           {"icon", icon},
           {"value_template", is_on(field)}});
}

void add_button(ComponentList& out, const char* key, const char* name, const char* cmd, const char* press,
                const char* icon) {
  out.add("button", key, name, Needs::hub,
          {{"command_topic", out.topics().cmd + cmd},
           {"payload_press", press},
           {"entity_category", "config"},
           {"icon", icon}});
}

void add_limit(ComponentList& out, std::string_view key, const char* name) {
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

void add_select(ComponentList& out, const char* key, const char* name, const Json& options, const char* icon) {
  out.add("select", key, name, Needs::hub,
          {{"command_topic", out.topics().set + key},
           {"state_topic", out.topics().settings},
           {"entity_category", "config"},
           {"options", options},
           {"icon", icon},
           {"value_template", value_of(key)}});
}

void add_choices(ComponentList& out, std::span<const Profile> profiles) {
  Json languages = Json::array();
  for (const Language language : all_languages) languages.push_back(std::string(to_string(language)));
  add_select(out, "language", "Language", languages, "mdi:translate");
  if (profiles.size() < 2) return;  // nothing to choose from
  Json names = Json::array();
  for (const Profile& profile : profiles) names.push_back(profile.name);
  add_select(out, "profile", "Profile", names, "mdi:account");
}

void add_exercise_answers(ComponentList& out) {
  add_button(out, "exercise_done", "Exercise done", "exercise", "done", "mdi:check");
  add_button(out, "exercise_skip", "Exercise skipped", "exercise", "skip", "mdi:skip-next");
  add_button(out, "exercise_hurts", "Exercise hurts", "exercise", "hurts", "mdi:hand-back-left-off");
}

// One choice instead of a button for each length; `other` is one that somebody asked for elsewhere.
void add_snooze(ComponentList& out) {
  Json options = {"off"};
  std::string lengths;
  for (const auto& [word, length] : snooze_choices) {
    options.push_back(std::string(word));
    lengths += "'" + std::string(word) + "':'" + std::string(length) + "',";
  }
  options.push_back("other");
  out.add("select", "snooze", "Snooze", Needs::hub,
          {{"command_topic", out.topics().cmd + "snooze"},
           {"command_template", "{{ {" + lengths + "'off':'0'}.get(value, value) }}"},
           {"state_topic", out.topics().settings},
           {"entity_category", "config"},
           {"options", options},
           {"icon", "mdi:bell-sleep"},
           {"value_template", value_of("snooze")}});
}

void add_calibration(ComponentList& out) {
  add_button(out, "calibrate_start", "Calibrate", "calibrate", "start", "mdi:tune");
  add_button(out, "calibrate_next", "Calibrate: ready", "calibrate", "next", "mdi:skip-next-circle");
  add_button(out, "calibrate_cancel", "Calibrate: cancel", "calibrate", "cancel", "mdi:close-circle");
}

}  // namespace

void add_settings(ComponentList& out, const Chair& chair, std::span<const Profile> profiles) {
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
  add_snooze(out);
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
  add_calibration(out);
}

}  // namespace chairhub
