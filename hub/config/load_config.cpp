#include <array>
#include <map>

#include <fmt/format.h>

#include "hub/config/config.h"
#include "hub/config/parse_toml.h"
#include "hub/config/sections.h"

namespace chairhub {
namespace {

constexpr std::array<std::string_view, 2> languages = {"en", "de"};

Language read_language(TableReader& root) {
  std::string name(to_string(Language::english));
  root.read("language", name, languages);
  return language_from(name).value_or(Language::english);
}

void refuse_double_ids(std::vector<TableReader>& tables, const std::vector<ChairConfig>& chairs) {
  std::map<std::string, std::string> first_seen;
  for (std::size_t i = 0; i < chairs.size(); ++i) {
    const Chair& chair = chairs[i].chair;
    if (chair.id.empty()) continue;
    const auto [seen, is_new] = first_seen.emplace(chair.id, tables[i].where());
    if (!is_new)
      tables[i].refuse("id", fmt::format("chair id \"{}\" is taken at {}; each chair needs an id of its own", chair.id,
                                         seen->second));
  }
}

}  // namespace

Result<Config> parse_config(std::string_view text, const std::filesystem::path& file) {
  const auto document = parse_toml(text, file);
  if (!document) return tl::unexpected(document.error());
  Report report(file.string());
  TableReader root(report, "", &*document);
  Config config;
  config.file = file;
  const std::filesystem::path folder = file.parent_path();

  const Language language = read_language(root);
  auto tables = root.tables("chair");
  for (const TableReader& table : tables) config.chairs.push_back(read_chair(table, folder));
  for (ChairConfig& chair : config.chairs) chair.defaults.language = language;
  if (!root.has("chair")) root.refuse("there is no chair; write at least one [[chair]] with an id and a kit");
  refuse_double_ids(tables, config.chairs);
  config.mqtt = read_mqtt(root.table("mqtt"), root.table("home_assistant"), folder);
  config.storage = read_storage(root.table("storage"), folder);
  config.web = read_web(root.table("web"), folder);
  root.refuse_unknown_keys();

  if (report.problems() > 0) return tl::unexpected(report.error());
  config.values = report.values();
  return config;
}

Result<Config> load_config(const std::filesystem::path& file) {
  return read_text(file).and_then([&file](const std::string& text) { return parse_config(text, file); });
}

}  // namespace chairhub
