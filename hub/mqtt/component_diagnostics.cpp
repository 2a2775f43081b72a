#include "hub/core/calibration_steps.h"
#include "hub/mqtt/component_list.h"

namespace chairhub {
namespace {

void add_faults(ComponentList& out) {
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
  out.add("binary_sensor", "twin", "Another hub with this identity", Needs::hub,
          {{"state_topic", diag},
           {"device_class", "problem"},
           {"entity_category", "diagnostic"},
           {"value_template", is_on("twin")}});
}

void add_run(ComponentList& out) {
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

void add_machine(ComponentList& out, const Extras& extras) {
  const std::string& diag = out.topics().diag;
  out.add("binary_sensor", "clock_set", "Clock set", Needs::hub,
          {{"state_topic", diag},
           {"entity_category", "diagnostic"},
           {"icon", "mdi:clock-check"},
           {"value_template", is_on("clock_set")}});
  out.add("sensor", "database_size", "Log size", Needs::hub,
          {{"state_topic", diag},
           {"device_class", "data_size"},
           {"unit_of_measurement", "MB"},
           {"state_class", "measurement"},
           {"suggested_display_precision", 1},
           {"entity_category", "diagnostic"},
           {"value_template", value_of("database_mb")}});
  if (!extras.has_board_temperature) return;
  out.add("sensor", "board_temperature", "Board temperature", Needs::hub,
          {{"state_topic", diag},
           {"device_class", "temperature"},
           {"unit_of_measurement", "°C"},
           {"state_class", "measurement"},
           {"suggested_display_precision", 0},
           {"entity_category", "diagnostic"},
           {"value_template", value_of("board_temperature_c")}});
}

void add_calibration_progress(ComponentList& out) {
  const std::string& calibration = out.topics().calibration;
  Json steps = Json::array();
  for (const CalibrationStep step : all_calibration_steps) steps.push_back(std::string(to_string(step)));
  out.add("sensor", "calibration_step", "Calibration step", Needs::hub,
          {{"state_topic", calibration},
           {"device_class", "enum"},
           {"options", steps},
           {"entity_category", "diagnostic"},
           {"icon", "mdi:tune"},
           {"value_template", value_of("step")}});
  out.add("sensor", "calibration_progress", "Calibration progress", Needs::hub,
          {{"state_topic", calibration},
           {"unit_of_measurement", "%"},
           {"suggested_display_precision", 0},
           {"entity_category", "diagnostic"},
           {"icon", "mdi:progress-clock"},
           {"value_template", value_of("progress_pct")}});
  out.add("sensor", "calibration_instruction", "What to do now", Needs::hub,
          {{"state_topic", calibration},
           {"entity_category", "diagnostic"},
           {"icon", "mdi:message-text"},
           {"value_template", value_of("instruction")}});
}

// Raw counts, for whoever looks into a pad. They are live or nothing: what is not said again in time is gone.
void add_pads(ComponentList& out, const Chair& chair, Millis every) {
  if (every == Millis{0}) return;
  const auto said_every = std::chrono::duration_cast<Seconds>(every);
  for (const Pad& pad : chair.pads)
    out.add("sensor", "pad_" + pad.name, "Pad " + pad.name, Needs::hub,
            {{"state_topic", out.topics().pads},
             {"state_class", "measurement"},
             {"expire_after", 3 * said_every.count()},
             {"suggested_display_precision", 0},
             {"entity_category", "diagnostic"},
             {"enabled_by_default", false},
             {"icon", "mdi:gauge"},
             {"value_template", value_of(pad.name)}});
}

}  // namespace

void add_diagnostics(ComponentList& out, const Chair& chair, const Extras& extras) {
  add_faults(out);
  add_run(out);
  add_machine(out, extras);
  add_calibration_progress(out);
  add_pads(out, chair, extras.pads_every);
}

}  // namespace chairhub
