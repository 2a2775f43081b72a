// GPIO lines through libgpiod, whose two generations share nothing but the
// name: gpio_gpiod1.cpp (1.6, Debian 12) or gpio_gpiod2.cpp (2.x, Debian 13)
// is built, and nobody else sees the difference.
//
// Lines are numbered as on their chip, which on a Raspberry Pi is the BCM
// number. A request holds its lines until it is destroyed.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/bus_error.h"

namespace chairhub {

// Several output lines, driven together. All are low from the first moment,
// and low again when the request ends, because a Raspberry Pi's kernel keeps
// what was driven last.
class GpioOutputs {
 public:
  virtual ~GpioOutputs() = default;
  // In the order of the request; one value a line.
  virtual BusResult<void> set(std::span<const bool> values) = 0;
};

// Several input lines, read together.
class GpioInputs {
 public:
  virtual ~GpioInputs() = default;
  virtual BusResult<void> get(std::span<bool> values) = 0;
};

// One input line that tells its edges.
struct GpioEdge {
  Nanos at{};  // CLOCK_MONOTONIC
  bool active = false;
};
class GpioEdges {
 public:
  virtual ~GpioEdges() = default;
  virtual int fd() const = 0;                           // readable when there are edges
  virtual BusResult<std::vector<GpioEdge>> take() = 0;  // never blocks
  // How the line stands now: the kernel keeps few edges, and the last one of a bounce may be lost.
  virtual BusResult<bool> active() = 0;
};

enum class Pull : std::uint8_t { none, up, down };

struct GpioLineInfo {
  std::string name;
  std::string consumer;  // who holds it; empty: free
  bool is_used = false;
};

class GpioChip {
 public:
  virtual ~GpioChip() = default;
  virtual std::string name() const = 0;  // "pinctrl-bcm2711 (/dev/gpiochip0)"
  virtual unsigned lines() const = 0;
  virtual BusResult<GpioLineInfo> info(unsigned line) = 0;
  // `role` shows up in gpioinfo as "chairhub:role".
  virtual BusResult<std::unique_ptr<GpioOutputs>> request_outputs(std::span<const unsigned> lines,
                                                                  const std::string& role) = 0;
  virtual BusResult<std::unique_ptr<GpioInputs>> request_inputs(std::span<const unsigned> lines, Pull pull,
                                                                const std::string& role) = 0;
  virtual BusResult<std::unique_ptr<GpioEdges>> request_edges(unsigned line, Pull pull, bool active_low,
                                                              const std::string& role) = 0;
};

// By label or path; empty finds the header of a Raspberry Pi by its label
// (pinctrl-rp1, pinctrl-bcm2711, pinctrl-bcm2835). Never by number, because
// numbers have changed between kernels. The error lists what there is.
BusResult<std::unique_ptr<GpioChip>> open_gpio_chip(const std::string& label_or_path);
using GpioOpener = std::function<BusResult<std::unique_ptr<GpioChip>>(const std::string& label_or_path)>;

}  // namespace chairhub
