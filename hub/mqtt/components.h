// The entities of one chair in Home Assistant's words: which there are, their
// names, classes, units and templates. Private to this room.
//
// A key, a platform, a class or a unit never changes once released: history
// and automations hang on them (tests/mqtt/golden/identities.json).

#pragma once

#include <span>
#include <string>

#include "hub/core/chair.h"
#include "hub/core/profile.h"
#include "hub/mqtt/extras.h"
#include "hub/mqtt/json.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

// What has to be online for anything of a chair to be known.
Json hub_availability(const Topics& topics);

// Key -> component. `unique_prefix` begins every unique id.
Json make_components(const Chair& chair, std::span<const Profile> profiles, const Topics& topics,
                     const std::string& unique_prefix, const Extras& extras);

}  // namespace chairhub
