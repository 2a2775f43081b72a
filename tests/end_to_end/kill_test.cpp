// kill -9 at any moment: the log opens, and at most the last seconds are gone.

#include <csignal>

#include <gtest/gtest.h>

#include "hub/storage/log_reader.h"
#include "tests/end_to_end/workbench.h"

namespace chairhub::kill_test {

constexpr const char* office_day =
    R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 600, start = "2026-03-02T08:59:40" })";

class KillTest : public testing::Test {
 protected:
  KillTest() { bench.configure(office_day, 0); }

  // Runs the hub until it has told `words`, then kills it.
  void kill_after(std::string_view words) {
    const auto hub = bench.start({"run", "--config", bench.file("hub.toml"), "--story"});
    ASSERT_TRUE(hub->says(words, std::chrono::seconds(60))) << hub->output();
    hub->signal(SIGKILL);
    hub->wait();
  }

  Workbench bench;
};

TEST_F(KillTest, WhatWasToldLongAgoIsInTheLog) {
  kill_after("back from a break");
  const auto log = bench.log_of_the_year();
  EXPECT_FALSE(log.at("sittings").empty());
  EXPECT_FALSE(log.at("spans").empty());
}

TEST_F(KillTest, TheNextStartEndsWhatWasOpenAndGoesOn) {
  kill_after("back from a break");
  kill_after("somebody sits down");
  const auto log = bench.log_of_the_year();
  ASSERT_FALSE(log.at("sittings").empty());
  for (const auto& sitting : log.at("sittings")) {
    EXPECT_LE(sitting.at("start").get<std::string>(), sitting.at("end").get<std::string>());
  }
}

TEST_F(KillTest, TheDatabaseSurvivesManyKills) {
  for (int i = 0; i < 10; ++i) kill_after("somebody sits down");
  EXPECT_EQ(bench.chairhub({"log", "--config", bench.file("hub.toml")}).exit_code, 0);
}

}  // namespace chairhub::kill_test
