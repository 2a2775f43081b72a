#include "hub/mqtt/entity_wishes.h"

#include <array>

#include "hub/core/utf8.h"
#include "hub/mqtt/components.h"

namespace chairhub {
namespace {

// The entity that has the device's own name.
constexpr std::string_view main_entity = "occupied";

// What some chair has.
bool is_known(const std::string& key) {
  if (key.starts_with("pad_")) return true;  // pads are called as their owner likes
  static const Json all = [] {
    const Chair chair{.id = "any", .name = "", .pads = {{.name = "back", .zone = Zone::back, .range = {}}}};
    const std::array<Profile, 2> two;
    return make_components(chair, two, Topics{}, "any", {.pads_every = Millis{0}, .has_board_temperature = true});
  }();
  return all.contains(key);
}

}  // namespace

Result<void> grant(std::span<const EntityWish> wishes, Json& components) {
  for (const EntityWish& wish : wishes) {
    const std::string where = "home_assistant.entities." + wish.key;
    if (!is_known(wish.key)) return failure(where + ": there is no such entity; docs/home-assistant.md has them all");
    if (wish.key == main_entity && (wish.name || !wish.offered))
      return failure(where + " stands for the chair itself: it keeps its name and is always there");
    const auto found = components.find(wish.key);
    if (found == components.end()) continue;
    if (!wish.offered) {
      components.erase(found);
      continue;
    }
    if (wish.name) (*found)["name"] = *wish.name;
    if (wish.icon) (*found)["icon"] = *wish.icon;
    if (wish.enabled) (*found)["enabled_by_default"] = *wish.enabled;
  }
  return {};
}

}  // namespace chairhub
