#include "hub/core/chair.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace chairhub {
namespace {

bool is_name(const std::string& text, bool dash_allowed) {
  return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || (dash_allowed && c == '-');
  });
}

}  // namespace

Result<void> validate(const Pad& pad) {
  if (!is_name(pad.name, false))
    return failure("pad name '" + pad.name + "' is not allowed: use 1 to 40 of a-z, 0-9 and _");
  if (!(std::isfinite(pad.x) && pad.x >= -1 && pad.x <= 1))
    return failure("pad '" + pad.name + "': x is outside -1 (the sitter's left) to 1 (right)");
  if (!(std::isfinite(pad.y) && pad.y >= 0 && pad.y <= 1))
    return failure("pad '" + pad.name + "': y is outside 0 (rear or bottom) to 1 (front or top)");
  if (pad.range.unloaded == pad.range.loaded)
    return failure("pad '" + pad.name + "': range needs two different counts, unloaded and loaded");
  return {};
}

bool Chair::has_zone(Zone zone) const {
  return std::any_of(pads.begin(), pads.end(), [zone](const Pad& pad) { return pad.zone == zone; });
}

Chair::Depth Chair::seat_depth() const {
  Depth depth;
  for (const Pad& pad : pads) {
    if (pad.zone != Zone::seat) continue;
    depth.rear = std::min(depth.rear, pad.y);
    depth.front = std::max(depth.front, pad.y);
  }
  return depth;
}

Result<void> validate(const Chair& chair) {
  if (!is_name(chair.id, true))
    return failure("chair id '" + chair.id + "' is not allowed: use 1 to 40 of a-z, 0-9, _ and -");
  if (chair.pads.size() < min_pads || chair.pads.size() > max_pads)
    return failure("chair '" + chair.id + "' has " + std::to_string(chair.pads.size()) + " pads; 2 to 64 are allowed");
  if (!chair.has_zone(Zone::seat))
    return failure("chair '" + chair.id + "' has no pad in the seat; without one nobody can be seen sitting");
  std::set<std::string> taken;
  for (const Pad& pad : chair.pads) {
    if (auto valid = validate(pad); !valid) return failure("chair '" + chair.id + "': " + valid.error().message);
    if (!taken.insert(pad.name).second)
      return failure("chair '" + chair.id + "': pad name '" + pad.name + "' is there twice");
  }
  return {};
}

}  // namespace chairhub
