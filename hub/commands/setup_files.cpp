#include "hub/commands/setup_files.h"

#include <unistd.h>

#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/config/calibration_file.h"
#include "hub/config/replace_files.h"

namespace chairhub {

namespace fs = std::filesystem;

void require_writable(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (::access(folder.c_str(), W_OK) != 0)
    throw CommandFailed{exit_failed,
                        fmt::format("{}: this folder is not there or may not be written to; run setup as a "
                                    "user who may, or choose another file with --config",
                                    folder.string())};
}

std::string ask_about_older(const Terminal& terminal, const fs::path& file) {
  if (!fs::exists(file)) return "";
  say(fmt::format(
      "{} is there already. At the end a new one takes its place, with one chair, and with what it says besides\n"
      "chairs; the old one is kept beside it.\n",
      file.string()));
  if (!terminal.confirm("Go on?", false))
    throw CommandFailed{exit_failed, "nothing was changed; choose another file with --config"};
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

NewConfig new_config_of(const Chair& named, const std::vector<std::optional<FoundPad>>& found,
                        const ConverterChoice& choice) {
  NewConfig config;
  ChairConfig& chair = config.chair;
  chair.chair = {named.id, named.name, {}};
  chair.kit = choice.kit;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) continue;
    Pad pad = named.pads[i];
    pad.range = range_of(*found[i], choice.scale);
    chair.chair.pads.push_back(std::move(pad));
    chair.kit.channels.push_back({"channel", choice.channels[found[i]->channel], chair.kit.where});
    config.pad_notes.push_back(fmt::format("read {} unloaded and {} pressed", found[i]->unloaded, found[i]->pressed));
  }
  return config;
}

void write_setup(const fs::path& file, const NewConfig& config, const std::optional<Calibration>& calibration) {
  std::vector<NewFile> files = {{file, config_text(config)}};
  value_or_fail(parse_config(files.front().text, file));
  if (calibration)
    files.push_back(
        {file.parent_path() / config.chair.calibration, calibration_text(*calibration, config.chair.chair)});
  for (const NewFile& wanted : files)
    if (fs::exists(wanted.file))
      say(fmt::format("kept what was there as {}\n", value_or_fail(keep_backup(wanted.file)).string()));
  succeed_or_fail(replace_files(files));
  for (const NewFile& wanted : files) say(fmt::format("wrote {}\n", wanted.file.string()));
}

}  // namespace chairhub
