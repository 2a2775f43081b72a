// The man page has each command and option that the program has.

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/places.h"

namespace chairhub::man_page_test {

std::string man_page() {
  std::ifstream in(source_folder() / "deploy/debian/chairhub.1");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return std::regex_replace(text, std::regex(R"(\\-)"), "-");
}

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), expression); match != std::sregex_iterator(); ++match)
    found.insert((*match)[1]);
  return found;
}

// What the page says of one command.
std::string section_of(const std::string& page, const std::string& command) {
  const auto begin = page.find("\n.SS " + command);
  return begin == std::string::npos ? "" : page.substr(begin, page.find("\n.S", begin + 1) - begin);
}

TEST(ManPage, HasEachCommandAndOption) {
  const Workbench bench;
  const std::string page = man_page();
  const std::string help = bench.chairhub({"--help"}).output;
  const auto commands = matches(help.substr(help.find("Subcommands:")), R"((?:^|\n)  ([a-z][a-z-]+) {2,})");
  EXPECT_GE(commands.size(), 14U);
  for (const std::string& command : commands) {
    const std::string section = section_of(page, command);
    EXPECT_FALSE(section.empty()) << "deploy/debian/chairhub.1 lacks '" << command << "'";
    // Each option stands at the beginning of a line, maybe behind its short form.
    const std::string options = bench.chairhub({command, "--help"}).output;
    for (const std::string& option : matches(options, R"(\n  (?:-[a-z],)?(--[a-z][a-z-]*))")) {
      if (option == "--help" || option == "--config") continue;
      EXPECT_NE(section.find(option), std::string::npos) << command << " " << option << " is not in the man page";
    }
  }
}

}  // namespace chairhub::man_page_test
