// The JSON that is published for one chair. Every key is always there, null
// when its value is unknown; numbers are finite, durations whole minutes,
// times UTC with +00:00 and null while the clock is not set.
//
// Pure: the same values give the same text, byte for byte.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/core/alert.h"
#include "hub/core/chair.h"
#include "hub/core/kit.h"
#include "hub/core/observation.h"
#include "hub/core/pad_health.h"
#include "hub/core/settings.h"

namespace chairhub {

// How one chair's part of the hub is doing.
struct Diag {
  std::vector<PadReport> pads;       // in the order of Chair::pads; empty before the first frame
  std::string kit_fault;             // why no frames arrive; empty while they do
  std::string database_fault;        // why the log cannot be written; empty while it can
  std::string last_refusal;          // what was wrong with the last command; empty when it was obeyed
  bool clock_set = false;            // the wall clock can be believed
  std::uint64_t dropped_frames = 0;  // since start
  std::vector<NamedCount> radio;     // what happened to the frames a kit has sent by itself; empty: it is scanned
  std::string version;
  std::string boot_id;              // of this run of the hub
  std::optional<WallTime> started;  // unset while the clock is not set
};

// Whether anything can be said about the sitter: frames arrive, and at least
// one pad of the seat is believed.
bool is_sensing(const Chair& chair, const Diag& diag);

std::string state_payload(const Observation& observation, bool clock_set);
// Before the first frame and while paused: every key of the state, all null.
std::string unknown_state_payload();

std::string settings_payload(const Settings& settings, bool clock_set);
std::string diag_payload(const Chair& chair, const Diag& diag);
std::string alert_payload(const Alert& alert, bool clock_set);

}  // namespace chairhub
