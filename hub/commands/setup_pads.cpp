#include "hub/commands/setup_pads.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/commands/calibration_talk.h"
#include "hub/commands/command.h"
#include "hub/config/new_config.h"

namespace chairhub {
namespace {

// Hands on frames until `frame` has enough.
void listen(const Terminal& terminal, ScanFeed& feed, const std::function<bool(const Frame&)>& frame) {
  const ScanFeed::End end = feed.run({frame, nullptr});
  if (end == ScanFeed::End::interrupted) terminal.break_off();
  if (end == ScanFeed::End::over)
    throw CommandFailed{exit_failed, "the simulation has come to its end before the setup; nothing was changed"};
}

class PressTalk {
 public:
  PressTalk(const Terminal& terminal, const ConverterChoice& choice, const std::vector<Pad>& layout)
      : terminal_(terminal),
        choice_(choice),
        layout_(layout),
        finder_(layout.size(), choice.channels.size(), choice.scale) {}

  std::vector<std::optional<FoundPad>> run(ScanFeed& feed) {
    announce();
    while (finder_.step() != FinderStep::done) {
      if (finder_.step() == FinderStep::doubtful) {
        settle_doubt();
        if (finder_.step() != FinderStep::done) announce();
      } else {
        listen(terminal_, feed, [this](const Frame& frame) { return take(frame); });
      }
    }
    return finder_.found();
  }

 private:
  bool take(const Frame& frame) {
    const FinderStep step = finder_.step();
    const std::size_t pad = finder_.pad();
    finder_.update(frame);
    if (finder_.pad() != pad && finder_.found()[pad]) tell_found(pad);
    const bool goes_on = finder_.step() != FinderStep::doubtful && finder_.step() != FinderStep::done;
    if (goes_on && (finder_.step() != step || finder_.pad() != pad)) announce();
    return goes_on;
  }

  void announce() {
    switch (finder_.step()) {
      case FinderStep::resting:
        return say("Hands off the chair for a moment ...\n");
      case FinderStep::pressing:
        tell_channels_once();
        return say(fmt::format("Press {} ({}) and hold it ...\n", name(finder_.pad()),
                               place_in_words(layout_[finder_.pad()])));
      case FinderStep::releasing:
        return say("  felt it; let go ...\n");
      default:
        return;
    }
  }

  void tell_channels_once() {
    if (has_told_channels_) return;
    has_told_channels_ = true;
    if (const auto silent = finder_.silent_channels(); !silent.empty())
      say(fmt::format("  ! nothing answers on {}\n", names(silent)));
    if (const auto restless = finder_.restless_channels(); !restless.empty())
      say(fmt::format("  ! {} never stands still: nothing hangs on it, or a wire is loose; it is left aside\n",
                      names(restless)));
  }

  void tell_found(std::size_t pad) const {
    const FoundPad& found = *finder_.found()[pad];
    say(fmt::format("  {} is on channel {}: {} unloaded, {} pressed{}\n", name(pad), channel(found.channel),
                    found.unloaded, found.pressed,
                    found.pressed < found.unloaded ? " (its counts fall, which is as good)" : ""));
  }

  void settle_doubt() {
    say(fmt::format("  ! {}\n", doubt_in_words()));
    const bool is_silent = finder_.doubtful().doubt == Doubt::silent;
    std::string choices = "Again (a)";
    if (!is_silent) choices += ", leave this pad out (l)";
    if (finder_.can_take()) choices += ", take it as it is (t)";
    const std::string answer = terminal_.ask(choices + "?", "a", [&](const std::string& given) {
      const bool is_allowed = given == "a" || (given == "l" && !is_silent) || (given == "t" && finder_.can_take());
      return is_allowed ? "" : "please answer with one of these letters";
    });
    const std::size_t pad = finder_.pad();
    if (answer == "a") finder_.again();
    if (answer == "l") finder_.leave_out();
    if (answer == "t") finder_.take();
    if (finder_.pad() != pad && finder_.found()[pad]) tell_found(pad);
  }

