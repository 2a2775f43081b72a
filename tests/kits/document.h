// The tables of a document in docs/, as its reader sees them. Knows Markdown's
// tables and nothing else of it.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace chairhub {

// One row: column -> cell, without the marks for code.
using DocumentRow = std::map<std::string, std::string>;

// The rows of every table that has all of these columns. Throws when the file cannot be read.
std::vector<DocumentRow> rows_with(const std::filesystem::path& file, const std::vector<std::string>& columns);

// The first number in a cell: 4.7 of "4.7 kΩ", 21 of "GPIO 21". Throws where there is none.
double first_number(const std::string& cell);

}  // namespace chairhub
