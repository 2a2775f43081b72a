#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <string>

#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/commands/terminal.h"
#include "hub/web/password.h"

namespace chairhub {
namespace {

// Nobody who looks over a shoulder reads what is typed meanwhile.
class Unseen {
 public:
  Unseen() {
    ::tcgetattr(STDIN_FILENO, &usual_);
    termios unseen = usual_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  ~Unseen() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual_); }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios usual_{};
};

// The question is no part of what the command prints, which somebody may pipe into a file.
std::string typed_unseen(const Terminal& terminal, std::string_view question) {
  const Unseen unseen;  // before it asks: what is typed from then on counts
  fmt::print(stderr, "{} ", question);
  std::string password = terminal.line_as_typed();
  fmt::print(stderr, "\n");
  return password;
}

std::string asked_password() {
  const Terminal terminal("no password was made");
  std::string password = typed_unseen(terminal, "Password:");
  if (password != typed_unseen(terminal, "The same again:"))
    throw CommandFailed{exit_failed, "the two are not the same; no password was made"};
  return password;
}

std::string piped_password() {
  std::string password;
  std::getline(std::cin, password);
  if (password.ends_with('\r')) password.pop_back();
  return password;
}

void make_password() {
  const std::string password = ::isatty(STDIN_FILENO) != 0 ? asked_password() : piped_password();
  if (password.size() < min_password_bytes)
    throw CommandFailed{
        exit_failed, fmt::format("the password is too short; {} characters or more are allowed", min_password_bytes)};
  fmt::print("password_hash = \"{}\"\n", hash_of_password(password));
  fmt::print(stderr, "Write this line below [web] in the configuration, and start the hub anew.\n");
}

}  // namespace

void add_web_password_command(CLI::App& app) {
  auto* command =
      app.add_subcommand("web-password", "Makes a password for the page: prints a line for the configuration");
  command->callback([] { make_password(); });
}

}  // namespace chairhub
