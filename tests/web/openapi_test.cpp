// The document and the API say the same.

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/web/api.h"
#include "tests/support/places.h"
#include "tests/web/schema.h"

namespace chairhub::openapi_test {

using ::testing::ContainerEq;
using ::testing::IsEmpty;
using Json = nlohmann::json;

// "GET /api/hub" of each.
std::set<std::string> documented() {
  std::set<std::string> all;
  const Json document = openapi();
  for (const auto& [path, methods] : document.at("paths").items())
    for (const auto& [method, operation] : methods.items()) {
      std::string word = method;
      std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::toupper(c); });
      all.insert(word + " " + path);
    }
  return all;
}

TEST(OpenApi, HasEveryPathThatThereIsAndNoOther) {
  // The gate answers who logs in before the API is asked.
  std::set<std::string> known = {"GET /api/session", "POST /api/session", "DELETE /api/session"};
  for (const ApiPath& one : api_paths()) known.insert(std::string(one.method) + " " + std::string(one.path));
  EXPECT_THAT(documented(), ContainerEq(known));
}

TEST(OpenApi, SaysWhoMayAskAndNamesEachParameter) {
  const Json document = openapi();
  for (const auto& [path, methods] : document.at("paths").items())
    for (const auto& [method, operation] : methods.items()) {
      EXPECT_TRUE(operation.contains("summary")) << path;
      EXPECT_TRUE(operation.contains("x-access")) << path;
      for (const Json& parameter : operation.value("parameters", Json::array()))
        EXPECT_TRUE(parameter.contains("$ref") || parameter.contains("description")) << path;
      EXPECT_TRUE(operation.at("responses").contains("400")) << path;
    }
}

// "/api/chairs/desk/set/NAME" is how people read "/api/chairs/{chair}/set/{name}".
std::string for_people(std::string path) {
  for (const auto& [pattern, words] :
       {std::pair("{chair}", "desk"), std::pair("texts/{name}", "texts/en"), std::pair("{name}", "NAME")})
    if (const auto at = path.find(pattern); at != std::string::npos)
      path.replace(at, std::string(pattern).size(), words);
  return path;
}

TEST(OpenApi, HasEveryPathInTheManualToo) {
  std::ifstream file(source_folder() / "docs/http.md");
  const std::string manual((std::istreambuf_iterator<char>(file)), {});
  const std::set<std::string> beside_state = {"settings", "diag", "calibration"};
  for (const ApiPath& one : api_paths()) {
    const std::string path = for_people(std::string(one.path));
    const std::string last = path.substr(path.rfind('/') + 1);
    EXPECT_THAT(manual, ::testing::HasSubstr(beside_state.count(last) > 0 ? "`" + last + "`" : path));
  }
}

TEST(OpenApi, HasExamplesThatFitTheirSchemas) {
  EXPECT_THAT(misfits_of_answer(Json::parse(R"([{"id":"desk","name":"Desk"}])"), "get", "/api/chairs"), IsEmpty());
  const Json document = openapi();
  for (const auto& [path, methods] : document.at("paths").items())
    for (const auto& [method, operation] : methods.items())
      for (const auto& [status, answer] : operation.at("responses").items()) {
        if (!answer.contains("content") || !answer["content"].contains("application/json")) continue;
        const Json& json = answer["content"]["application/json"];
        if (!json.contains("example")) continue;
        EXPECT_THAT(misfits_of_answer(json["example"], method, path, status), IsEmpty());
      }
}

TEST(Schema, SaysWhereAValueDoesNotFit) {
  EXPECT_THAT(misfits(Json::parse(R"({"id": 3, "more": 1})"), "ChairName"),
              ::testing::UnorderedElementsAre("ChairName lacks \"name\"", "ChairName.id is 3, not \"string\"",
                                              "ChairName has more, which nobody knows"));
}

}  // namespace chairhub::openapi_test
