// docs/doctor.md has a line for each finding, and for none that there is not.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/places.h"

namespace chairhub::documented_findings_test {

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::set<std::string> all_matches(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), expression); match != std::sregex_iterator(); ++match)
    found.insert((*match)[1]);
  return found;
}

TEST(DocumentedFindingsTest, TheTableAndTheSourcesNameTheSame) {
  const std::filesystem::path root = source_folder();
  std::set<std::string> named;
  for (const auto& file : std::filesystem::directory_iterator(root / "hub/doctor"))
    named.merge(all_matches(read(file.path()), R"~(Severity::\w+,\s+"([a-z_0-9]+\.[a-z_]+)")~"));
  // These are made of the bus and what is the matter with it.
  for (const char* bus : {"i2c", "spi"})
    for (const char* about : {"missing", "refused", "ready"}) named.insert(std::string(bus) + "." + about);
  EXPECT_EQ(all_matches(read(root / "docs/doctor.md"), R"~(\| `([a-z_0-9]+\.[a-z_]+)` \|)~"), named);
}

}  // namespace chairhub::documented_findings_test
