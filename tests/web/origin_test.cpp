#include "hub/web/origin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::origin_test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class OriginTest : public ::testing::Test {
 protected:
  OriginTest() {
    request_.method = "POST";
    request_.path = "/api/chairs/desk/set/alerts";
    request_.host = "localhost:8080";
    request_.server_address = "127.0.0.1";
    request_.server_port = 8080;
  }
  std::string of_host(const std::string& host) {
    request_.host = host;
    return refusal_of(request_, names_);
  }
  std::string of_page(const std::string& origin) {
    request_.origin = origin;
    return refusal_of(request_, names_);
  }
  std::string of_site(const std::string& site, const std::string& method, const std::string& path) {
    request_.fetch_site = site;
    request_.method = method;
    request_.path = path;
    return refusal_of(request_, names_);
  }

  HttpRequest request_;
  std::vector<std::string> names_;
};

TEST_F(OriginTest, LetsThisMachineTalkToItself) {
  for (const char* host : {"localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:8080"})
    EXPECT_THAT(of_host(host), IsEmpty()) << host;
  request_.server_port = 80;
  EXPECT_THAT(of_host("localhost"), IsEmpty());
  request_.encrypted = true;
  request_.server_port = 443;
  EXPECT_THAT(of_host("localhost"), IsEmpty());
}

TEST_F(OriginTest, KnowsTheAddressThatItWasReachedBy) {
  request_.server_address = "192.168.1.5";
  EXPECT_THAT(of_host("192.168.1.5:8080"), IsEmpty());
  EXPECT_THAT(of_host("192.168.1.6:8080"), HasSubstr("is not this server"));
  request_.server_address = "fd00::5";
  EXPECT_THAT(of_host("[fd00::5]:8080"), IsEmpty());
  EXPECT_THAT(of_host("[fd00::6]:8080"), HasSubstr("is not this server"));
}

TEST_F(OriginTest, RefusesANameThatSomebodyPointsAtThisMachine) {
  for (const char* host :
       {"", "evil.example", "evil.example:8080", "localhost.evil.example:8080", "localhost:8081", "localhost",
        "127.0.0.1:8080.evil.example", "localhost:8080:8080", ":8080", "localhost:", "localhost:08080", "[::1", "]"})
    EXPECT_THAT(of_host(host), HasSubstr("use localhost:8080")) << host;
}

TEST_F(OriginTest, KnowsTheNamesOfTheConfiguration) {
  names_ = {"chair.local", "chair.example.org"};
  for (const char* host : {"chair.local:8080", "Chair.Local:8080", "chair.example.org", "chair.example.org:443"})
    EXPECT_THAT(of_host(host), IsEmpty()) << host;
  for (const char* host : {"chair.locale:8080", "my.chair.local:8080", "chair.local:http"})
    EXPECT_THAT(of_host(host), HasSubstr("is not this server")) << host;
}

TEST_F(OriginTest, RefusesPagesOfOtherSites) {
  EXPECT_THAT(of_page("http://localhost:8080"), IsEmpty());
  for (const char* origin : {"https://evil.example", "http://evil.example:8080", "null", "http://localhost:3000",
                             "https://localhost:8080", "http://127.0.0.1:8080", "http://", "localhost:8080"})
    EXPECT_THAT(of_page(origin), HasSubstr("may not talk")) << origin;
}

TEST_F(OriginTest, AnEncryptedPageIsNoPlainOne) {
  request_.encrypted = true;
  EXPECT_THAT(of_page("https://localhost:8080"), IsEmpty());
  EXPECT_THAT(of_page("http://localhost:8080"), HasSubstr("may not talk"));
}

TEST_F(OriginTest, WhoStandsBeforeTheServerMayEncrypt) {
  names_ = {"chair.example.org"};
  request_.host = "chair.example.org";
  EXPECT_THAT(of_page("https://chair.example.org"), IsEmpty());
  EXPECT_THAT(of_page("https://evil.example"), HasSubstr("may not talk"));
}

TEST_F(OriginTest, BelievesABrowserThatSaysItComesFromElsewhere) {
  for (const char* site : {"same-origin", "none", ""})
    EXPECT_THAT(of_site(site, "POST", "/api/chairs/desk/cmd/tare"), IsEmpty()) << site;
  for (const char* site : {"cross-site", "same-site", "odd"}) {
    EXPECT_THAT(of_site(site, "POST", "/api/chairs/desk/cmd/tare"), HasSubstr("may not talk")) << site;
    EXPECT_THAT(of_site(site, "GET", "/api/chairs/desk/state"), HasSubstr("may not talk")) << site;
    EXPECT_THAT(of_site(site, "GET", "/metrics"), HasSubstr("may not talk")) << site;
    EXPECT_THAT(of_site(site, "POST", "/"), HasSubstr("may not talk")) << site;
  }
  EXPECT_THAT(of_site("cross-site", "GET", "/day"), IsEmpty()) << "a link to the page may stand anywhere";
}

}  // namespace chairhub::origin_test
