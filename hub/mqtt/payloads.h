// The JSON that is published for one chair. Every key is always there, null
// when its value is unknown; numbers are finite, durations whole minutes,
// times UTC with +00:00 and null while the clock is not set.
//
// Pure: the same values give the same text, byte for byte.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/core/alert.h"
#include "hub/core/calibration_steps.h"
#include "hub/core/chair.h"
#include "hub/core/frame.h"
#include "hub/core/kit.h"
#include "hub/core/observation.h"
#include "hub/core/pad_health.h"
#include "hub/core/settings.h"

namespace chairhub {

// How one chair's part of the hub is doing.
struct Diag {
  std::vector<PadReport> pads;                  // in the order of Chair::pads; empty before the first frame
  std::string kit_fault;                        // why no frames arrive; empty while they do
  std::string database_fault;                   // why the log cannot be written; empty while it can
  std::string last_refusal;                     // what was wrong with the last command; empty when it was obeyed
  bool has_twin = false;                        // another hub speaks under this identity
  bool clock_set = false;                       // the wall clock can be believed
  std::uint64_t dropped_frames = 0;             // since start
  std::optional<double> board_celsius;          // of the machine; unset where nothing measures it
  std::optional<std::uint64_t> database_bytes;  // of the log's files; unset while there is none
  std::vector<NamedCount> radio;  // what happened to the frames a kit has sent by itself; empty: it is scanned
  std::string version;
  std::string boot_id;              // of this run of the hub
  std::optional<WallTime> started;  // unset while the clock is not set
};

// The lengths of a snooze that are offered: what a person chooses, and what cmd/snooze takes for it.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 4> snooze_choices = {
    {{"15 minutes", "15"}, {"30 minutes", "30"}, {"1 hour", "60"}, {"until tomorrow", "tomorrow"}}};

// Whether anything can be said about the sitter: frames arrive, and at least
// one pad of the seat is believed.
bool is_sensing(const Chair& chair, const Diag& diag);

std::string state_payload(const Observation& observation, bool clock_set);
// Before the first frame and while paused: every key of the state, all null.
std::string unknown_state_payload();

std::string settings_payload(const Settings& settings, bool clock_set);
// What the snooze in force was asked for as: "off", one of snooze_choices, or "other".
std::string snooze_word(const Settings& settings);
// How far the guided calibration is, and what the person is asked to do.
std::string calibration_payload(const CalibrationSteps& steps, Language language);
// The newest counts of each pad, null where there is none.
std::string pads_payload(const Chair& chair, std::span<const PadReading> readings);
// A command that was obeyed, from wherever it came, in the words of the log.
std::string obeyed_payload(std::string_view command, std::string_view value);
std::string diag_payload(const Chair& chair, const Diag& diag);
// Which run of a hub said this; empty when it cannot be told.
std::string boot_id_of(std::string_view diag_payload);
std::string alert_payload(const Alert& alert, bool clock_set);

}  // namespace chairhub
