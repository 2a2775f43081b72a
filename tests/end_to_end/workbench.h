// A folder with a configuration, a database and the program itself, as
// somebody has them on a desk.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace chairhub {

struct Finished {
  int exit_code = 0;
  std::string output;  // stdout and stderr
};

class Workbench {
 public:
  const std::filesystem::path& folder() const { return folder_.path(); }
  std::string file(std::string_view name) const { return (folder_.path() / name).string(); }
  void write(std::string_view name, std::string_view text) const { folder_.write(name, text); }
  std::string read(std::string_view name) const { return folder_.read(name); }

  // hub.toml with one chair, "desk", its kit as given, the log in this folder,
  // and a broker when there is a port.
  void configure(const std::string& kit, int broker_port = 0, const std::string& more = "") const;

  // Runs the program to its end.
  Finished chairhub(const std::vector<std::string>& arguments) const;
  // Starts it; it is killed when the test ends, if it has not ended by itself.
  std::unique_ptr<ChildProcess> start(const std::vector<std::string>& arguments) const;

  // What `chairhub log --json` says of all of a year; the simulated chair sits in 2026.
  nlohmann::json log_of_the_year(int year = 2026) const;

 private:
  TemporaryFolder folder_;
};

// Everything a subscriber of a broker hears, as (topic, payload).
class Subscriber {
 public:
  explicit Subscriber(int port);

  struct Heard {
    std::string topic;
    std::string payload;
  };
  // What it has heard so far. `until` is a text to wait for first.
  std::vector<Heard> heard(const std::string& until);
  std::vector<nlohmann::json> payloads_of(const std::string& topic, const std::string& until);

 private:
  std::string port_;
  ChildProcess process_;
  int marks_ = 0;
};

}  // namespace chairhub
