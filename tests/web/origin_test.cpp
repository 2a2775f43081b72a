#include "hub/web/origin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::origin_test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string refusal(const std::string& host, const std::string& origin = "", int port = 8080) {
  HttpRequest request;
  request.method = "POST";
  request.path = "/api/chairs/desk/set/alerts";
  request.host = host;
  request.origin = origin;
  return refusal_of(request, port);
}

TEST(Origin, LetsThisMachineTalkToItself) {
  for (const char* host : {"localhost:8080", "127.0.0.1:8080", "[::1]:8080"}) EXPECT_THAT(refusal(host), IsEmpty());
  EXPECT_THAT(refusal("localhost", "", 80), IsEmpty());
}

TEST(Origin, RefusesANameThatSomebodyPointsAtThisMachine) {
  for (const char* host : {"", "evil.example", "evil.example:8080", "localhost.evil.example:8080", "localhost:8081",
                           "localhost", "127.0.0.1:8080.evil.example"})
    EXPECT_THAT(refusal(host), HasSubstr("use localhost:8080")) << host;
}

TEST(Origin, RefusesPagesOfOtherSites) {
  EXPECT_THAT(refusal("localhost:8080", "http://localhost:8080"), IsEmpty());
  for (const char* origin :
       {"https://evil.example", "http://evil.example:8080", "null", "http://localhost:3000", "https://localhost:8080"})
    EXPECT_THAT(refusal("localhost:8080", origin), HasSubstr("may not talk")) << origin;
}

}  // namespace chairhub::origin_test
