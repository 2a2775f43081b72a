// A configuration for a new chair as a TOML file that a person can read and
// change: the chair, its kit, and each pad with its channel and range.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/config/config.h"

namespace chairhub {

// What another configuration says besides its chairs, as it stands there: the keys above all tables, and the other
// tables with their comments.
struct OtherTables {
  std::string top;
  std::string tables;
  bool has_storage = false;
};
OtherTables other_tables(std::string_view text);

struct NewConfig {
  ChairConfig chair;  // with a channel for each pad; its calibration is a name beside the file, or empty
  std::vector<std::string> pad_notes;  // for each pad a remark above it
  std::string database;                // empty: the usual place
  OtherTables others;                  // taken over
};

std::string config_text(const NewConfig& config);

// "seat, rear left": where a pad is, for a person.
std::string place_in_words(const Pad& pad);

}  // namespace chairhub
