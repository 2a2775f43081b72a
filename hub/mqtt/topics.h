// The topics of one chair, in one place. Decides their names and which
// prefixes a configuration may use; what is said on them is payloads.h's.

#pragma once

#include <string>
#include <string_view>

#include "hub/core/result.h"

namespace chairhub {

struct Topics {
  std::string availability;          // retained; the connection's will
  std::string sensors_availability;  // retained
  std::string state;                 // retained
  std::string settings;              // retained
  std::string diag;                  // retained
  std::string alert;                 // never retained
  std::string alert_missed;          // never retained
  std::string set;                   // "chairhub/desk/set/", before the name of what is set
  std::string cmd;                   // "chairhub/desk/cmd/"

  // What to subscribe to for everything under `set` and `cmd`.
  std::string set_filter() const { return set + '+'; }
  std::string cmd_filter() const { return cmd + '+'; }
};

// Refuses what cannot be the beginning of a topic: empty, longer than 128
// bytes, a wildcard, NUL or other control characters, text that is not UTF-8,
// '$' in front, an empty level. `what` names the setting in the sentence.
Result<void> check_topic_prefix(std::string_view what, std::string_view prefix);

// `chair_id` is a valid Chair::id.
Result<Topics> chair_topics(std::string_view root, std::string_view chair_id);

}  // namespace chairhub
