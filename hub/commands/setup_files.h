// The part of setup that writes: what a new chair's configuration says, what
// becomes of an older one, and both files or none.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "drivers/finder/converter_choice.h"
#include "hub/commands/terminal.h"
#include "hub/config/new_config.h"
#include "hub/core/calibration.h"
#include "hub/core/pad_finder.h"

namespace chairhub {

// Ends the command where nothing could be written in the end.
void require_writable(const std::filesystem::path& file);

// What the file says now; empty when there is none yet. Ends the command when the person wants to keep it.
std::string ask_about_older(const Terminal& terminal, const std::filesystem::path& file);

// The chair `named`, without the pads that were left out, each other one with its channel and range.
NewConfig new_config_of(const Chair& named, const std::vector<std::optional<FoundPad>>& found,
                        const ConverterChoice& choice);

// Keeps what the files replace.
void write_setup(const std::filesystem::path& file, const NewConfig& config,
                 const std::optional<Calibration>& calibration);

}  // namespace chairhub
