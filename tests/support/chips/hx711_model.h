// A model of the HX711 load-cell converter at the level of its two lines, with
// its clock: conversions take their time, a clock pulse above 60 us switches
// it off, 25 to 27 pulses choose the next gain, and what it converts in the
// first four conversions after a reset or with a new gain is not right yet.
// Data sheet: Avia Semiconductor HX711.

#pragma once

#include <cstdint>

#include "drivers/bus/bus_clock.h"

namespace chairhub {

class Hx711Model {
 public:
  // `clock` outlives the chip; only its now() is asked.
  Hx711Model(double rate_sps, BusClock& clock);

  // What it converts with a gain of 128; 64 and 32 make it less.
  void set_counts(std::int32_t at_gain_128) { counts_ = at_gain_128; }
  void unplug() { is_there_ = false; }
  void plug_in();
  // Conversions never end, or do again.
  void hold_conversions(bool held);
  // The chip does not see the n-th pulse from now on, as when it is too short.
  void miss_pulse(int number) { missed_pulse_ = number; }
  // How much slower than nominal its oscillator runs.
  void set_oscillator_error(double part) { slower_ = part; }

  void set_clock(bool level);
  bool data();

  int gain() const { return gain_; }
  int resets() const { return resets_; }
  int disturbed() const { return disturbed_; }  // clocked while it was converting

 private:
  void reset();
  void begin_conversion();
  void advance();
  void rise();
  Nanos period() const;
  std::uint32_t code() const;

  BusClock* clock_;
  double rate_sps_;
  double slower_ = 0;
  std::int32_t counts_ = 0;
  bool is_there_ = true;
  bool is_held_ = false;
  bool clock_level_ = false;
  Nanos rose_at_{};
  bool is_ready_ = false;
  Nanos ready_at_{};
  Nanos right_at_{};
  int pulses_ = 0;  // of the frame that is being read
  std::uint32_t frame_ = 0;
  int gain_ = 128;
  int next_gain_ = 128;  // from the next conversion on
  int missed_pulse_ = 0;
  int resets_ = 0;
  bool was_busy_ = false;  // when the clock rose
  int disturbed_ = 0;
};

}  // namespace chairhub
