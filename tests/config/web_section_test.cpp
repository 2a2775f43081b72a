// Who may reach the page, by its table [web].

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/config/config.h"

namespace chairhub::web_section_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* hash = "password_hash = \"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$aGFzaA\"\n";

Result<Config> with(const std::string& web) {
  return parse_config("[[chair]]\nid = \"desk\"\nkit = { driver = \"simulated\" }\n[web]\n" + web,
                      "/etc/chairhub.toml");
}
std::string refusal(const std::string& web) {
  const auto config = with(web);
  return config ? "" : config.error().message;
}

TEST(WebSection, IsOffUntilItIsThere) {
  const auto config =
      parse_config("[[chair]]\nid = \"desk\"\nkit = { driver = \"simulated\" }\n", "/etc/chairhub.toml");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_FALSE(config->web.enabled);
  EXPECT_TRUE(with("")->web.enabled);
  EXPECT_EQ(with("")->web.address, "127.0.0.1");
}

TEST(WebSection, OpensToANetworkOnlyWithAPassword) {
  for (const char* address : {"0.0.0.0", "192.168.1.5", "::", "fd00::5"}) {
    const std::string line = std::string("address = \"") + address + "\"\n";
    EXPECT_THAT(refusal(line), HasSubstr("chairhub web-password")) << address;
    const auto config = with(line + hash);
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->web.address, address);
  }
  for (const char* address : {"127.0.0.1", "127.0.0.2", "::1"})
    EXPECT_EQ(refusal(std::string("address = \"") + address + "\"\n"), "");
}

TEST(WebSection, SaysWhatAnAddressIs) {
  for (const char* address : {"", "localhost", "chair.local", "0.0.0.0:80", "999.1.1.1"})
    EXPECT_THAT(refusal(std::string("address = \"") + address + "\"\n" + hash), HasSubstr("0.0.0.0 for every network"));
}

TEST(WebSection, TakesNamesWithoutWhatBelongsToAddresses) {
  EXPECT_THAT(with(R"(names = ["chair.local", "sit"])")->web.names, ElementsAre("chair.local", "sit"));
  for (const char* name : {"http://chair.local", "chair.local:8080", "", "*.local"})
    EXPECT_THAT(refusal(std::string("names = [\"") + name + "\"]\n"), HasSubstr("without http:// and port"));
  for (const char* list : {"\"chair.local\"", "[1]", "[\"a\", 2]"})
    EXPECT_THAT(refusal(std::string("names = ") + list + "\n"), HasSubstr("list of texts"));
}

TEST(WebSection, ShowsNobodyTheHash) {
  const auto config = with(hash);
  ASSERT_TRUE(config) << config.error().message;
  for (const ConfigValue& value : config->values) EXPECT_THAT(value.value, Not(HasSubstr("argon2")));
  EXPECT_THAT(refusal("password_hash = \"seven chairs\"\n"), HasSubstr("is no hash"));
  EXPECT_THAT(refusal("password_hash = \"seven chairs\"\n"), Not(HasSubstr("seven")));
}

TEST(WebSection, GuestsNeedAPasswordThatTheyDoNotHave) {
  EXPECT_TRUE(with(std::string("guest = \"read\"\n") + hash)->web.guests_read);
  EXPECT_FALSE(with(std::string("guest = \"none\"\n") + hash)->web.guests_read);
  EXPECT_THAT(refusal("guest = \"read\"\n"), HasSubstr("everybody may do everything"));
}

TEST(WebSection, ACertificateNeedsItsKey) {
  EXPECT_THAT(refusal("certificate = \"a.pem\"\n"), HasSubstr("belong together"));
  EXPECT_THAT(refusal("key = \"a.pem\"\n"), HasSubstr("belong together"));
  EXPECT_EQ(with("certificate = \"a.pem\"\nkey = \"k.pem\"\n")->web.key, "/etc/k.pem");
}

}  // namespace chairhub::web_section_test
