// A program run by a test: started, listened to, signalled, and never left
// behind, not even when the test itself is killed.

#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace chairhub {

class ChildProcess {
 public:
  // `arguments` begin with the path of the program.
  explicit ChildProcess(const std::vector<std::string>& arguments);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // Waits until `words` stand in what it printed. False when it ends before,
  // or when the time is over.
  bool says(std::string_view words, std::chrono::milliseconds within = std::chrono::seconds(20));
  // The same, but behind all words that it was heard to say before.
  bool says_next(std::string_view words, std::chrono::milliseconds within = std::chrono::seconds(20));
  void signal(int number) const;
  // Hears it out and waits for its end; the exit code, or 128 plus the signal's number.
  int wait();
  const std::string& output() const { return output_; }
  pid_t pid() const { return pid_; }  // -1 once it has ended

 private:
  bool says_behind(std::size_t place, std::string_view words, std::chrono::milliseconds within);
  void listen_to_the_end();

  pid_t pid_ = -1;
  int from_child_ = -1;
  int exit_code_ = -1;
  std::string output_;
  std::size_t heard_ = 0;  // of the output: up to the last words that were waited for
};

// Runs to the end; throws with what was printed unless it exits with 0.
void run(const std::vector<std::string>& arguments);

}  // namespace chairhub
