// A program run by a test at a terminal of its own, so that it can ask
// questions; the test waits for them and types the answers.

#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace chairhub {

class TerminalProcess {
 public:
  // `arguments` begin with the path of the program.
  explicit TerminalProcess(const std::vector<std::string>& arguments);
  ~TerminalProcess();
  TerminalProcess(const TerminalProcess&) = delete;
  TerminalProcess& operator=(const TerminalProcess&) = delete;

  // Waits until `words` come behind what was waited for last. False when it ends before, or when the time is over.
  bool says(std::string_view words, std::chrono::milliseconds within = std::chrono::seconds(60));
  // A line, or what a key sends.
  void answer(std::string_view line) { type(std::string(line) + "\n"); }
  void press_ctrl_c() { type("\x03"); }
  // Waits for its end, but not when it says nothing for a minute: then it is killed. The exit code, or 128 plus the
  // signal's number.
  int wait();
  const std::string& output() const { return output_; }

 private:
  void type(std::string_view keys) const;
  bool listen(int timeout_ms);

  pid_t pid_ = -1;
  int terminal_ = -1;
  bool has_hung_up_ = false;
  std::string output_;
  std::size_t heard_ = 0;  // of the output, by says()
};

}  // namespace chairhub