  std::string doubt_in_words() const {
    const Doubtful& seen = finder_.doubtful();
    switch (seen.doubt) {
      case Doubt::silent:
        return "No channel reads anything: check the converter's supply, its wires, and what you chose.";
      case Doubt::nothing_moved:
        return fmt::format(
            "Nothing moved for half a minute. Press firmly on the middle of {}; if you did, check its two wires\n"
            "    and the resistor to ground.",
            name(finder_.pad()));
      case Doubt::barely_changes:
        return fmt::format(
            "Channel {} barely changes: by {:.1f} % of its range, and a pad that is pressed moves half of it. Press\n"
            "    harder, on the middle; if you did, the resistor to ground is too small or the pad does not fit.",
            channel(seen.channel), 100 * seen.part);
      case Doubt::moves_with_another:
        return fmt::format(
            "Channels {} and {} move together: press one pad only; if you did, their wires touch, or one pad lies\n"
            "    on the other.",
            channel(seen.channel), channel(seen.other));
      case Doubt::taken:
        return fmt::format("That is channel {}, which is {}.", channel(seen.channel), name(pad_at(seen.channel)));
      case Doubt::does_not_return:
        return fmt::format("Channel {} still reads as if it were pressed: something lies on the pad, or it is stuck.",
                           channel(seen.channel));
      case Doubt::none:
        break;
    }
    return "";
  }

  std::size_t pad_at(std::size_t channel) const {
    std::size_t pad = 0;
    while (pad + 1 < layout_.size() && !(finder_.found()[pad] && finder_.found()[pad]->channel == channel)) ++pad;
    return pad;
  }
  const std::string& name(std::size_t pad) const { return layout_[pad].name; }
  const std::string& channel(std::size_t channel) const { return choice_.channels[channel]; }
  std::string names(const std::vector<std::size_t>& channels) const {
    std::vector<std::string> all;
    for (const std::size_t i : channels) all.push_back(channel(i));
    return fmt::format("{}", fmt::join(all, ", "));
  }

  const Terminal& terminal_;
  const ConverterChoice& choice_;
  const std::vector<Pad>& layout_;
  PadFinder finder_;
  bool has_told_channels_ = false;
};

void tell_remarks(const std::vector<std::optional<FoundPad>>& found, const CountScale& scale,
                  const std::vector<Pad>& layout) {
  for (const auto& [pad, remark] : compare_pads(found, scale)) {
    const std::string& name = layout[pad].name;
    if (remark == PadRemark::against_the_others)
      say(fmt::format("  ! {} goes the other way than most pads: that works, but its wires may be swapped\n", name));
    if (remark == PadRemark::loaded_at_rest)
      say(fmt::format("  ! {} reads {} with nobody on the chair, more than half of its range: something presses it\n",
                      name, found[pad]->unloaded));
    if (remark == PadRemark::weak)
      say(fmt::format("  ! {} moves much less than the others: press it again later with chairhub record\n", name));
  }
}

// One run through the calibration's steps.
Result<Calibration> lead(const Terminal& terminal, ScanFeed& feed, const Chair& chair,
                         const std::vector<FoundPad>& found, const CountScale& scale) {
  terminal.forget_typed();
  CalibrationTalk talk(chair, "; n to leave it out");
  while (talk.goes_on()) {
    if (!waits_for_person(talk.step())) {
      listen(terminal, feed, [&](const Frame& frame) {
        return talk.frame(pads_of(frame, found, scale)) && !waits_for_person(talk.step());
      });
    } else if (terminal.line().starts_with('n') && talk.may_be_left_out()) {
      talk.finish();
    } else {
      talk.line();
    }
  }
  return talk.result();
}

}  // namespace

std::vector<std::optional<FoundPad>> find_pads(const Terminal& terminal, ScanFeed& feed, const ConverterChoice& choice,
                                               const std::vector<Pad>& layout) {
  auto found = PressTalk(terminal, choice, layout).run(feed);
  tell_remarks(found, choice.scale, layout);
  return found;
}

std::optional<Calibration> calibrate_new_chair(const Terminal& terminal, ScanFeed& feed, const Chair& chair,
                                               const std::vector<FoundPad>& found, const CountScale& scale) {
  while (true) {
    const auto calibration = lead(terminal, feed, chair, found, scale);
    if (calibration) return *calibration;
    say(fmt::format("  ! {}\n", calibration.error().message));
    if (!terminal.confirm("Measure again? Without it posture is told by general numbers", true)) return std::nullopt;
  }
}

}  // namespace chairhub
