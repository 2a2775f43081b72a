#include "hub/web/texts_json.h"

#include "hub/core/page_texts.h"
#include "hub/core/phrases.h"
#include "hub/web/json.h"

namespace chairhub {

std::string texts_json(Language language) {
  Json texts = Json::object();
  for (const PageText& one : page_texts(language)) texts.push_back({std::string(one.key), std::string(one.text)});
  for (const PageText& one : phrases(language))
    texts.push_back({"said." + std::string(one.key), std::string(one.text)});
  return body_of(texts);
}

}  // namespace chairhub
