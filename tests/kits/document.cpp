#include "tests/kits/document.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace chairhub {
namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// "| `a` | b |" -> a, b
std::vector<std::string> cells_of(std::string line) {
  line.erase(std::remove(line.begin(), line.end(), '`'), line.end());
  std::vector<std::string> cells;
  for (std::size_t begin = 1, end = 0; (end = line.find('|', begin)) != std::string::npos; begin = end + 1)
    cells.push_back(trimmed(line.substr(begin, end - begin)));
  return cells;
}

}  // namespace

std::vector<DocumentRow> rows_with(const std::filesystem::path& file, const std::vector<std::string>& columns) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(file.string() + " cannot be read");
  std::vector<DocumentRow> rows;
  std::vector<std::string> header;  // of the table that is being read; empty between tables
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.front() != '|') {
      header.clear();
      continue;
    }
    auto cells = cells_of(line);
    if (header.empty()) {
      header = std::move(cells);
      continue;
    }
    const auto has = [&](const std::string& column) {
      return std::find(header.begin(), header.end(), column) != header.end();
    };
    if (line.starts_with("|--") || !std::all_of(columns.begin(), columns.end(), has)) continue;
    DocumentRow& row = rows.emplace_back();
    for (std::size_t i = 0; i < std::min(header.size(), cells.size()); ++i) row[header[i]] = cells[i];
  }
  return rows;
}

double first_number(const std::string& cell) {
  const auto digit = cell.find_first_of("0123456789");
  if (digit == std::string::npos) throw std::runtime_error("'" + cell + "' has no number");
  return std::stod(cell.substr(digit));
}

}  // namespace chairhub
