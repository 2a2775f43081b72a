// Whatever bytes come in at the socket: the server goes on, and never says that
// it is its own fault. Requests are grown from pieces of good ones and then
// spoilt; the same ones each time, and more with CHAIRHUB_FUZZ_ROUNDS.

#include <cstdlib>
#include <random>

#include <gmock/gmock.h>

#include "hub/web/api.h"
#include "hub/web/event_stream.h"
#include "hub/web/files.h"
#include "hub/web/gate.h"
#include "hub/web/origin.h"
#include "tests/support/temporary_folder.h"
#include "tests/web/calm_hub.h"
#include "tests/web/client.h"

namespace chairhub::web_test {

constexpr std::array<const char*, 9> methods = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "get", ""};
constexpr std::array<const char*, 16> paths = {"/",
                                               "/day",
                                               "/app.js",
                                               "/healthz",
                                               "/metrics",
                                               "/api",
                                               "/api/chairs",
                                               "/api/chairs/desk/state",
                                               "/api/chairs/desk/set/meeting",
                                               "/api/chairs/desk/cmd/snooze",
                                               "/api/session",
                                               "/api/events",
                                               "/api/export",
                                               "/../../etc/passwd",
                                               "/%2e%2e/%00",
                                               "/a?b=c&d=%41+e&&="};
constexpr std::array<const char*, 22> header_lines = {"Host: localhost:PORT",
                                                      "Host: localhost:PORT",
                                                      "Host: localhost:PORT",
                                                      "Host: evil.example",
                                                      "Origin: http://localhost:PORT",
                                                      "Origin: null",
                                                      "Cookie: chairhub_session=abc; ;=; a",
                                                      "Authorization: Basic bWU6c2V2ZW4gY2hhaXJz",
                                                      "Authorization: Basic ====",
                                                      "Content-Type: application/json",
                                                      "Content-Length: 0",
                                                      "Content-Length: 5",
                                                      "Content-Length: 99999999999999999999",
                                                      "Content-Length: -1",
                                                      "Transfer-Encoding: chunked",
                                                      "Accept-Encoding: gzip;q=,,;*",
                                                      "If-None-Match: W/\"a\", *",
                                                      "Connection: close",
                                                      "Connection: Upgrade, keep-alive",
                                                      "Expect: 100-continue",
                                                      "Sec-Fetch-Site: cross-site",
                                                      "Range: bytes=0-"};
constexpr std::array<const char*, 8> bodies = {"",
                                               "ON",
                                               R"({"password": "seven chairs"})",
                                               "{\"password\": \"\xff\"}",
                                               "5\r\nhello\r\n0\r\n\r\n",
                                               "ffffffffffffffffff\r\nx",
                                               "[[[[[[",
                                               "0\r\n\r\n"};

