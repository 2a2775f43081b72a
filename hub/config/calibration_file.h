// A calibration as a TOML file that a person can read: made_at, how the person
// sits supported, and each pad by its name. Which chair it is for shows in the
// pads; a file for another chair is refused.

#pragma once

#include <filesystem>
#include <string>

#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/result.h"

namespace chairhub {

std::string calibration_text(const Calibration& calibration, const Chair& chair);

// Replaces the file as a whole: a crash leaves the old one or the new one.
Result<void> save_calibration(const Calibration& calibration, const Chair& chair, const std::filesystem::path& file);
Result<Calibration> load_calibration(const Chair& chair, const std::filesystem::path& file);

}  // namespace chairhub
