// The virtual machine as a test sees it: chips behind device files, lines of
// a GPIO chip, and the program under test, which knows nothing of all that.

#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace chairhub {

inline const std::string i2c_bus = "/dev/i2c-7";
inline const std::string spi_device = "/dev/spidev0.0";

// Hands words to a served bus (served_bus/); what they ask for is done when this returns.
void tell(const std::string& device, const std::string& words);

// How somebody sits on the pads of the layout standard8, in parts of a pad's range: four of the seat, from the
// rear left to the front right, then four of the backrest from below.
using Load = std::array<double, 8>;
inline constexpr Load nobody = {};
inline constexpr Load leaning_back = {0.60, 0.58, 0.36, 0.35, 0.32, 0.31, 0.24, 0.23};
inline constexpr Load upright = {0.62, 0.60, 0.38, 0.37, 0, 0, 0, 0};
inline constexpr Load bending_forward = {0.30, 0.28, 0.50, 0.49, 0, 0, 0, 0};

// A command's words for so many pads, fully loaded at `range` counts: " 1500 1500 900 900".
std::string counts_of(std::span<const double> load, double range);

// Time of the machine, such as a finger on a button takes.
void let_pass(std::chrono::milliseconds time);
// Lets it pass until it is so; false when that takes too long.
bool becomes_true(const std::function<bool()>& so, std::chrono::milliseconds within = std::chrono::seconds(20));

// A line of the GPIO chip, as the world outside of it sees it.
class SimulatedLine {
 public:
  explicit SimulatedLine(int number);
  bool is_high() const;
  bool becomes(bool high, std::chrono::milliseconds within = std::chrono::seconds(20)) const;
  void pull(bool up) const;

 private:
  std::string folder_;
};

// `chairhub run` with a chair "desk" on the given kit, and tables of its own in `more`.
class HubInMachine {
 public:
  explicit HubInMachine(const std::string& kit, const std::string& more = "");

  // Learns from a recording how somebody leans back on pads that read up to `range`, into desk.toml.
  void calibrate(double range);
  void start();
  // Waits for the next words of its story or its journal; fails the test when they do not come.
  void says(std::string_view words);
  bool has_said(std::string_view words) const { return process_->output().find(words) != std::string::npos; }
  // The same while somebody sits there, whose load is never quite still.
  void says_while(const std::function<void()>& fidget, std::string_view words, std::chrono::seconds within);
  void kill();
  void stop();

  // Runs another command of the program to its end: its exit code and what it printed.
  std::pair<int, std::string> runs(const std::vector<std::string>& command) const;

 private:
  std::vector<std::string> words(const std::vector<std::string>& command) const;

  TemporaryFolder folder_;
  std::unique_ptr<ChildProcess> process_;
};

}  // namespace chairhub
