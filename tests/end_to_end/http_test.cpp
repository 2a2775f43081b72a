// What somebody asks for over HTTP is done, logged and kept.

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"

namespace chairhub::http_test {

using testing::HasSubstr;
using testing::StartsWith;

class HttpTest : public testing::Test {
 protected:
  HttpTest() {
    bench.configure(
        R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 1, start = "2026-03-02T08:59:40" })", 0,
        "[web]\nport = 0\n");
    start();
  }
  void start() {
    hub = bench.start({"run", "--config", bench.file("hub.toml")});
    const std::string before_port = "web: http://localhost:";
    ASSERT_TRUE(hub->says(before_port)) << hub->output();
    ASSERT_TRUE(hub->says("/\n")) << hub->output();
    port = std::stoi(hub->output().substr(hub->output().find(before_port) + before_port.size()));
  }
  void stop() {
    hub->signal(SIGTERM);
    EXPECT_EQ(hub->wait(), 0) << hub->output();
  }

  // The whole answer, headers and all.
  std::string ask(const std::string& method, const std::string& path, const std::string& body = "") const {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const std::string request = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) +
                                "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
                                body;
    EXPECT_EQ(::send(fd, request.data(), request.size(), MSG_NOSIGNAL), std::ssize(request));
    std::string answer;
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = ::recv(fd, buffer.data(), buffer.size(), 0)) > 0;)
      answer.append(buffer.data(), static_cast<std::size_t>(size));
    ::close(fd);
    return answer;
  }

  Workbench bench;
  std::unique_ptr<ChildProcess> hub;
  int port = 0;
};

TEST_F(HttpTest, ShowsTheChairAndThatAllIsWell) {
  EXPECT_THAT(ask("GET", "/healthz"), HasSubstr("ok"));
  EXPECT_THAT(ask("GET", "/api/chairs"), HasSubstr(R"([{"id":"desk","name":"desk"}])"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/state"), HasSubstr("\"posture\":"));
  stop();
}

TEST_F(HttpTest, TellsPrometheusWhatItCounts) {
  const std::string numbers = ask("GET", "/metrics");
  EXPECT_THAT(numbers, HasSubstr("text/plain; version=0.0.4"));
  EXPECT_THAT(numbers, HasSubstr("chairhub_occupied{chair=\"desk\"}"));
  EXPECT_THAT(numbers, HasSubstr("chairhub_http_connections 1\n"));
  EXPECT_THAT(ask("POST", "/metrics"), StartsWith("HTTP/1.1 405"));
  stop();
}

TEST_F(HttpTest, GivesThePageThatTheConfigurationNames) {
  stop();
  std::filesystem::create_directory(bench.folder() / "page");
  bench.write("page/index.html", "<p>a page");
  std::string configuration = bench.read("hub.toml");
  configuration.insert(configuration.find("[web]\n") + 6, "files = \"page\"\n");
  bench.write("hub.toml", configuration);
  start();
  EXPECT_THAT(ask("GET", "/"), HasSubstr("<p>a page"));
  EXPECT_THAT(ask("GET", "/day"), HasSubstr("<p>a page"));
  EXPECT_THAT(ask("GET", "/../hub.toml"), StartsWith("HTTP/1.1 404"));
  stop();
}

TEST_F(HttpTest, AnswersToExercisesOutliveARestart) {
  EXPECT_THAT(ask("POST", "/api/chairs/desk/cmd/exercise", "hurts side_bend"), StartsWith("HTTP/1.1 204"));
  EXPECT_THAT(ask("POST", "/api/chairs/desk/cmd/exercise", "hurts push_up"), HasSubstr("side_bend"));
  stop();
  start();
  EXPECT_THAT(ask("GET", "/api/chairs/desk/settings"), HasSubstr(R"("retired_exercises":["side_bend"])"));
  EXPECT_THAT(ask("POST", "/api/chairs/desk/cmd/exercise", "restore side_bend"), StartsWith("HTTP/1.1 204"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/settings"), HasSubstr(R"("retired_exercises":[])"));
  stop();
  const auto answers = bench.log_of_the_year().at("exercise_answers");
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].at("exercise"), "side_bend");
  EXPECT_EQ(answers[0].at("answer"), "hurts");
}

TEST_F(HttpTest, AMeetingBeginsAndEnds) {
  EXPECT_THAT(ask("POST", "/api/chairs/desk/set/meeting", "ON"), StartsWith("HTTP/1.1 204"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/settings"), HasSubstr(R"("meeting":true)"));
  EXPECT_THAT(ask("POST", "/api/chairs/desk/set/meeting", "OFF"), StartsWith("HTTP/1.1 204"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/settings"), HasSubstr(R"("meeting":false)"));
  stop();
}

TEST_F(HttpTest, ShowsTodayFromTheLogWhileItIsWritten) {
  EXPECT_THAT(ask("POST", "/api/chairs/desk/cmd/exercise", "done side_bend"), StartsWith("HTTP/1.1 204"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/day"), HasSubstr(R"("date":"2026-03-02")"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/minutes"), HasSubstr(R"("resolution_s":60)"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/days"), HasSubstr(R"("date":"2026-03-02")"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/days?from=7768-07-19"), HasSubstr(R"({"days":[]})"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/days?from=1970-01-01"), HasSubstr(R"("date":"1974-02-08")"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/trends"), HasSubstr(R"("shift_goal")"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/coach"), HasSubstr(R"("stretches")"));
  stop();
}

TEST_F(HttpTest, RecordsNothingWithoutAFolderForIt) {
  EXPECT_THAT(ask("POST", "/api/chairs/desk/recording", R"({"seconds": 1})"),
              HasSubstr("name a folder for them as recordings in [web]"));
  stop();
}

TEST_F(HttpTest, HandsOutTheLogAndForgetsIt) {
  EXPECT_THAT(ask("POST", "/api/chairs/desk/cmd/exercise", "done side_bend"), StartsWith("HTTP/1.1 204"));
  // It is told with the next frames, and written some seconds later.
  while (ask("GET", "/api/chairs/desk/coach").find(R"("answer":"done")") == std::string::npos) {
  }
  EXPECT_THAT(ask("GET", "/api/export.sqlite"), HasSubstr("SQLite format 3"));
  EXPECT_THAT(ask("GET", "/api/chairs/desk/export?what=sittings"), HasSubstr("start,end,open,shifts"));
  EXPECT_THAT(ask("POST", "/api/chairs/desk/forget", R"({"confirm": "desk"})"), StartsWith("HTTP/1.1 204"));
  stop();
  EXPECT_TRUE(bench.log_of_the_year().at("exercise_answers").empty());
}

TEST_F(HttpTest, HasTheDoctorLookBesideIt) {
  EXPECT_THAT(ask("POST", "/api/doctor"), StartsWith("HTTP/1.1 202"));
  std::string found = ask("GET", "/api/doctor");
  while (found.find(R"("running":true)") != std::string::npos) found = ask("GET", "/api/doctor");
  EXPECT_THAT(found, HasSubstr("hub.running"));
  EXPECT_THAT(found, HasSubstr("kit.in_use"));
  stop();
}

}  // namespace chairhub::http_test
