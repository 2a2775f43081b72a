// A simulated year at a desk, and what the detection made of it against what
// really happened: 250 office days of several sitters with habits of their
// own, on pads that are unequal, creep and drift, with coats, bags, faults,
// meetings, snoozes and quiet hours. Nobody answers an alert on purpose. The same seed gives the same year.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "hub/core/alert.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub::year {

struct Options {
  int sitters = 5;
  int days_each = 50;
  std::uint64_t seed = 2026;
  Thresholds thresholds;
};

// Counts by Cause.
using ByCause = std::array<int, cause_count>;

struct Report {
  int days = 0;
  int meetings = 0;
  int snoozes = 0;
  int coats = 0;
  int faults = 0;
  double hours_sat = 0;                               // really
  ByCause due{};                                      // how often it really built up beyond its limit
  ByCause held{};                                     // and was rightly not told
  std::map<std::string, ByCause> held_by;             // by what held it back for the longest
  ByCause missed{};                                   // and should have been told, but was not
  ByCause alerts{};                                   // repeats included
  ByCause false_alerts{};                             // about something that did not happen like that
  std::array<std::vector<Millis>, cause_count> late;  // how long each alert could have been told before, by Cause
  std::vector<std::string> broken_laws;  // in words: beyond a limit, during a snooze, meeting, quiet hours or fault
  std::vector<std::string> mistakes;     // what was missed or false, for whoever looks into it

  double weeks() const { return days / 5.0; }
};

int sum(const ByCause& counts);

Report live(const Options& options);

}  // namespace chairhub::year
