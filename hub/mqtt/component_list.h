// Collects the components of a chair's device message, each with what all of
// them have: identity, name and availability. Private to the files that say
// which there are.

#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <utility>

#include "hub/core/chair.h"
#include "hub/core/profile.h"
#include "hub/mqtt/components.h"
#include "hub/mqtt/json.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

// What an entity can only know while the pads can be believed.
enum class Needs { hub, sensors };

class ComponentList {
 public:
  using Fields = std::initializer_list<std::pair<const char*, Json>>;

  // `topics` outlives this.
  ComponentList(const Chair& chair, const Topics& topics, std::string unique_prefix);

  void add(const std::string& platform, const std::string& key, const Json& name, Needs needs, Fields fields);

  const Topics& topics() const { return topics_; }
  Json take() { return std::move(all_); }

 private:
  const Topics& topics_;
  std::string slug_;
  std::string unique_prefix_;
  Json all_ = Json::object();
};

// The two shapes of a template: a fact as a switch shows it, and a value as it is.
std::string is_on(const std::string& key);
std::string value_of(const std::string& key);

void add_settings(ComponentList& out, const Chair& chair, std::span<const Profile> profiles);
void add_diagnostics(ComponentList& out, const Chair& chair, const Extras& extras);

}  // namespace chairhub
