// The files of the page, read once and kept: what is asked for is looked up by
// name, never opened, so no path leads out of the folder and no slow disk holds
// the loop up.

#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "hub/core/result.h"
#include "hub/web/http.h"

namespace chairhub {

// A folder with more is none of a page: somebody named the wrong one.
inline constexpr std::size_t max_page_bytes = std::size_t{32} * 1024 * 1024;
inline constexpr std::size_t max_page_files = 1000;

class Files {
 public:
  // Without such a folder there is a page that says so. Links that lead out of it are left out.
  static Result<Files> read(const std::filesystem::path& folder);

  // "/" and whatever looks like a page's address is index.html; the page itself knows its addresses.
  HttpResponse answer(const HttpRequest& request) const;

 private:
  struct File {
    std::string content_type;
    std::string body;
    std::string packed;  // empty: it is not worth it
    std::string version;
    bool never_changes = false;  // its name changes with its content
  };
  explicit Files(std::string folder) : folder_(std::move(folder)) {}
  const File* find(const std::string& path) const;
  Result<void> add(const std::string& path, const std::filesystem::path& file);
  void pack();

  std::string folder_;
  std::map<std::string, File> files_;
  std::size_t bytes_ = 0;
};

}  // namespace chairhub
