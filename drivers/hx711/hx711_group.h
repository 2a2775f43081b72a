// One or several HX711 load-cell converters that share a clock line: all are
// clocked together and read together. Decides when a conversion can be
// believed; a chip that is silent or slips does not spoil the others.
//
// The chip has no register to ask. Its clock held high for 60 us switches it
// off and the falling edge resets it, so whoever is interrupted at the wrong
// moment has reset it without knowing. Hence every pulse is timed, and after
// a doubtful one the chips are reset on purpose, which is a state one knows.
//
// Datasheet: Avia Semiconductor HX711, "Serial interface", "Reset and power-down".

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/bus/gpio.h"

namespace chairhub {

struct Hx711Settings {
  std::string place;                 // of the clock: "clock line 20 of pinctrl-bcm2711 (/dev/gpiochip0)"
  std::vector<unsigned> data_lines;  // one a chip
  int gain = 128;                    // 128 and 64 on input A, 32 on input B
  double rate_sps = 10;              // 10 or 80, as the chips' RATE pin says
};

class Hx711Group {
 public:
  // `clock_line` is one output, `data_lines` one input a chip. `clock` outlives this.
  Hx711Group(std::unique_ptr<GpioOutputs> clock_line, std::unique_ptr<GpioInputs> data_lines, Hx711Settings settings,
             BusClock& clock);

  std::string name_of(std::size_t chip) const;

  // Takes the chip in: from now on it is waited for. The first one resets them all, and so does one that is the
  // only one left; a later one leaves the others in peace.
  BusResult<void> begin(std::size_t chip);
  // How long until the chip must be asked again; zero when its conversions can be believed.
  BusResult<Nanos> settle(std::size_t chip);
  // Sees that there is a conversion of this chip that nobody has taken, if need be by waiting up to 2.5
  // conversions. All chips that are ready are read with it.
  BusResult<void> convert(std::size_t chip);
  BusResult<std::int32_t> take(std::size_t chip);

 private:
  struct Cell {
    bool is_waited_for = false;  // taken in, and no error since
    bool is_ready = false;       // in this look
    bool gain_set = false;       // has been read once since the last reset, so it converts with our gain
    Nanos settled_at{};          // conversions before this are not to be believed
    Nanos begun_at{};            // when it was taken in
    std::uint32_t bits = 0;      // of the frame being read
    bool released = false;       // data line high behind the last pulse
    std::optional<BusResult<std::int32_t>> value;  // not taken yet
  };

  BusResult<void> reset();
  // Into levels_. What was written before has arrived then: on a Pi 5 writes wait in the PCIe bridge and come out
  // in a burst, and a read behind them forces their order (pinctrl-rp1, pace_pin_updates).
  BusResult<void> read_lines();
  BusResult<void> wait_until_ready();
  // True when all that are waited for are ready.
  BusResult<bool> look();
  BusResult<void> read_those_ready();
  // The longest time that the clock line may have been high.
  BusResult<Nanos> read_frame();
  BusResult<Nanos> pulse();
  void judge(Cell& cell, std::size_t chip, Nanos now) const;
  bool is_settled(const Cell& cell, Nanos now) const { return cell.gain_set && now >= cell.settled_at; }
  tl::unexpected<BusError> fault(std::size_t chip, BusFault fault, std::string detail) const;
  tl::unexpected<BusError> no_conversion(std::size_t chip) const;

  std::unique_ptr<GpioOutputs> clock_line_;
  std::unique_ptr<GpioInputs> data_lines_;
  Hx711Settings settings_;
  BusClock& clock_;
  Nanos period_;
  Nanos patience_;  // how long a chip may take for a conversion; its oscillator is not exact (engineering default)
  std::vector<Cell> cells_;
  std::unique_ptr<bool[]> levels_;
};

}  // namespace chairhub
