#include "hub/service/story.h"

#include <fmt/format.h>

#include "hub/core/texts.h"
#include "hub/core/units.h"
#include "hub/platform/local_zone.h"

namespace chairhub {
namespace {

struct Teller {
  const Chair& chair;

  std::string line(WallTime at, std::string_view text) const {
    return fmt::format("{} {}: {}\n", local_clock(at), chair.id, text);
  }

  std::optional<std::string> operator()(const SpanStarted& e) const {
    if (e.why.empty()) return line(e.start.wall, in_words(e.posture));
    return line(e.start.wall, fmt::format("{} ({})", in_words(e.posture), e.why));
  }
  std::optional<std::string> operator()(const SpanEnded&) const { return std::nullopt; }
  std::optional<std::string> operator()(const SittingStarted& e) const {
    return line(e.start.wall, "somebody sits down");
  }
  std::optional<std::string> operator()(const SittingEnded& e) const {
    return line(e.end.wall, fmt::format("gets up after {:.0f} min with {} posture shifts",
                                        to_minutes(e.end.steady - e.start.steady), e.shifts));
  }
  std::optional<std::string> operator()(const BreakTaken& e) const {
    return line(e.start.wall + e.length, fmt::format("back from a break of {:.0f} min", to_minutes(e.length)));
  }
  std::optional<std::string> operator()(const Shifted&) const { return std::nullopt; }
  std::optional<std::string> operator()(const Minute&) const { return std::nullopt; }
  std::optional<std::string> operator()(const Alert& e) const {
    std::string text = line(e.raised.wall, fmt::format("ALERT {}: {}", to_string(e.cause), e.text));
    text += fmt::format("      {}\n", e.advice.remedy);
    if (!e.advice.exercise_id.empty())
      text += fmt::format("      {}, {}: {} {}\n", e.advice.exercise_name, e.advice.exercise_dose,
                          in_one_line(e.advice.exercise_how), e.advice.precaution);
    if (!e.advice.hint.empty()) text += fmt::format("      {}\n", e.advice.hint);
    return text;
  }
  std::optional<std::string> operator()(const AlertCleared& e) const {
    return line(e.at.wall, fmt::format("{} is over", to_string(e.cause)));
  }
  std::optional<std::string> operator()(const HeldChanged&) const { return std::nullopt; }
  std::optional<std::string> operator()(const ExerciseAnswered& e) const {
    return line(e.at.wall, fmt::format("exercise {}: {}", e.exercise, to_string(e.answer)));
  }
  std::optional<std::string> operator()(const ProfileSuggested& e) const {
    if (e.profile.empty()) return line(e.at.wall, "somebody sits here whom no profile knows: " + e.why);
    return line(e.at.wall, fmt::format("is this {}? {}", e.profile, e.why));
  }
  std::optional<std::string> operator()(const ZeroMoved& e) const {
    return line(e.at.wall, fmt::format("the zero of pad {} follows its drift: {:.0f} counts, {:.0f} before",
                                       chair.pads.at(e.pad).name, e.to, e.from));
  }
  std::optional<std::string> operator()(const BaselineDoubted& e) const {
    if (!e.is_doubted) return line(e.at.wall, "the calibration is trusted again");
    return line(e.at.wall, "the calibration is in doubt: " + e.why);
  }
  std::optional<std::string> operator()(const PadStatusChanged& e) const {
    const std::string& pad = chair.pads.at(e.pad).name;
    if (e.now.status == PadStatus::ok) return line(e.now.since.wall, fmt::format("pad {} is well again", pad));
    return line(e.now.since.wall, fmt::format("pad {} is {}: {}", pad, to_string(e.now.status), e.now.reason));
  }
};

}  // namespace

std::string_view in_words(Posture posture) {
  switch (posture) {
    case Posture::empty:
      return "the chair is empty";
    case Posture::object:
      return "something lies on the chair";
    case Posture::supported:
      return "leaning back, supported";
    case Posture::unsupported_upright:
      return "upright without support";
    case Posture::bent_forward:
      return "bent forward";
    case Posture::slumped:
      return "slid forward on the seat";
    case Posture::unknown:
      return "posture unknown";
  }
  return "";
}

std::optional<std::string> tell(const Chair& chair, const Event& event) {
  return std::visit(Teller{chair}, event);
}

}  // namespace chairhub
