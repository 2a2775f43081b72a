#include "hub/doctor/hub_process.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

#include "hub/config/config.h"

namespace chairhub {
namespace {

namespace fs = std::filesystem;

// The kernel ends each word with NUL.
std::vector<std::string> command_line_of(const fs::path& process) {
  std::ifstream file(process / "cmdline", std::ios::binary);
  std::vector<std::string> words;
  for (std::string word; std::getline(file, word, '\0');) words.push_back(word);
  return words;
}

// --config F, --config=F or -c F.
std::string config_in(const std::vector<std::string>& words) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    constexpr std::string_view joined = "--config=";
    if (words[i].starts_with(joined)) return words[i].substr(joined.size());
    if ((words[i] == "--config" || words[i] == "-c") && i + 1 < words.size()) return words[i + 1];
  }
  return default_config_file;
}

bool runs_with(const fs::path& process, const fs::path& config) {
  const auto words = command_line_of(process);
  if (words.size() < 2 || fs::path(words[0]).filename() != "chairhub" || words[1] != "run") return false;
  std::error_code unreadable;  // a relative name of another user's process cannot be followed
  const fs::path folder = fs::read_symlink(process / "cwd", unreadable);
  return fs::weakly_canonical(folder / config_in(words), unreadable) == fs::weakly_canonical(config, unreadable);
}

}  // namespace

std::optional<int> running_hub(const Machine& machine, const fs::path& config) {
  for (const std::string& name : machine.names_in("/proc")) {
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    if (runs_with(machine.at("/proc/" + name), config)) return std::stoi(name);
  }
  return std::nullopt;
}

}  // namespace chairhub
