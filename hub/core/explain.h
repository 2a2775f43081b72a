// Puts numbers into words: why an alert is due, in one sentence and in the
// list of evidence that goes with it.

#pragma once

#include <string>
#include <vector>

#include "hub/core/alert.h"
#include "hub/core/language.h"
#include "hub/core/observation.h"
#include "hub/core/profile.h"
#include "hub/core/thresholds.h"

namespace chairhub {

// The numbers that made `cause` due, each with the limit it was held against.
std::vector<EvidenceNumber> evidence_for(Cause cause, double minutes, const Observation& now,
                                         const Thresholds& thresholds);

// "Bent forward for 6 min; the limit is 5."
std::string sentence_for(const Alert& alert, const Thresholds& thresholds, Language language, ProfileKind kind);

}  // namespace chairhub
