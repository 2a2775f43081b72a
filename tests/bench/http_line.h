// One connection to a hub over HTTP, for benchmarks: asks, and reads the answer
// to its end.

#pragma once

#include <string>

namespace chairhub {

class HttpLine {
 public:
  explicit HttpLine(int port);
  ~HttpLine();
  HttpLine(const HttpLine&) = delete;
  HttpLine& operator=(const HttpLine&) = delete;

  // The body; throws unless the status is 200.
  std::string get(const std::string& path);
  // Says it and reads nothing.
  void say(const std::string& method, const std::string& path);
  // What has come since, waiting for at most so long; empty when nothing has.
  std::string hear(int milliseconds);
  int fd() const { return fd_; }

 private:
  int port_;
  int fd_ = -1;
};

// Where a hub in this output listens.
int port_in(const std::string& output);

}  // namespace chairhub
