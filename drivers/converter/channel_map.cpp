#include "drivers/converter/channel_map.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace chairhub {
namespace {

bool same_label(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// "0x48:0 to 3, 0x49:0 to 3"
std::string all_channels(std::span<const ChipChannels> chips) {
  std::vector<std::string> ranges;
  for (const ChipChannels& chip : chips)
    ranges.push_back(chip.channels == 1 ? fmt::format("{}:0", chip.label)
                                        : fmt::format("{}:0 to {}", chip.label, chip.channels - 1));
  return fmt::format("{}", fmt::join(ranges, ", "));
}

std::string written(const KitOption& option) {
  if (const auto* number = std::get_if<std::int64_t>(&option.value)) return fmt::format("{}", *number);
  const auto* text = std::get_if<std::string>(&option.value);
  return text != nullptr ? *text : "";
}

Result<ChannelPlace> read_place(const KitOption& option, std::span<const ChipChannels> chips) {
  const std::string text = written(option);
  const auto wrong = [&](std::string_view why) {
    return failure(fmt::format("{}: channel is '{}'{}; allowed: {}", option.where, text, why, all_channels(chips)));
  };
  const auto colon = text.rfind(':');
  const auto channel = whole_number(std::string_view(text).substr(colon == std::string::npos ? 0 : colon + 1));
  if (!channel) return wrong("");
  ChannelPlace place{0, *channel};
  if (colon == std::string::npos) {
    if (chips.size() > 1) return wrong(", but the kit has several chips");
  } else {
    const auto label = std::string_view(text).substr(0, colon);
    const auto chip = std::find_if(chips.begin(), chips.end(),
                                   [label](const ChipChannels& known) { return same_label(known.label, label); });
    if (chip == chips.end()) return wrong(", but the kit has no such chip");
    place.chip = static_cast<std::size_t>(chip - chips.begin());
  }
  if (place.channel >= chips[place.chip].channels) return wrong(", but the chip has no such channel");
  return place;
}

}  // namespace

Result<std::vector<ChannelPlace>> map_channels(const KitConfig& config, const Chair& chair,
                                               std::span<const ChipChannels> chips) {
  std::vector<ChannelPlace> places;
  for (const KitOption& option : config.channels) {
    const auto place = read_place(option, chips);
    if (!place) return tl::unexpected(place.error());
    const auto taken = std::find(places.begin(), places.end(), *place);
    if (taken != places.end())
      return failure(fmt::format("{}: channel {} belongs to the pad {} already; each pad needs one of its own",
                                 option.where, written(option),
                                 chair.pads.at(static_cast<std::size_t>(taken - places.begin())).name));
    places.push_back(*place);
  }
  if (!config.channels.empty()) return places;

  for (std::size_t chip = 0; chip < chips.size(); ++chip)
    for (std::uint32_t channel = 0; channel < chips[chip].channels; ++channel) places.push_back({chip, channel});
  if (places.size() < chair.pads.size())
    return failure(fmt::format("{}: the chair has {} pads, but the kit only {} {} ({}); name another chip",
                               config.where, chair.pads.size(), places.size(),
                               places.size() == 1 ? "channel" : "channels", all_channels(chips)));
  places.resize(chair.pads.size());
  return places;
}

}  // namespace chairhub
