#include "tests/vm/machine.h"

#include <poll.h>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>

namespace chairhub {
namespace {

void write_at_once(const std::string& file, const std::string& words) {
  std::ofstream stream(file);
  stream << words << std::flush;
  if (!stream) throw std::runtime_error(file + " does not take '" + words + "'");
}

}  // namespace

void tell(const std::string& device, const std::string& words) {
  write_at_once(device, words);
}

std::string counts_of(std::span<const double> load, double range) {
  std::string words;
  for (const double part : load) words += " " + std::to_string(std::lround(part * range));
  return words;
}

void let_pass(std::chrono::milliseconds time) {
  ::poll(nullptr, 0, static_cast<int>(time.count()));
}

bool becomes_true(const std::function<bool()>& so, std::chrono::milliseconds within) {
  constexpr std::chrono::milliseconds step{2};
  for (const auto end = std::chrono::steady_clock::now() + within; !so(); let_pass(step))
    if (std::chrono::steady_clock::now() > end) return false;
  return true;
}

SimulatedLine::SimulatedLine(int number)
    : folder_("/sys/devices/platform/gpio-sim.0/gpiochip0/sim_gpio" + std::to_string(number)) {}

bool SimulatedLine::is_high() const {
  int value = -1;
  std::ifstream(folder_ + "/value") >> value;
  if (value < 0) throw std::runtime_error(folder_ + " has no value");
  return value == 1;
}

bool SimulatedLine::becomes(bool high, std::chrono::milliseconds within) const {
  return becomes_true([this, high] { return is_high() == high; }, within);
}

void SimulatedLine::pull(bool up) const {
  write_at_once(folder_ + "/pull", up ? "pull-up" : "pull-down");
}

HubInMachine::HubInMachine(const std::string& kit, const std::string& more) {
  folder_.write("hub.toml",
                "[[chair]]\nid = \"desk\"\n" + more + "\n[chair.kit]\n" + kit + "\n[storage]\ndatabase = \"log.db\"\n");
}

void HubInMachine::calibrate(double range) {
  using namespace std::chrono;
  // An old calibration would be doubted.
  const auto begin = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count() - 40'000;
  const auto stretch = [begin](int from, int to) {
    return std::to_string(begin + from) + ".." + std::to_string(begin + to);
  };
  std::string recording = "t_ms,seat_rl,seat_rr,seat_fl,seat_fr,back_ll,back_lr,back_ul,back_ur\n";
  for (int at = 0; at < 40'000; at += 250) {
    recording += std::to_string(begin + at);
    for (const double part : at < 15'000 ? nobody : leaning_back)
      recording += "," + std::to_string(std::lround(part * range));
    recording += "\n";
  }
  const auto file = [this](std::string_view name) { return (folder_.path() / name).string(); };
  folder_.write("desk.csv", recording);
  const auto [exit_code, said] = runs({"calibrate", "--from", file("desk.csv"), "--empty", stretch(1'000, 14'000),
                                       "--supported", stretch(16'000, 39'000), "--save", file("desk.toml")});
  ASSERT_EQ(exit_code, 0) << said;
}

void HubInMachine::start() {
  process_ = std::make_unique<ChildProcess>(words({"run", "--story"}));
}

void HubInMachine::says(std::string_view words) {
  ASSERT_TRUE(process_->says_next(words)) << "It did not say: " << words << "\nIt said:\n" << process_->output();
}

void HubInMachine::says_while(const std::function<void()>& fidget, std::string_view words,
                              std::chrono::seconds within) {
  constexpr std::chrono::seconds step{1};
  for (std::chrono::seconds passed{0}; !process_->says_next(words, step); passed += step) {
    ASSERT_LT(passed, within) << "It did not say: " << words << "\nIt said:\n" << process_->output();
    fidget();
  }
}

void HubInMachine::kill() {
  process_->signal(SIGKILL);
  EXPECT_EQ(process_->wait(), 128 + SIGKILL);
}

void HubInMachine::stop() {
  process_->signal(SIGTERM);
  EXPECT_EQ(process_->wait(), 0) << process_->output();
}

std::pair<int, std::string> HubInMachine::runs(const std::vector<std::string>& command) const {
  ChildProcess process(words(command));
  const int exit_code = process.wait();
  return {exit_code, process.output()};
}

std::vector<std::string> HubInMachine::words(const std::vector<std::string>& command) const {
  const char* program = std::getenv("CHAIRHUB_PROGRAM");
  if (program == nullptr) throw std::runtime_error("CHAIRHUB_PROGRAM does not name the program under test");
  std::vector<std::string> all = {program};
  all.insert(all.end(), command.begin(), command.end());
  all.insert(all.end(), {"--config", (folder_.path() / "hub.toml").string()});
  return all;
}

}  // namespace chairhub
