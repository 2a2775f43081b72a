#include "tests/support/terminal_process.h"

#include <array>
#include <csignal>
#include <stdexcept>

#include <poll.h>
#include <pty.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace chairhub {

TerminalProcess::TerminalProcess(const std::vector<std::string>& arguments) {
  std::vector<std::string> owned = arguments;
  std::vector<char*> argv;
  for (std::string& argument : owned) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
  if (pid_ < 0) throw std::runtime_error("no terminal for " + arguments.front());
  if (pid_ > 0) return;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::execv(argv.front(), argv.data());
  ::_exit(127);
}

TerminalProcess::~TerminalProcess() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    wait();
  }
  ::close(terminal_);
}

// False when nothing comes any more.
bool TerminalProcess::listen(int timeout_ms) {
  pollfd waiting{.fd = terminal_, .events = POLLIN, .revents = 0};
  if (::poll(&waiting, 1, timeout_ms) <= 0) return false;
  std::array<char, 4096> buffer{};
  const ssize_t length = ::read(terminal_, buffer.data(), buffer.size());  // fails once the program has ended
  has_hung_up_ = length <= 0;
  if (!has_hung_up_) output_.append(buffer.data(), static_cast<std::size_t>(length));
  return !has_hung_up_;
}

bool TerminalProcess::says(std::string_view words, std::chrono::milliseconds within) {
  const auto end = std::chrono::steady_clock::now() + within;
  std::size_t at = 0;
  while ((at = output_.find(words, heard_)) == std::string::npos) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (left.count() <= 0 || !listen(static_cast<int>(left.count()))) return false;
  }
  heard_ = at + words.size();
  return true;
}

void TerminalProcess::type(std::string_view keys) const {
  if (::write(terminal_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size()))
    throw std::runtime_error("the terminal takes no keys");
}

int TerminalProcess::wait() {
  constexpr int patience_ms = 60'000;  // for each line: whoever still waits for an answer then never gets one
  while (listen(patience_ms)) {
  }
  if (!has_hung_up_) ::kill(pid_, SIGKILL);
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace chairhub
