// A password is made at the terminal or by a script, and opens the page.

#include <sys/wait.h>

#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/places.h"
#include "tests/support/terminal_process.h"

namespace chairhub::web_password_test {

using testing::HasSubstr;
using testing::Not;

class WebPasswordTest : public testing::Test {
 protected:
  // Runs a line of the shell in the folder; what it printed.
  std::string sh(const std::string& line) const {
    ChildProcess shell({"/bin/sh", "-c", "cd " + bench.folder().string() + " && " + line});
    exit_code = shell.wait();
    return shell.output();
  }
  // The hash that a script makes.
  std::string hash_of(const std::string& password) const {
    return sh("printf '" + password + "\\n' | " + chairhub_program().string() + " web-password 2>/dev/null");
  }

  Workbench bench;
  mutable int exit_code = 0;
};

TEST_F(WebPasswordTest, IsAskedForTwiceAndShownNever) {
  TerminalProcess command({chairhub_program().string(), "web-password"});
  ASSERT_TRUE(command.says("Password:"));
  command.answer("seven chairs");
  ASSERT_TRUE(command.says("again:"));
  command.answer("seven chairs");
  EXPECT_TRUE(command.says("password_hash = \"$argon2id$"));
  EXPECT_EQ(command.wait(), 0);
  EXPECT_THAT(command.output(), Not(HasSubstr("seven")));
}

TEST_F(WebPasswordTest, TheTwoHaveToBeTheSame) {
  TerminalProcess command({chairhub_program().string(), "web-password"});
  ASSERT_TRUE(command.says("Password:"));
  command.answer("seven chairs");
  ASSERT_TRUE(command.says("again:"));
  command.answer("seven chars");
  EXPECT_EQ(command.wait(), 1);
  EXPECT_THAT(command.output(), HasSubstr("not the same"));
}

TEST_F(WebPasswordTest, AShortOneIsNoPassword) {
  EXPECT_THAT(sh("echo chairs | " + chairhub_program().string() + " web-password 2>&1"), HasSubstr("too short"));
  EXPECT_EQ(exit_code, 1);
}

TEST_F(WebPasswordTest, OpensThePageThatIsClosedWithoutIt) {
  bench.configure(R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 1 })", 0,
                  "[web]\nport = 0\n" + hash_of("seven chairs"));
  const auto hub = bench.start({"run", "--config", bench.file("hub.toml")});
  const std::string before = "web: http://localhost:";
  ASSERT_TRUE(hub->says(before)) << hub->output();
  ASSERT_TRUE(hub->says("/\n")) << hub->output();
  const auto at = hub->output().find(before) + before.size() - std::string("localhost:").size();
  const std::string site = hub->output().substr(at, hub->output().find("/\n", at) - at);
  const std::string curl = "curl -s -m 20 -w ' %{http_code}' ";
  EXPECT_THAT(sh(curl + site + "/api/chairs"), HasSubstr("log in first"));
  const std::string log_in = curl + "-c jar -H 'Content-Type: application/json' " + site + "/api/session -d ";
  EXPECT_THAT(sh(log_in + R"('{"password": "eight chairs"}')"), HasSubstr(" 401"));
  EXPECT_THAT(sh(log_in + R"('{"password": "seven chairs"}')"), HasSubstr(R"("access":"owner")"));
  EXPECT_THAT(sh(curl + "-b jar " + site + "/api/chairs"), HasSubstr("desk"));
  EXPECT_THAT(sh(curl + "-b jar -d ON " + site + "/api/chairs/desk/set/meeting"), HasSubstr("X-CSRF-Token"));
  EXPECT_THAT(sh(curl + "-u :'seven chairs' -d ON " + site + "/api/chairs/desk/set/meeting"), HasSubstr(" 204"));
  hub->signal(SIGTERM);
  EXPECT_EQ(hub->wait(), 0) << hub->output();
}

}  // namespace chairhub::web_password_test
