// Whether this user may read and write a file, and which group would let it.
// Private to hub/doctor.

#pragma once

#include <string>
#include <string_view>

#include "hub/doctor/machine.h"

namespace chairhub {

// By owner, group and others; access lists are not looked at.
bool may_use(const Machine& machine, std::string_view path);

// What to do when it may not.
std::string how_to_be_let_in(const Machine& machine, std::string_view path);

}  // namespace chairhub
