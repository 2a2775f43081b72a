// GPIO lines for drivers under test: what is wired to them, who presses a
// button, what the outputs did. A call takes a microsecond of the clock, about
// as on a Pi, or longer when the test lets the program be interrupted. Any thread
// may call; what is wired is called with the lock held and does not call back.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/gpio.h"

namespace chairhub {

class FakeGpio {
 public:
  // A moment at which an output changed.
  struct Change {
    Nanos at{};
    bool level = false;
  };

  // `clock` outlives this and everything that is requested from it.
  explicit FakeGpio(BusClock& clock);

  // As open_gpio_chip() does.
  BusResult<std::unique_ptr<GpioChip>> open(const std::string& label_or_path = "");

  // What hangs on the lines.
  void wire_output(unsigned line, std::function<void(bool)> takes);
  void wire_input(unsigned line, std::function<bool()> gives);

  // Somebody at the button of an edges request.
  void press(unsigned line) { edge(line, true); }
  void release(unsigned line) { edge(line, false); }
  // `times` edges a millisecond apart, the last one as it began.
  void bounce(unsigned line, int times);
  // Edges are not kept from now on.
  void lose_edges(unsigned line);

  // A program was killed and the line is as it left it.
  void leave_high(unsigned line);
  // Another program has the line.
  void hold(unsigned line, std::string consumer);
  // All calls fail like this from now on; unset heals it.
  void break_down(std::optional<BusFault> fault);
  // What is written reaches the lines when somebody reads one, as through the bridge of a Pi 5; what was overwritten
  // meanwhile never does.
  void post_writes();
  // The program is interrupted for this long in its n-th call from now on.
  void interrupt_call(int number, Nanos length);

  bool level(unsigned line) const;
  std::vector<Change> changes(unsigned line) const;
  std::string consumer(unsigned line) const;
  std::optional<Pull> pull(unsigned line) const;
  int calls() const;

  struct State;

 private:
  void edge(unsigned line, bool active);

  std::shared_ptr<State> state_;
};

}  // namespace chairhub
