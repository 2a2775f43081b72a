// What each pad carries right now, where the load is, and how each pad is
// doing: the page's picture of the chair. Pure.

#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "hub/core/balance.h"
#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/frame.h"
#include "hub/core/kit.h"
#include "hub/core/pad_health.h"

namespace chairhub {

struct PadsView {
  const Chair& chair;
  const Calibration& calibration;
  std::span<const PadReport> health;  // in the order of the chair's pads
  const Frame& frame;                 // the newest; without pads before the first
  double least_load = 0;              // below it there is no centre of pressure worth showing
};
std::string pads_json(const PadsView& view);

struct PadHealthView {
  const Chair& chair;
  const Calibration& calibration;
  std::span<const PadReport> health;
  std::uint64_t dropped_frames = 0;
  std::span<const NamedCount> radio;  // empty: the kit is scanned
};
std::string pad_health_json(const PadHealthView& view);

}  // namespace chairhub
