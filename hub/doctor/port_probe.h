// Whether anything at all listens at a port, whatever it speaks. Tells a
// broker that is not there from one that does not like our certificate.

#pragma once

#include <string>

#include "hub/core/time.h"

namespace chairhub {

// Looks the name up, which may take its time, and waits at most so long for each of its addresses.
bool port_answers(const std::string& host, int port, Millis at_most);

}  // namespace chairhub
