// The topics of one chair, in one place. Decides their names and which
// prefixes a configuration may use; what is said on them is payloads.h's.

#pragma once

#include <string>
#include <string_view>

#include "hub/core/result.h"

namespace chairhub {

struct Topics {
  std::string hub_availability;      // retained, a will; empty unless the chair shares its connection with others
  std::string availability;          // retained; a will unless the connection is shared
  std::string sensors_availability;  // retained
  std::string state;                 // retained
  std::string settings;              // retained
  std::string diag;                  // retained
  std::string calibration;           // retained
  std::string pads;                  // never retained
  std::string obeyed;                // never retained
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

// Where a connection that chairs share says whether the hub is there. No
// chair's id has a '.', so it is no chair's.
std::string hub_availability_topic(std::string_view root, std::string_view install_id);

}  // namespace chairhub