class AnyBytesTest : public ServerTest {
 protected:
  AnyBytesTest() {
    std::filesystem::create_directory(folder_.path() / "page");
    folder_.write("page/index.html", "<p>page");
    folder_.write("page/app.js", std::string(5000, 'x'));
    files_ = std::make_unique<Files>(*Files::read(folder_.path() / "page"));
    serve("");
  }
  void serve(const std::string& password_hash) {
    GateSettings settings;
    settings.password_hash = password_hash;
    gate_ = std::make_shared<Gate>(
        settings,
        [](const std::function<void()>& work, const std::function<void()>& done) {
          work();
          done();
        },
        [this](const HttpRequest& request, const Reply& reply) { reply(behind_the_gate(request)); });
    answer_ = [this](const HttpRequest& request, const Reply& reply) { gate_->pass(request, reply); };
  }
  HttpResponse behind_the_gate(const HttpRequest& request) const {
    HttpResponse response;
    if (request.path == "/api/events") {
      response.events = std::make_shared<EventStream>();
      response.events->send("state", "{}");
      response.events->close();
    } else if (request.path == "/api/export") {
      response.pieces = pieces_of([left = 3]() mutable { return left-- > 0 ? std::string(20'000, 'x') : ""; });
    } else {
      if (!is_data(request) && request.path != "/healthz") return files_->answer(request);
      api_.answer(request, [&response](HttpResponse given) { response = std::move(given); });
    }
    return response;
  }

  template <class Words>
  std::string one_of(const Words& words) {
    return words.at(random_() % words.size());
  }
  std::string grown_request() {
    std::string text = one_of(methods) + " " + one_of(paths) + " HTTP/1.1\r\nHost: localhost:PORT\r\n";
    for (auto lines = random_() % 6; lines > 0; --lines) text += one_of(header_lines) + "\r\n";
    text += "\r\n" + one_of(bodies);
    for (std::size_t at = 0; (at = text.find("PORT")) != std::string::npos;)
      text.replace(at, 4, std::to_string(server_->port()));
    return text;
  }
  void spoil(std::string& text) {
    for (auto times = random_() % 4; times > 0 && !text.empty(); --times) {
      const std::size_t at = random_() % text.size();
      const std::size_t length = random_() % 8;
      switch (random_() % 5) {
        case 0:
          text[at] = static_cast<char>(random_());
          break;
        case 1:
          text.erase(at, length);
          break;
        case 2:
          text.insert(at, text.substr(random_() % text.size(), length));
          break;
        case 3:
          text.insert(at, std::string(length, static_cast<char>(random_())));
          break;
        default:
          text.resize(at);
      }
    }
  }
  // All that the server says to these bytes, which come in two parts.
  std::string answer_to(const std::string& bytes) {
    Client client(server_->port());
    const std::size_t half = bytes.empty() ? 0 : random_() % bytes.size();
    client.say(bytes.substr(0, half));
    turn_until_quiet(client);
    client.say(bytes.substr(half));
    turn_until_quiet(client);
    return client.heard();
  }
  void turn_until_quiet(Client& client) {
    while (server_->turn(now_) <= now_ || client.hears_more(*server_)) {
    }
  }
  void expect_no_fault(const std::string& answer, const std::string& bytes) const {
    // A version of HTTP that there is not is the one thing that is answered with a 505.
    const bool is_fault = answer.starts_with("HTTP/1.1 5") && !answer.starts_with("HTTP/1.1 505");
    EXPECT_FALSE(is_fault) << ::testing::PrintToString(bytes) << "\n" << answer;
    EXPECT_EQ(answer.find("\r\n\r\nHTTP/1.1 50"), std::string::npos) << ::testing::PrintToString(bytes);
  }
  static int rounds() {
    const char* more = std::getenv("CHAIRHUB_FUZZ_ROUNDS");
    return more ? std::atoi(more) : 500;
  }

  TemporaryFolder folder_;
  std::unique_ptr<Files> files_;
  std::shared_ptr<Gate> gate_;
  const Api api_{calm_hub()};
  std::minstd_rand random_{7};
  SteadyTime now_{};
};

TEST_F(AnyBytesTest, NoiseIsNoRequest) {
  for (int i = 0; i < rounds(); ++i) {
    std::string noise(random_() % 300, '\0');
    for (char& c : noise) c = static_cast<char>(random_() >> 8U);
    expect_no_fault(answer_to(noise), noise);
  }
  EXPECT_THAT(answer_to(request("GET", "/day")), ::testing::HasSubstr("<p>page"));
}

TEST_F(AnyBytesTest, SpoiltRequestsAreTheClientsFault) {
  int good = 0;
  for (int i = 0; i < rounds(); ++i) {
    std::string text = grown_request();
    spoil(text);
    const std::string answer = answer_to(text);
    expect_no_fault(answer, text);
    if (answer.starts_with("HTTP/1.1 20")) ++good;
  }
  EXPECT_GT(good, rounds() / 20) << "most of it must not be refused at the door";
  EXPECT_THAT(answer_to(request("GET", "/day")), ::testing::HasSubstr("<p>page"));
}

TEST_F(AnyBytesTest, AlsoBehindAPassword) {
  serve("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$c29tZXNhbHRzb21lc2FsdHNvbWVzYWx0c29tZXNhbHQ");
  for (int i = 0; i < rounds(); ++i) {
    now_ += Millis{10'000};
    std::string text = grown_request();
    spoil(text);
    expect_no_fault(answer_to(text), text);
  }
  EXPECT_THAT(answer_to(request("GET", "/api/chairs")), ::testing::HasSubstr("log in first"));
}

}  // namespace chairhub::web_test
