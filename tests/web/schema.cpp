#include "tests/web/schema.h"

#include <algorithm>
#include <map>

#include "hub/web/openapi.h"

namespace chairhub {
namespace {

using Json = nlohmann::json;

class Checker {
 public:
  explicit Checker(const Json& document) : document_(document) {}

  void check(const Json& value, const Json& schema, const std::string& place) {
    if (const auto ref = schema.find("$ref"); ref != schema.end())
      return check(value, document_.at(Json::json_pointer(ref->get<std::string>().substr(1))), place);
    if (const auto any = schema.find("anyOf"); any != schema.end()) return check_any(value, *any, place);
    if (const auto type = schema.find("type"); type != schema.end() && !is_of(value, *type))
      return misfits_.push_back(place + " is " + value.dump() + ", not " + type->dump());
    if (const auto words = schema.find("enum");
        words != schema.end() && std::find(words->begin(), words->end(), value) == words->end())
      misfits_.push_back(place + " is " + value.dump() + ", not one of " + words->dump());
    if (value.is_number() && value < schema.value("minimum", value)) misfits_.push_back(place + " is too small");
    if (value.is_object()) check_object(value, schema, place);
    if (value.is_array()) check_array(value, schema, place);
  }
  std::vector<std::string> take() { return std::move(misfits_); }

 private:
  static bool is_of(const Json& value, const Json& type) {
    if (type.is_array())
      return std::any_of(type.begin(), type.end(), [&](const Json& one) { return is_of(value, one); });
    const std::map<std::string, bool> is = {
        {"null", value.is_null()},     {"boolean", value.is_boolean()}, {"integer", value.is_number_integer()},
        {"number", value.is_number()}, {"string", value.is_string()},   {"array", value.is_array()},
        {"object", value.is_object()}};
    return is.at(type.get<std::string>());
  }
  void check_any(const Json& value, const Json& any, const std::string& place) {
    std::string best;
    for (const Json& schema : any) {
      Checker one(document_);
      one.check(value, schema, place);
      const auto wrong = one.take();
      if (wrong.empty()) return;
      best = wrong.front();
      if (value.is_object()) break;
    }
    misfits_.push_back(best);
  }
  void check_object(const Json& value, const Json& schema, const std::string& place) {
    const Json none = Json::object();
    const Json& known = schema.contains("properties") ? schema.at("properties") : none;
    const Json others = schema.value("additionalProperties", Json(true));
    for (const Json& key : schema.value("required", Json::array()))
      if (!value.contains(key.get<std::string>())) misfits_.push_back(place + " lacks " + key.dump());
    for (const auto& [key, its] : value.items()) {
      if (known.contains(key))
        check(its, known.at(key), place + "." + key);
      else if (others.is_object())
        check(its, others, place + "." + key);
      else if (others == false)
        misfits_.push_back(place + " has " + key + ", which nobody knows");
    }
  }
  void check_array(const Json& value, const Json& schema, const std::string& place) {
    if (value.size() < schema.value("minItems", std::size_t{0})) misfits_.push_back(place + " is too short");
    if (!schema.contains("items")) return;
    for (std::size_t i = 0; i < value.size(); ++i)
      check(value[i], schema.at("items"), place + "[" + std::to_string(i) + "]");
  }

  const Json& document_;
  std::vector<std::string> misfits_;
};

}  // namespace

nlohmann::json openapi() {
  return Json::parse(openapi_document());
}

std::vector<std::string> misfits(const Json& value, const std::string& schema) {
  const Json document = openapi();
  Checker checker(document);
  checker.check(value, document.at("components").at("schemas").at(schema), schema);
  return checker.take();
}

std::vector<std::string> misfits_of_answer(const Json& value, const std::string& method, const std::string& path,
                                           const std::string& status) {
  const Json document = openapi();
  Checker checker(document);
  checker.check(value,
                document.at("paths")
                    .at(path)
                    .at(method)
                    .at("responses")
                    .at(status)
                    .at("content")
                    .at("application/json")
                    .at("schema"),
                path);
  return checker.take();
}

}  // namespace chairhub
