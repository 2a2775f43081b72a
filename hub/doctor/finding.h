// What the doctor says: one sentence about what was found, and where, and one
// about what to do. docs/doctor.md has a line for each name.

#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chairhub {

enum class Severity : std::uint8_t {
  ok,
  note,     // good to know; nothing is wrong
  warning,  // works, but not well, or not for long
  problem,  // does not work
};

inline std::string_view to_string(Severity severity) {
  constexpr std::string_view words[] = {"ok", "note", "warning", "problem"};
  return words[static_cast<std::size_t>(severity)];
}

struct Finding {
  Severity severity = Severity::ok;
  std::string name;        // "i2c.missing": what it is about, and what about it
  std::string chair = {};  // empty: the machine, or all chairs
  std::string what;
  std::string cure = {};  // empty when there is nothing to do
};

using Findings = std::vector<Finding>;

inline std::size_t count_of(std::span<const Finding> findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [severity](const Finding& f) { return f.severity == severity; }));
}

inline void append(Findings& all, Findings more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace chairhub
