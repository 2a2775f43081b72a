#include "tests/mqtt/golden.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/places.h"

namespace chairhub {

void expect_golden(const std::string& file, const std::string& json) {
  const std::string path = source_folder() / "tests/mqtt/golden" / file;
  const std::string pretty = nlohmann::ordered_json::parse(json).dump(1) + "\n";
  if (std::getenv("CHAIRHUB_APPROVE") != nullptr) std::ofstream(path) << pretty;
  std::stringstream approved;
  approved << std::ifstream(path).rdbuf();
  EXPECT_EQ(approved.str(), pretty) << "differs from " << path << "; if this is meant, run with CHAIRHUB_APPROVE=1";
}

}  // namespace chairhub
