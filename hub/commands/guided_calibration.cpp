#include "hub/commands/guided_calibration.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/commands/parts.h"
#include "hub/commands/scan_feed.h"
#include "hub/core/calibration_steps.h"
#include "hub/core/sampler.h"

namespace chairhub {
namespace {

// From a terminal, or a pipe of somebody who answers for the person.
bool can_be_answered() {
  struct stat in{};
  return ::isatty(STDIN_FILENO) || (::fstat(STDIN_FILENO, &in) == 0 && S_ISFIFO(in.st_mode));
}

class Talk {
 public:
  explicit Talk(const Chair& chair) : steps_(chair) {
    steps_.start(uncalibrated(chair));
    ask();
  }

  void line() {
    if (!waits_for_person(steps_.step())) return;
    steps_.next();
    ask();
  }

  // False once there is nothing more to measure.
  bool frame(const Frame& frame) {
    const Sample* sample = sampler_.add(frame);
    if (!sample) return true;
    const CalibrationStep before = steps_.step();
    if (auto calibration = steps_.update(*sample)) calibration_ = std::move(*calibration);
    if (steps_.progress() > 0) fmt::print("\r  {:3.0f} %", 100 * steps_.progress());
    std::fflush(stdout);
    if (steps_.step() != before) ask();
    return steps_.step() != CalibrationStep::done && steps_.step() != CalibrationStep::failed;
  }

  Calibration result() const {
    if (calibration_) return *calibration_;
    throw CommandFailed{exit_failed, steps_.step() == CalibrationStep::failed
                                         ? steps_.instruction()
                                         : "the calibration was broken off; nothing was saved"};
  }

 private:
  void ask() const {
    fmt::print("\n{}{}\n", steps_.instruction(), waits_for_person(steps_.step()) ? " [Enter]" : "");
    std::fflush(stdout);
  }

  CalibrationSteps steps_;
  Sampler sampler_;
  std::optional<Calibration> calibration_;
};

}  // namespace

Calibration guide_calibration(const Config& config, const ChairConfig& chair) {
  if (!can_be_answered())
    throw CommandFailed{exit_usage,
                        "the guided calibration waits for Enter, and nobody can press it here: run it in a terminal, "
                        "or calibrate from a recording with --from"};
  ScanFeed feed(make_kit_or_fail(config, chair));
  Talk talk(chair.chair);
  feed.run({[&talk](const Frame& frame) { return talk.frame(frame); }, [&talk] { talk.line(); }});
  return talk.result();
}

}  // namespace chairhub
