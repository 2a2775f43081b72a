#include "hub/commands/guided_calibration.h"

#include <sys/stat.h>
#include <unistd.h>

#include "hub/commands/calibration_talk.h"
#include "hub/commands/command.h"
#include "hub/commands/parts.h"
#include "hub/commands/scan_feed.h"

namespace chairhub {
namespace {

// From a terminal, or a pipe of somebody who answers for the person.
bool can_be_answered() {
  struct stat in{};
  return ::isatty(STDIN_FILENO) || (::fstat(STDIN_FILENO, &in) == 0 && S_ISFIFO(in.st_mode));
}

}  // namespace

Calibration guide_calibration(const Config& config, const ChairConfig& chair) {
  if (!can_be_answered())
    throw CommandFailed{exit_usage,
                        "the guided calibration waits for Enter, and nobody can press it here: run it in a terminal, "
                        "or calibrate from a recording with --from"};
  ScanFeed feed(make_kit_or_fail(config, chair));
  CalibrationTalk talk(chair.chair);
  feed.run({[&talk](const Frame& frame) { return talk.frame(frame); }, [&talk] { talk.line(); }});
  return value_or_fail(talk.result());
}

}  // namespace chairhub
