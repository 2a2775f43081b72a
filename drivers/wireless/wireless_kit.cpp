#include "drivers/wireless/wireless_kit.h"

#include <fmt/format.h>

namespace chairhub {
namespace {

struct FateWords {
  std::string_view name;    // in diag
  std::string_view notice;  // behind the number of frames; empty: nothing to tell
};

constexpr std::array<FateWords, 9> fate_words = {{
    {"taken", ""},
    {"lost", "on their way, by the gaps in `seq`: look at the kit's radio"},
    {"repeated", "sent more than once"},
    {"late", "behind a newer one, or with an `ms` that does not rise"},
    {"restarted", "the first after a start of the kit: look at its supply"},
    {"oversize", "longer than 1024 bytes"},
    {"malformed", "not as docs/wireless.md says; does `format` fit the kit?"},
    {"version", "of a form that this program does not know: 1 is known"},
    {"pad_count", "with more or fewer pads than the chair"},
}};

// The first, tenth, hundredth ... of a kind is told, so that no kit fills the journal.
bool passes_power_of_ten(std::uint64_t before, std::uint64_t after) {
  std::uint64_t power = 1;
  while (power <= before) power *= 10;
  return power <= after;
}

constexpr std::array wireless_table = {
    OptionInfo{.key = "topic",
               .default_value = std::string_view{},
               .allowed = "a topic without + and #, or \"\"",
               .meaning = "where the kit sends: frames, availability below it; \"\" is kit below the chair's own"},
    OptionInfo{.key = "format",
               .default_value = std::string_view{"json"},
               .allowed = "\"json\" or \"binary\"",
               .meaning = "the form of its frames"},
};

}  // namespace

WirelessKit::WirelessKit(WirelessPlan plan, const Chair& chair)
    : plan_(std::move(plan)), chair_(chair.id), pad_count_(chair.pads.size()) {}

std::string WirelessKit::describe() const {
  const auto& topic = std::get<std::string>(plan_.topic.value);
  return fmt::format("wireless, {} frames below {}, {} a second", plan_.binary ? "binary" : "JSON",
                     topic.empty() ? "the chair's own topics" : topic, plan_.rate_hz);
}

Pace WirelessKit::pace() const {
  return {Millis(static_cast<std::int64_t>(1000 / plan_.rate_hz)), false, 1};
}

// It has sent nothing, or it would have been received. What was measured before now comes too late.
bool WirelessKit::scan(Moment now, Frame& frame) {
  frame = {};
  frame.at = now;
  frame.pad_count = static_cast<std::uint32_t>(pad_count_);
  last_ = now.steady;
  return true;
}

std::vector<std::string> WirelessKit::take_notices() {
  return std::exchange(notices_, {});
}

bool WirelessKit::receive(std::string_view payload, Moment now, Frame& frame) {
  const Decoded sent = plan_.binary ? decode_binary(payload, pad_count_) : decode_json(payload, pad_count_);
  if (!sent) return refuse(sent.error());
  const auto measured = accept(*sent, now.steady);
  if (!measured) return false;
  count(Fate::taken);
  frame.at = {*measured, now.wall - (now.steady - *measured)};
  frame.pad_count = sent->pad_count;
  frame.pads = sent->pads;
  return true;
}

std::vector<NamedCount> WirelessKit::counts() const {
  std::vector<NamedCount> named;
  for (std::size_t i = 0; i < fate_count; ++i) named.push_back({fate_words.at(i).name, counts_.at(i)});
  return named;
}

// When it was measured; unset when it is not to be taken.
std::optional<SteadyTime> WirelessKit::accept(const SentFrame& sent, SteadyTime arrived) {
  SteadyTime measured;
  if (!has_sender_ || sent.boot != boot_) {
    if (has_sender_) count(Fate::restarted);
    measured = clock_.start(sent.kit_ms, arrived);
  } else {
    // The distance on the circle of 2^32 numbers: beyond its half is behind.
    const std::uint32_t ahead = sent.sequence - sequence_;
    const bool is_ahead = ahead != 0 && ahead <= std::uint32_t{1} << 31U;
    if (!is_ahead) {
      count(ahead == 0 ? Fate::repeated : Fate::late);
      return std::nullopt;
    }
    if (ahead > 1) count(Fate::lost, ahead - 1);
    measured = clock_.measured(sent.kit_ms, arrived);
  }
  has_sender_ = true;
  boot_ = sent.boot;
  sequence_ = sent.sequence;
  if (last_ && measured <= *last_) {
    count(Fate::late);
    return std::nullopt;
  }
  last_ = measured;
  return measured;
}

bool WirelessKit::refuse(FrameFault fault) {
  static constexpr std::array fates = {Fate::oversize, Fate::malformed, Fate::version, Fate::pad_count};
  count(fates.at(static_cast<std::size_t>(fault)));
  return false;
}

void WirelessKit::count(Fate fate, std::uint64_t more) {
  std::uint64_t& counted = counts_.at(static_cast<std::size_t>(fate));
  const std::uint64_t before = counted;
  counted += more;
  const FateWords& words = fate_words.at(static_cast<std::size_t>(fate));
  if (words.notice.empty() || !passes_power_of_ten(before, counted)) return;
  notices_.push_back(fmt::format("{}: the kit's frames {}: {} so far, {}", chair_, words.name, counted, words.notice));
}

std::span<const OptionInfo> wireless_options() {
  return wireless_table;
}

Result<std::unique_ptr<Kit>> make_wireless_kit(const KitConfig& config, const Options& options, const Chair& chair) {
  const std::string format = options.text("format");
  if (format != "json" && format != "binary")
    return failure(
        fmt::format("{}: format is \"{}\", allowed is \"json\" or \"binary\"", options.where("format"), format));
  if (!config.channels.empty())
    return failure(config.channels.front().where +
                   ": a wireless kit has no channels; its pads stand in the order in which it sends them");
  WirelessPlan plan{{"topic", options.text("topic"), options.where("topic")}, format == "binary", config.rate_hz};
  return std::make_unique<WirelessKit>(std::move(plan), chair);
}

}  // namespace chairhub
