#include "hub/core/explain.h"

#include <stdexcept>

#include "hub/core/texts.h"

namespace chairhub {
namespace {

void add_back(std::vector<EvidenceNumber>& evidence, const Observation& now, const Thresholds& thresholds) {
  if (now.balance.back_of_baseline)
    evidence.push_back({"back_of_baseline", *now.balance.back_of_baseline, thresholds.supported_off});
  else
    evidence.push_back({"back_share", now.balance.back_share, std::nullopt});
}

struct Reason {
  TextKey key;
  double limit;
};

Reason reason_for(Cause cause, const Thresholds& thresholds, bool wheelchair) {
  switch (cause) {
    case Cause::sitting_too_long:
      return {wheelchair ? TextKey::alert_sitting_too_long_wheelchair : TextKey::alert_sitting_too_long,
              thresholds.sit_alert_min};
    case Cause::bent_forward:
      return {TextKey::alert_bent_forward, thresholds.forward_warn_min};
    case Cause::static_too_long:
      return {wheelchair ? TextKey::alert_static_too_long_wheelchair : TextKey::alert_static_too_long,
              thresholds.static_warn_min};
    case Cause::unsupported_upright:
      return {TextKey::alert_unsupported_upright, thresholds.unsupported_warn_min};
    case Cause::asymmetric:
      return {TextKey::alert_asymmetric, thresholds.asym_warn_min};
  }
  throw std::logic_error("a cause without a sentence");
}

}  // namespace

std::vector<EvidenceNumber> evidence_for(Cause cause, double minutes, const Observation& now,
                                         const Thresholds& thresholds) {
  std::vector<EvidenceNumber> evidence;
  switch (cause) {
    case Cause::sitting_too_long:
      evidence.push_back({"sitting_min", minutes, thresholds.sit_alert_min});
      evidence.push_back({"shifts_per_hour", now.times.shifts_per_hour, thresholds.shifts_goal_per_h});
      break;
    case Cause::bent_forward:
      evidence.push_back({"bent_forward_min", minutes, thresholds.forward_warn_min});
      add_back(evidence, now, thresholds);
      evidence.push_back({"front_back", now.balance.front_back, std::nullopt});
      break;
    case Cause::static_too_long:
      evidence.push_back({"still_min", minutes, thresholds.static_warn_min});
      evidence.push_back({"shifts_per_hour", now.times.shifts_per_hour, thresholds.shifts_goal_per_h});
      break;
    case Cause::unsupported_upright:
      evidence.push_back({"unsupported_min", minutes, thresholds.unsupported_warn_min});
      add_back(evidence, now, thresholds);
      break;
    case Cause::asymmetric:
      evidence.push_back({"asymmetric_min", minutes, thresholds.asym_warn_min});
      evidence.push_back({"left_right", now.balance.left_right, thresholds.asym_warn});
      break;
  }
  return evidence;
}

std::string sentence_for(const Alert& alert, const Thresholds& thresholds, Language language, ProfileKind kind) {
  const auto [key, limit] = reason_for(alert.cause, thresholds, kind == ProfileKind::wheelchair);
  return fill(say(key, language),
              {{"minutes", number_in(language, alert.minutes, 0)}, {"limit", number_in(language, limit)}});
}

}  // namespace chairhub
