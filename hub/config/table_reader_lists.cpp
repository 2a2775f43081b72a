#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/config/table_reader.h"

namespace chairhub {

void TableReader::read(std::string_view key, std::vector<std::string>& target) {
  asked_.emplace(key);
  const toml::node* node = find(key);
  const toml::array* list = node ? node->as_array() : nullptr;
  std::vector<std::string> words;
  for (std::size_t i = 0; list && i < list->size(); ++i)
    if (auto word = (*list)[i].value_exact<std::string>()) words.push_back(std::move(*word));
  if (node && (!list || words.size() < list->size()))
    return refuse(key, fmt::format("'{}' is no list of texts; one such as [\"a\", \"b\"] is allowed", path_of(key)));
  if (node) target = std::move(words);
  report_->note(
      {path_of(key), fmt::format("[{}]", fmt::join(target, ", ")), node ? report_->text(place(key)) : "default"});
}

void TableReader::read_secret(std::string_view key, std::string& target) {
  asked_.emplace(key);
  const toml::node* node = find(key);
  const auto text = node ? node->value_exact<std::string>() : std::nullopt;
  if (node && !text) return refuse(key, fmt::format("'{}' is no text; text in quotes is allowed", path_of(key)));
  target = text.value_or(target);
  report_->note({path_of(key), target.empty() ? "\"\"" : "(not shown)", node ? report_->text(place(key)) : "default"});
}

}  // namespace chairhub
