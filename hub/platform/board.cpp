#include "hub/platform/board.h"

#include <fstream>

namespace chairhub {

std::optional<double> board_celsius(const std::filesystem::path& sensor) {
  std::ifstream in(sensor);
  double thousandths = 0;
  if (!(in >> thousandths)) return std::nullopt;
  return thousandths / 1000;
}

}  // namespace chairhub
