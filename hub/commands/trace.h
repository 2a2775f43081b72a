// The trace of a replay: one CSV row for every row of the recording, with what
// the detection said there.

#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "hub/core/observation.h"
#include "hub/core/result.h"

namespace chairhub {

class Trace {
 public:
  static Result<Trace> create(const std::filesystem::path& file);

  // `t_ms` is the recording's own text, handed on as it is.
  Result<void> add(std::string_view t_ms, const Observation& observation);
  Result<void> finish();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  Trace(std::filesystem::path path, std::FILE* file) : path_(std::move(path)), file_(file) {}
  Result<void> flush();

  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Close> file_;
  std::string buffer_;
  std::string columns_;  // everything behind t_ms; changes only with a tick
};

// "1684505505149,supported,1,1,0,none,1,static_too_long" without the time.
std::string trace_columns(const Observation& observation);

}  // namespace chairhub
