// With a certificate nobody in the network listens.

#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/certificates.h"

namespace chairhub::web_tls_test {

using testing::HasSubstr;

class WebTlsTest : public testing::Test {
 protected:
  WebTlsTest() { make_certificates(bench.folder()); }
  void configure(const std::string& certificate, const std::string& key) const {
    bench.configure(R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 1 })", 0,
                    "[web]\nport = 0\ncertificate = \"" + certificate + "\"\nkey = \"" + key + "\"\n");
  }
  std::string curl(const std::string& more) const {
    ChildProcess shell({"/bin/sh", "-c", "cd " + bench.folder().string() + " && curl -sS -m 20 -i " + more + " 2>&1"});
    shell.wait();
    return shell.output();
  }

  Workbench bench;
};

TEST_F(WebTlsTest, TheWayToThePageIsEncrypted) {
  configure("server.crt", "server.key");
  const auto hub = bench.start({"run", "--config", bench.file("hub.toml")});
  const std::string before = "web: https://";
  ASSERT_TRUE(hub->says(before)) << hub->output();
  ASSERT_TRUE(hub->says("/\n")) << hub->output();
  const auto at = hub->output().find(before) + before.size();
  const std::string site = hub->output().substr(at, hub->output().find("/\n", at) - at);
  EXPECT_THAT(curl("--cacert ca.crt https://" + site + "/api/chairs"), HasSubstr("desk"));
  EXPECT_THAT(curl("--cacert ca.crt --tlsv1.2 --tls-max 1.2 https://" + site + "/healthz"), HasSubstr("200"));
  EXPECT_THAT(
      curl("--cacert ca.crt -H 'Origin: https://" + site + "' -d ON https://" + site + "/api/chairs/desk/set/meeting"),
      HasSubstr("204"));
  EXPECT_THAT(curl("--cacert stranger.crt https://" + site + "/healthz"), HasSubstr("curl: (60)"));
  EXPECT_THAT(curl("--cacert ca.crt --tls-max 1.1 https://" + site + "/healthz"), HasSubstr("curl: ("));
  EXPECT_THAT(curl("http://" + site + "/healthz"), HasSubstr("curl: ("));
  EXPECT_THAT(curl("--cacert ca.crt https://" + site + "/healthz"), HasSubstr("200")) << "it goes on after all that";
  hub->signal(SIGTERM);
  EXPECT_EQ(hub->wait(), 0) << hub->output();
}

TEST_F(WebTlsTest, AKeyOfAnotherCertificateIsNamed) {
  configure("server.crt", "client.key");
  const Finished refused = bench.chairhub({"run", "--config", bench.file("hub.toml")});
  EXPECT_NE(refused.exit_code, 0);
  EXPECT_THAT(refused.output, HasSubstr("certificate and key"));
  configure("none.crt", "server.key");
  EXPECT_THAT(bench.chairhub({"run", "--config", bench.file("hub.toml")}).output, HasSubstr("none.crt cannot be read"));
}

}  // namespace chairhub::web_tls_test
