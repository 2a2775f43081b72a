#include "hub/core/alert.h"

namespace chairhub {

std::string_view to_string(Cause cause) {
  switch (cause) {
    case Cause::sitting_too_long:
      return "sitting_too_long";
    case Cause::bent_forward:
      return "bent_forward";
    case Cause::static_too_long:
      return "static_too_long";
    case Cause::unsupported_upright:
      return "unsupported_upright";
    case Cause::asymmetric:
      return "asymmetric";
  }
  return "";
}

std::optional<Cause> cause_from(std::string_view name) {
  for (const Cause cause : all_causes)
    if (to_string(cause) == name) return cause;
  return std::nullopt;
}

std::string_view to_string(Held held) {
  switch (held) {
    case Held::not_due:
      return "not_due";
    case Held::nothing:
      return "nothing";
    case Held::chair_empty:
      return "chair_empty";
    case Held::alerts_off:
      return "alerts_off";
    case Held::cause_off:
      return "cause_off";
    case Held::snoozed:
      return "snoozed";
    case Held::quiet_hours:
      return "quiet_hours";
    case Held::meeting:
      return "meeting";
    case Held::baseline_moved:
      return "baseline_moved";
    case Held::sensor_fault:
      return "sensor_fault";
    case Held::recovering:
      return "recovering";
    case Held::already_raised:
      return "already_raised";
    case Held::already_repeated:
      return "already_repeated";
    case Held::same_cause_cooldown:
      return "same_cause_cooldown";
    case Held::any_cause_cooldown:
      return "any_cause_cooldown";
    case Held::backed_off:
      return "backed_off";
    case Held::limit_reached:
      return "limit_reached";
  }
  return "";
}

std::optional<Held> held_from(std::string_view name) {
  for (auto i = static_cast<int>(Held::not_due); i <= static_cast<int>(Held::limit_reached); ++i)
    if (to_string(static_cast<Held>(i)) == name) return static_cast<Held>(i);
  return std::nullopt;
}

}  // namespace chairhub
