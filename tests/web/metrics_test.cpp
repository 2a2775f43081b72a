// What Prometheus reads, and what Grafana asks it for.

#include "hub/web/metrics.h"

#include <fstream>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/places.h"

namespace chairhub::metrics_test {

using ::testing::HasSubstr;
using ::testing::Not;

HubMetrics busy_hub() {
  HubMetrics hub;
  hub.version = "1.2.3";
  hub.uptime_s = 61.5;
  hub.database_bytes = 8192;
  hub.broker_connected = true;
  hub.board_celsius = 48.3;
  hub.http_connections = 3;
  ChairMetrics desk;
  desk.chair = "desk";
  desk.kit_up = true;
  desk.occupied = true;
  desk.posture = Posture::bent_forward;
  desk.sitting_today_s = 7260;
  desk.alerts[static_cast<std::size_t>(Cause::bent_forward)] = 2;
  PadMetrics pad;
  pad.pad = "seat_left";
  pad.reading = 1234;
  pad.faults = 1;
  desk.pads = {pad};
  desk.dropped_frames = 4;
  hub.chairs = {desk};
  return hub;
}

std::set<std::string> names_in(const std::string& text) {
  const std::regex word("chairhub_[a-z_]+");
  return {std::sregex_token_iterator(text.begin(), text.end(), word), std::sregex_token_iterator()};
}

TEST(Metrics, TellsEachChairsNumbers) {
  const std::string text = metrics_text(busy_hub());
  for (const char* line :
       {"chairhub_build_info{version=\"1.2.3\"} 1\n", "chairhub_uptime_seconds 61.5\n",
        "chairhub_occupied{chair=\"desk\"} 1\n", "chairhub_posture{chair=\"desk\",posture=\"bent_forward\"} 1\n",
        "chairhub_posture{chair=\"desk\",posture=\"supported\"} 0\n",
        "chairhub_sitting_today_seconds{chair=\"desk\"} 7260\n",
        "chairhub_alerts_total{chair=\"desk\",cause=\"bent_forward\"} 2\n",
        "chairhub_pad_reading{chair=\"desk\",pad=\"seat_left\"} 1234\n",
        "chairhub_pad_faults_total{chair=\"desk\",pad=\"seat_left\"} 1\n",
        "chairhub_dropped_frames_total{chair=\"desk\"} 4\n", "chairhub_database_bytes 8192\n",
        "chairhub_broker_connected 1\n", "chairhub_http_connections 3\n"})
    EXPECT_THAT(text, HasSubstr(line));
}

TEST(Metrics, EachFamilySaysOnceWhatItIs) {
  const std::string text = metrics_text(busy_hub());
  for (const std::string& name : names_in(text)) {
    const std::regex help("# HELP " + name + " [^\n]+\n# TYPE " + name + " (gauge|counter)\n" + name + "[ {]");
    EXPECT_EQ(std::distance(std::sregex_iterator(text.begin(), text.end(), help), std::sregex_iterator()), 1) << name;
  }
}

TEST(Metrics, WhatNobodyKnowsIsLeftOut) {
  HubMetrics hub = busy_hub();
  hub.database_bytes.reset();
  hub.broker_connected.reset();
  hub.board_celsius.reset();
  hub.chairs[0].pads[0].reading.reset();
  const std::string text = metrics_text(hub);
  for (const char* name : {"database_bytes", "broker_connected", "board_temperature"})
    EXPECT_THAT(text, Not(HasSubstr(name)));
  EXPECT_THAT(text, Not(HasSubstr("chairhub_pad_reading{")));
}

TEST(Metrics, NoNameBreaksALine) {
  HubMetrics hub = busy_hub();
  hub.chairs[0].pads[0].pad = "a\"b\\c\nd";
  EXPECT_THAT(metrics_text(hub), HasSubstr(R"(pad="a\"b\\c\nd"} 1234)"));
}

TEST(Metrics, GrafanasDashboardAsksForWhatThereIs) {
  std::ifstream file(source_folder() / "dashboards/grafana/chairhub.json");
  const auto dashboard = nlohmann::json::parse(file);
  const std::set<std::string> known = names_in(metrics_text(busy_hub()));
  std::set<std::string> asked;
  for (const auto& panel : dashboard["panels"])
    for (const auto& target : panel.value("targets", nlohmann::json::array()))
      asked.merge(names_in(target["expr"].get<std::string>()));
  for (const auto& variable : dashboard["templating"]["list"]) asked.merge(names_in(variable.dump()));
  EXPECT_GT(asked.size(), 8U);
  EXPECT_THAT(known, ::testing::IsSupersetOf(asked));
}

}  // namespace chairhub::metrics_test
