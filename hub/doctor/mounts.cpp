#include "hub/doctor/mounts.h"

#include <fstream>
#include <sstream>

namespace chairhub {
namespace {

// The list writes a blank as \040, and so on.
std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string digits = text.substr(i, 4);
    if (digits.size() == 4 && digits.find_first_not_of("01234567", 1) == std::string::npos && digits.front() == '\\') {
      plain += static_cast<char>(std::stoi(digits.substr(1), nullptr, 8));
      i += 3;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

bool holds(const std::string& point, const std::string& path) {
  return point == "/" || path == point || path.starts_with(point + "/");
}

}  // namespace

std::optional<Mount> mount_of(const Machine& machine, const std::filesystem::path& path) {
  std::error_code unresolved;
  const std::filesystem::path absolute = std::filesystem::absolute(path, unresolved).lexically_normal();
  std::ifstream file(machine.at("/proc/self/mounts"));
  std::optional<Mount> best;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string device;
    std::string point;
    std::string kind;
    std::string options;
    if (!(words >> device >> point >> kind >> options)) continue;
    point = unescaped(point);
    // A later mount hides an earlier one on the same point.
    if (holds(point, absolute.string()) && (!best || point.size() >= best->point.size()))
      best = Mount{point, kind, options == "ro" || options.starts_with("ro,")};
  }
  return best;
}

}  // namespace chairhub
