// What is in the log, what `chairhub log` shows and what a subscriber heard
// are the same day.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/mosquitto.h"

namespace chairhub::agreement_test {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* office_day =
    R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 0, start = "2026-03-02T08:59:40" })";
constexpr const char* goodbye = "chairhub/desk/availability offline\n";

// The postures a subscriber saw, each once for as long as it lasted.
std::vector<std::string> postures_heard(const std::vector<json>& states) {
  std::vector<std::string> postures;
  for (const json& state : states) {
    if (state.at("posture").is_null()) continue;
    const std::string posture = state.at("posture");
    if (postures.empty() || postures.back() != posture) postures.push_back(posture);
  }
  return postures;
}

class AgreementTest : public testing::Test {
 protected:
  void play_the_day() {
    bench.configure(office_day, broker.port());
    const Finished run = bench.chairhub({"run", "--config", bench.file("hub.toml")});
    ASSERT_EQ(run.exit_code, 0) << run.output;
    states = subscriber.payloads_of("chairhub/desk/state", goodbye);
    alerts = subscriber.payloads_of("chairhub/desk/alert", goodbye);
    log = bench.log_of_the_year();
  }

  Mosquitto broker;
  Subscriber subscriber{broker.port()};
  Workbench bench;
  std::vector<json> states;
  std::vector<json> alerts;
  json log;
};

TEST_F(AgreementTest, TheSubscriberHeardEveryAlertOfTheLogOnce) {
  play_the_day();
  ASSERT_FALSE(alerts.empty());
  ASSERT_EQ(alerts.size(), log.at("alerts").size());
  for (std::size_t i = 0; i < alerts.size(); ++i) {
    EXPECT_EQ(alerts[i].at("id"), log.at("alerts")[i].at("id"));
    EXPECT_EQ(alerts[i].at("event_type"), log.at("alerts")[i].at("cause"));
    EXPECT_EQ(alerts[i].at("text"), log.at("alerts")[i].at("text"));
    EXPECT_EQ(log.at("alerts")[i].at("delivery"), "delivered");
  }
}

TEST_F(AgreementTest, TheSubscriberSawThePosturesOfTheLogInTheirOrder) {
  play_the_day();
  std::vector<std::string> logged;
  for (const json& span : log.at("spans")) logged.push_back(span.at("posture"));
  EXPECT_EQ(postures_heard(states), logged);
}

TEST_F(AgreementTest, TheSittingTimeOfTheDayIsTheSameEverywhere) {
  play_the_day();
  double sat = 0;
  double longest_today = 0;
  for (const json& state : states)
    if (state.at("sitting_today_min").is_number())
      longest_today = std::max(longest_today, state.at("sitting_today_min").get<double>());
  for (const auto& [posture, seconds] : log.at("totals").at("posture_s").items())
    if (posture != "empty" && posture != "object") sat += seconds.get<double>() / 60;
  EXPECT_NEAR(log.at("totals").at("sitting_s").get<double>() / 60, sat, 1.0);
  EXPECT_NEAR(longest_today, sat, 1.5);
}

TEST_F(AgreementTest, TheTimelineShowsTheSameSittings) {
  play_the_day();
  const Finished shown = bench.chairhub({"log", "--database", bench.file("log.db"), "--day", "2026-03-02"});
  ASSERT_EQ(shown.exit_code, 0) << shown.output;
  std::size_t lines = 0;
  for (std::size_t at = shown.output.find(" posture shifts\n"); at != std::string::npos;
       at = shown.output.find(" posture shifts\n", at + 1))
    ++lines;
  EXPECT_EQ(lines, log.at("sittings").size());
  EXPECT_THAT(shown.output, HasSubstr("2026-03-02  desk"));
  for (const json& alert : log.at("alerts")) EXPECT_THAT(shown.output, HasSubstr(alert.at("text").get<std::string>()));
}

TEST_F(AgreementTest, TwoChairsAreTwoStories) {
  bench.configure(office_day, broker.port(),
                  "[[chair]]\nid = \"sofa\"\nkit = { driver = \"simulated\", scenario = \"two-people\", speed = 0, "
                  "start = \"2026-03-02T08:59:40\" }\n");
  const Finished run = bench.chairhub({"run", "--config", bench.file("hub.toml")});
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_FALSE(subscriber.payloads_of("chairhub/desk/state", goodbye).empty());
  EXPECT_FALSE(subscriber.payloads_of("chairhub/sofa/state", "chairhub/sofa/availability offline\n").empty());
  const auto sofa = json::parse(bench
                                    .chairhub({"log", "--database", bench.file("log.db"), "--chair", "sofa", "--day",
                                               "2026-03-02", "--json"})
                                    .output)
                        .at(0);
  EXPECT_EQ(sofa.at("chair"), "sofa");
  EXPECT_EQ(sofa.at("sittings").size(), 2u);
}

TEST_F(AgreementTest, TheExportHoldsEverySpan) {
  play_the_day();
  const Finished csv = bench.chairhub({"log", "--database", bench.file("log.db"), "--day", "2026-03-02", "--csv"});
  ASSERT_EQ(csv.exit_code, 0) << csv.output;
  EXPECT_EQ(static_cast<std::size_t>(std::count(csv.output.begin(), csv.output.end(), '\n')),
            log.at("spans").size() + 1);
}

}  // namespace chairhub::agreement_test
