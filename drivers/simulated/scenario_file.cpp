#include "drivers/simulated/scenario_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "hub/core/suggest.h"

namespace chairhub::simulated {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".scenario";

// CHAIRHUB_SCENARIO_PATH is set by the build: folders separated by colons, the first that has the file wins.
std::vector<fs::path> shipped_folders() {
  std::vector<fs::path> folders;
  std::string_view rest = CHAIRHUB_SCENARIO_PATH;
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    folders.emplace_back(folder);
    rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
  }
  return folders;
}

std::vector<std::string> shipped_names() {
  std::vector<std::string> names;
  for (const fs::path& folder : shipped_folders()) {
    std::error_code unreadable;
    for (const auto& entry : fs::directory_iterator(folder, unreadable))
      if (entry.path().extension() == ending) names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Result<fs::path> shipped_file(const std::string& name) {
  for (const fs::path& folder : shipped_folders()) {
    fs::path file = folder / (name + std::string(ending));
    std::error_code unreadable;
    if (fs::is_regular_file(file, unreadable)) return file;
  }
  const auto names = shipped_names();
  const auto meant = nearest(name, std::vector<std::string_view>(names.begin(), names.end()));
  return failure(fmt::format("there is no scenario '{}'{}; in {} there are {}", name,
                             meant ? fmt::format(", did you mean '{}'?", *meant) : "", CHAIRHUB_SCENARIO_PATH,
                             names.empty() ? "none" : fmt::format("{}", fmt::join(names, ", "))));
}

}  // namespace

Result<Scenario> load_scenario(const std::string& name, const std::string& folder) {
  const bool is_file = name.find('/') != std::string::npos || name.ends_with(ending);
  const Result<fs::path> file = is_file ? Result<fs::path>(fs::path(folder) / name) : shipped_file(name);
  if (!file) return tl::unexpected(file.error());
  std::error_code unreadable;
  if (fs::is_directory(*file, unreadable))
    return failure(fmt::format("{}: is a folder, not a scenario", file->string()));
  std::ifstream stream(*file, std::ios::binary);
  if (!stream) return failure(fmt::format("{}: cannot be read: {}", file->string(), std::strerror(errno)));
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  return parse_scenario(text, file->string());
}

}  // namespace chairhub::simulated
