#include "tests/support/child_process.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace chairhub {
namespace {

[[noreturn]] void become(const std::vector<std::string>& arguments, std::vector<char*>& argv, int output) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);  // it must not wait for whoever runs the tests
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  ::execv(arguments.front().c_str(), argv.data());
  ::_exit(127);
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& arguments) {
  std::vector<std::string> owned = arguments;
  std::vector<char*> argv;
  for (std::string& argument : owned) argv.push_back(argument.data());
  argv.push_back(nullptr);

  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe for " + arguments.front());
  pid_ = ::fork();
  if (pid_ == 0) become(arguments, argv, ends[1]);
  ::close(ends[1]);
  from_child_ = ends[0];
  if (pid_ < 0) throw std::runtime_error("cannot start " + arguments.front());
}

ChildProcess::~ChildProcess() {
  if (pid_ > 0) {
    signal(SIGKILL);
    wait();
  }
  ::close(from_child_);
}

bool ChildProcess::says(std::string_view words, std::chrono::milliseconds within) {
  return says_behind(0, words, within);
}

bool ChildProcess::says_next(std::string_view words, std::chrono::milliseconds within) {
  return says_behind(heard_, words, within);
}

bool ChildProcess::says_behind(std::size_t place, std::string_view words, std::chrono::milliseconds within) {
  const auto end = std::chrono::steady_clock::now() + within;
  std::size_t found = 0;
  while ((found = output_.find(words, place)) == std::string::npos) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd waiting{.fd = from_child_, .events = POLLIN, .revents = 0};
    if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return false;
    std::array<char, 4096> buffer{};
    const ssize_t length = ::read(from_child_, buffer.data(), buffer.size());
    if (length <= 0) return false;
    output_.append(buffer.data(), static_cast<std::size_t>(length));
  }
  heard_ = std::max(heard_, found + words.size());
  return true;
}

// What a program says last belongs to its output, and a full pipe must not keep it from ending.
void ChildProcess::listen_to_the_end() {
  std::array<char, 4096> buffer{};
  for (ssize_t length = 1; length > 0;) {
    length = ::read(from_child_, buffer.data(), buffer.size());
    if (length > 0) output_.append(buffer.data(), static_cast<std::size_t>(length));
  }
}

void ChildProcess::signal(int number) const {
  if (pid_ > 0) ::kill(pid_, number);
}

int ChildProcess::wait() {
  if (pid_ <= 0) return exit_code_;
  listen_to_the_end();
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return exit_code_;
}

void run(const std::vector<std::string>& arguments) {
  ChildProcess process(arguments);
  if (process.wait() != 0) throw std::runtime_error(arguments.front() + " failed: " + process.output());
}

}  // namespace chairhub
