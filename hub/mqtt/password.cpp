#include "hub/mqtt/password.h"

#include <fstream>

namespace chairhub {

Result<std::string> read_password(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  if (!in)
    return failure("the MQTT password file " + file.string() +
                   " cannot be read: it must be readable by the hub's user");
  if (!std::getline(in, line) || line.empty())
    return failure("the MQTT password file " + file.string() + " has no password in its first line");
  if (line.back() == '\r') line.pop_back();
  return line;
}

}  // namespace chairhub
