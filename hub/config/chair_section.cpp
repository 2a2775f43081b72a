#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "hub/config/layouts.h"
#include "hub/config/sections.h"

namespace chairhub {
namespace {

constexpr std::array<std::string_view, 2> zone_names = {"seat", "back"};
constexpr std::array<std::string_view, 2> kind_names = {"standard", "wheelchair"};
static_assert(kind_names.size() == all_profile_kinds.size());

Pad read_pad(TableReader table, CountRange range, std::vector<KitOption>& channels) {
  Pad pad;
  pad.range = range;
  std::string zone = "seat";
  table.require("name", pad.name, "a-z, 0-9 and _, also its column in a recording");
  table.require("zone", zone, "seat or back", zone_names);
  table.require("x", pad.x, "-1 (the sitter's left) to 1 (right)", -1.0, 1.0);
  table.require("y", pad.y, "0 (rear or bottom) to 1 (front or top)", 0.0, 1.0);
  table.read("range", pad.range);
  if (auto channel = table.option("channel", "a channel is allowed, such as 3 or \"0x49:2\""))
    channels.push_back(std::move(*channel));
  table.refuse_unknown_keys();
  pad.zone = zone == "back" ? Zone::back : Zone::seat;
  if (!pad.name.empty())
    if (const auto valid = validate(pad); !valid) table.refuse(valid.error().message);
  return pad;
}

std::vector<Pad> read_pads(TableReader& chair, std::vector<KitOption>& channels) {
  CountRange range;
  chair.read("range", range);
  const auto own = chair.tables("pad");
  std::string layout = "standard8";
  if (own.empty() || chair.has("layout")) chair.read("layout", layout, layout_names);
  if (own.empty()) return standard8(range);
  if (chair.has("layout")) chair.refuse("layout", "'layout' and [[chair.pad]] exclude each other; keep one of them");
  std::vector<Pad> pads;
  pads.reserve(own.size());
  for (const TableReader& table : own) pads.push_back(read_pad(table, range, channels));
  // One that is left out could only be guessed.
  if (!channels.empty())
    for (TableReader table : own)
      if (!table.has("channel")) table.refuse("'channel' is missing; every pad has one, or none has");
  return pads;
}

void read_profile(TableReader table, const std::filesystem::path& folder, ChairConfig& config) {
  Profile profile;
  std::string kind(to_string(profile.kind));
  profile.name.clear();
  table.require("name", profile.name, "1 to 32 of a-z, 0-9, _ and -, such as \"anna\"");
  table.read("kind", kind, kind_names);
  std::filesystem::path calibration;
  table.read("calibration", calibration, folder);
  table.refuse_unknown_keys();
  profile.kind = profile_kind_from(kind).value_or(profile.kind);  // refused already
  if (!profile.name.empty()) {
    if (const auto valid = validate(profile); !valid) table.refuse(valid.error().message);
    const auto is_same = [&](const Profile& other) { return other.name == profile.name; };
    if (std::any_of(config.profiles.begin(), config.profiles.end(), is_same))
      table.refuse(fmt::format("there are two profiles \"{}\"; each needs a name of its own", profile.name));
  }
  config.profiles.push_back(std::move(profile));
  config.profile_calibrations.push_back(std::move(calibration));
}

void read_profiles(TableReader& chair, const std::filesystem::path& folder, ChairConfig& config) {
  for (TableReader& table : chair.tables("profile")) read_profile(std::move(table), folder, config);
  if (config.profiles.size() > max_profiles)
    chair.refuse("profile", fmt::format("there are {} profiles; {} are allowed", config.profiles.size(), max_profiles));
  if (!config.profiles.empty()) return;
  config.profiles.emplace_back();
  config.profile_calibrations.emplace_back();
}

KitConfig read_kit(TableReader table, const std::filesystem::path& folder) {
  KitConfig kit;
  kit.folder = folder.string();
  if (!table.present()) return kit;  // refused already
  kit.where = table.where();
  table.require("driver", kit.driver, "the name of a driver, such as \"simulated\"");
  table.read("rate_hz", kit.rate_hz, 2.0, 50.0);
  kit.options = table.remaining_options();
  return kit;
}

Settings read_settings(TableReader thresholds, TableReader alerts) {
  Settings settings;
  for (const ThresholdInfo& info : threshold_table())
    thresholds.read(info.key, settings.thresholds.*info.value, info.min, info.max);
  thresholds.refuse_unknown_keys();
  for (const Cause cause : all_causes)
    alerts.read(to_string(cause), settings.cause_on.at(static_cast<std::size_t>(cause)));
  alerts.refuse_unknown_keys();
  return settings;
}

}  // namespace

ChairConfig read_chair(TableReader table, const std::filesystem::path& folder) {
  const std::size_t problems_before = table.problems();
  ChairConfig config;
  table.require("id", config.chair.id, "a-z, 0-9, _ and -, such as \"desk\"");
  config.chair.name = config.chair.id;
  table.read("name", config.chair.name);
  table.read("calibration", config.calibration, folder);
  table.read("armrests", config.chair.armrests);
  std::vector<KitOption> channels;
  config.chair.pads = read_pads(table, channels);
  read_profiles(table, folder, config);
  if (!table.has("kit")) table.refuse("'kit' is missing; it has to be there, such as kit = { driver = \"simulated\" }");
  config.kit = read_kit(table.table("kit"), folder);
  config.kit.channels = std::move(channels);
  config.indicator = read_indicator(table.table("indicator"));
  config.defaults = read_settings(table.table("thresholds"), table.table("alerts"));
  config.defaults.profile = config.profiles.front().name;
  table.refuse_unknown_keys();
  // What is wrong with the chair as a whole shows only once all its parts are right.
  if (table.problems() == problems_before)
    if (const auto valid = validate(config.chair); !valid) table.refuse(valid.error().message);
  return config;
}

}  // namespace chairhub
