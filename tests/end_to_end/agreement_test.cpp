// What is in the log, what `chairhub log` shows and what a subscriber heard
// are the same day.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/mosquitto.h"
#include "tests/support/places.h"

namespace chairhub::agreement_test {

using nlohmann::json;
using testing::HasSubstr;

// A day that a kit can play as fast as the machine can.
struct Day {
  std::string name;
  std::string chair;
  int year;
  std::string date;
};
const Day simulated{"simulated", "desk", 2026, "2026-03-02"};
const Day of_a_real_person{"of_a_real_person", "office-chair-12", 2023, "2023-05-19"};

constexpr const char* half_an_hour =
    R"({ driver = "simulated", scenario = "bent-forward", speed = 0, start = "2026-03-02T08:59:40" })";

void PrintTo(const Day& day, std::ostream* out) {
  *out << day.name;
}

std::string goodbye_of(const std::string& chair) {
  return "chairhub/" + chair + "/availability offline\n";
}

// The chair of the recordings with its day, which is not in this repository.
std::string configuration_of_the_real_day(const std::filesystem::path& recordings, int broker_port) {
  std::ifstream in(source_folder() / "tests/recordings/office-chair-12.toml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::string file = "\"recording.csv\"";
  const std::filesystem::path day = recordings / "office-chair-12/day-unlabelled.csv";
  text.replace(text.find(file), file.size(), "\"" + day.string() + "\", speed = 0");
  return text +
         "[storage]\ndatabase = \"log.db\"\n[mqtt]\nhost = \"127.0.0.1\"\nport = " + std::to_string(broker_port) + "\n";
}

// The postures in states or spans, each once for as long as it lasted: a hole in a recording ends a span, and the next
// may have the same posture.
std::vector<std::string> postures_in(const json& rows) {
  std::vector<std::string> postures;
  for (const json& row : rows) {
    if (row.at("posture").is_null()) continue;
    const std::string posture = row.at("posture");
    if (postures.empty() || postures.back() != posture) postures.push_back(posture);
  }
  return postures;
}

class AgreementTest : public testing::TestWithParam<Day> {
 protected:
  void SetUp() override {
    const char* recordings = std::getenv("CHAIRHUB_RECORDINGS");
    if (GetParam().name == simulated.name) {
      bench.configure(half_an_hour, broker.port());
    } else if (recordings == nullptr) {
      GTEST_SKIP() << "CHAIRHUB_RECORDINGS names no folder with recordings of real people";
    } else {
      bench.write("hub.toml", configuration_of_the_real_day(recordings, broker.port()));
    }
    play_the_day();
  }
  void play_the_day() {
    const Finished run = bench.chairhub({"run", "--config", bench.file("hub.toml")});
    ASSERT_EQ(run.exit_code, 0) << run.output;
    const std::string topic = "chairhub/" + GetParam().chair;
    states = subscriber.payloads_of(topic + "/state", goodbye_of(GetParam().chair));
    alerts = subscriber.payloads_of(topic + "/alert", goodbye_of(GetParam().chair));
    log = bench.log_of_the_year(GetParam().year);
  }
  Finished shown(const std::vector<std::string>& how) {
    std::vector<std::string> arguments = {"log", "--database", bench.file("log.db"), "--day", GetParam().date};
    arguments.insert(arguments.end(), how.begin(), how.end());
    return bench.chairhub(arguments);
  }

  Mosquitto broker;
  Subscriber subscriber{broker.port()};
  Workbench bench;
  std::vector<json> states;
  std::vector<json> alerts;
  json log;
};

TEST_P(AgreementTest, TheSubscriberHeardEveryAlertOfTheLogOnce) {
  ASSERT_FALSE(alerts.empty());
  ASSERT_EQ(alerts.size(), log.at("alerts").size());
  for (std::size_t i = 0; i < alerts.size(); ++i) {
    EXPECT_EQ(alerts[i].at("id"), log.at("alerts")[i].at("id"));
    EXPECT_EQ(alerts[i].at("event_type"), log.at("alerts")[i].at("cause"));
    EXPECT_EQ(alerts[i].at("text"), log.at("alerts")[i].at("text"));
    EXPECT_EQ(log.at("alerts")[i].at("delivery"), "delivered");
  }
}

TEST_P(AgreementTest, TheSubscriberSawThePosturesOfTheLogInTheirOrder) {
  EXPECT_EQ(postures_in(states), postures_in(log.at("spans")));
}

TEST_P(AgreementTest, TheSittingTimeOfTheDayIsTheSameEverywhere) {
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

TEST_P(AgreementTest, TheTimelineShowsTheSameSittings) {
  const Finished timeline = shown({});
  ASSERT_EQ(timeline.exit_code, 0) << timeline.output;
  std::size_t lines = 0;
  for (std::size_t at = timeline.output.find(" posture shifts\n"); at != std::string::npos;
       at = timeline.output.find(" posture shifts\n", at + 1))
    ++lines;
  EXPECT_EQ(lines, log.at("sittings").size());
  EXPECT_THAT(timeline.output, HasSubstr(GetParam().date + "  " + GetParam().chair));
  for (const json& alert : log.at("alerts"))
    EXPECT_THAT(timeline.output, HasSubstr(alert.at("text").get<std::string>()));
}

TEST(TwoChairsTest, AreTwoStories) {
  const Mosquitto broker;
  Subscriber subscriber(broker.port());
  const Workbench bench;
  bench.configure(half_an_hour, broker.port(),
                  "[[chair]]\nid = \"sofa\"\nkit = { driver = \"simulated\", scenario = \"two-people\", speed = 0, "
                  "start = \"2026-03-02T08:59:40\" }\n");
  const Finished run = bench.chairhub({"run", "--config", bench.file("hub.toml")});
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_FALSE(subscriber.payloads_of("chairhub/desk/state", goodbye_of("desk")).empty());
  EXPECT_FALSE(subscriber.payloads_of("chairhub/sofa/state", goodbye_of("sofa")).empty());
  const auto sofa = json::parse(bench
                                    .chairhub({"log", "--database", bench.file("log.db"), "--chair", "sofa", "--day",
                                               "2026-03-02", "--json"})
                                    .output)
                        .at(0);
  EXPECT_EQ(sofa.at("chair"), "sofa");
  EXPECT_EQ(sofa.at("sittings").size(), 2u);
}

TEST_P(AgreementTest, TheExportHoldsEverySpan) {
  const Finished csv = shown({"--csv"});
  ASSERT_EQ(csv.exit_code, 0) << csv.output;
  EXPECT_EQ(static_cast<std::size_t>(std::count(csv.output.begin(), csv.output.end(), '\n')),
            log.at("spans").size() + 1);
}

INSTANTIATE_TEST_SUITE_P(Days, AgreementTest, testing::Values(simulated, of_a_real_person),
                         [](const auto& day) { return day.param.name; });

}  // namespace chairhub::agreement_test
