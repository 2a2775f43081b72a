// A working day of one chair as the log sees it: 8 hours of sitting from 8 to
// 17 o'clock, a row a minute, some 200 posture spans, 12 alerts that are
// delivered, 9 breaks; and the storage thread that writes it at its deadlines.

#pragma once

#include <cstdint>

#include "hub/storage/logbook.h"

namespace chairhub {

class WorkingDay {
 public:
  WorkingDay(Logbook& log, std::uint64_t last_alert) : log_(log), last_alert_(last_alert) {}

  // Plays the day whose 8 o'clock this is; returns the last alert's id.
  std::uint64_t play(Moment eight_o_clock);

 private:
  void hour(Moment begin);
  void minute(Moment begin, int number);
  void take(Posture posture, Moment at);
  void alert(Moment at);
  void hold(Held held, Moment at);
  void append(const Event& event, Moment at);
  void storage_thread_runs_until(Moment until);

  Logbook& log_;
  std::uint64_t last_alert_;
  SpanStarted span_;
  bool span_open_ = false;
};

}  // namespace chairhub
