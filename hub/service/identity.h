// What this installation is called outside: an id made once, which Home
// Assistant's unique ids are built from, and what was announced there and may
// still stand in the broker. Kept in a file beside the database, so that a new
// database changes neither.

#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "hub/core/result.h"
#include "hub/mqtt/discovery.h"

namespace chairhub {

class Identity {
 public:
  // Reads the file; makes a new id when there is none.
  static Result<Identity> load(const std::filesystem::path& file);

  const std::string& install_id() const { return install_id_; }
  // Oldest first; more than one while the broker may not have heard yet that an earlier one is void.
  std::span<const Announced> announced(const std::string& chair) const;

  // Every chair that was announced, also one that is not configured any more.
  std::vector<std::string> chairs() const;

  // What is announced for `chair` from now on.
  void remember(const std::string& chair, const Announced& announced);
  // The broker has the latest of it, and nothing else any more.
  void settle(const std::string& chair);
  void forget(const std::string& chair);
  bool has_news() const { return !is_saved_; }  // since the last save()
  // Writes the file when there is something new in it: once for many chairs.
  Result<void> save();

 private:
  explicit Identity(std::filesystem::path file) : file_(std::move(file)) {}

  std::filesystem::path file_;
  std::string install_id_;
  std::map<std::string, std::vector<Announced>> announced_;
  bool is_saved_ = true;
};

// Where the identity of an installation with this database lies.
std::filesystem::path identity_file(const std::filesystem::path& database);

}  // namespace chairhub
