// The tables of the configuration, one function each. Each refuses what is
// wrong with a value and every key it does not know.

#pragma once

#include <filesystem>
#include <optional>

#include "hub/config/config.h"
#include "hub/config/table_reader.h"

namespace chairhub {

ChairConfig read_chair(TableReader table, const std::filesystem::path& folder);
// Unset without the table: then there is no indicator.
std::optional<IndicatorConfig> read_indicator(TableReader table);
// [mqtt] and [home_assistant] together: the second is about what goes through the first.
MqttConfig read_mqtt(TableReader mqtt, TableReader home_assistant, const std::filesystem::path& folder);
WebConfig read_web(TableReader table, const std::filesystem::path& folder);
StorageConfig read_storage(TableReader table, const std::filesystem::path& folder);

}  // namespace chairhub
