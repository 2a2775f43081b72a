// A real Mosquitto on a free port of this machine, with its files in a
// temporary folder; gone when the test ends. Keeps nothing over a restart, so
// that a test sees what the hub fills in again.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/child_process.h"

namespace chairhub {

struct MosquittoOptions {
  std::string user = {};  // empty: anybody
  std::string password = {};
  bool tls = false;
  bool asks_for_client_certificate = false;
  bool refuses_subscriptions = false;
  std::string access_list = {};                                      // a file with who may what; empty: everybody all
  std::vector<std::pair<std::string, std::string>> more_users = {};  // with their passwords
};

class Mosquitto {
 public:
  explicit Mosquitto(MosquittoOptions options = {});
  ~Mosquitto();
  Mosquitto(const Mosquitto&) = delete;
  Mosquitto& operator=(const Mosquitto&) = delete;

  void start();   // on the same port
  void stop();    // -TERM: says goodbye to its clients
  void kill();    // -KILL
  void freeze();  // -STOP: alive, and answers nothing
  void thaw();

  int port() const { return port_; }
  pid_t pid() const { return process_->pid(); }
  // Certificates when TLS is on: ca.crt, client.crt, client.key, stranger.crt (another authority).
  std::string file(const std::string& name) const { return (folder_ / name).string(); }

 private:
  void write_configuration() const;
  bool try_start();

  MosquittoOptions options_;
  std::filesystem::path folder_;
  int port_ = 0;
  std::unique_ptr<ChildProcess> process_;
};

}  // namespace chairhub
