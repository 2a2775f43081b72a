#include "hub/commands/terminal.h"

#include <termios.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/platform/event_loop.h"

namespace chairhub {
namespace {

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

std::optional<long> long_of(const std::string& text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

void say(std::string_view text) {
  fmt::print("{}", text);
  std::fflush(stdout);
}

Terminal::Terminal(std::string broken_off) : broken_off_(std::move(broken_off)) {
  if (::isatty(STDIN_FILENO) == 0)
    throw CommandFailed{exit_usage, "this asks questions, and nobody can answer them here: run it in a terminal"};
}

void Terminal::break_off() const {
  say("\n");
  throw CommandFailed{exit_failed, broken_off_};
}

void Terminal::forget_typed() const {
  ::tcflush(STDIN_FILENO, TCIFLUSH);
}

std::string Terminal::line() const {
  return trimmed(line_as_typed());
}

std::string Terminal::line_as_typed() const {
  EventLoop loop;
  std::array<char, 512> typed{};
  ssize_t length = 0;
  loop.on_stop_signal([&] { loop.stop(); });
  loop.on_readable(STDIN_FILENO, [&] {
    length = ::read(STDIN_FILENO, typed.data(), typed.size());
    loop.stop();
  });
  loop.run();
  if (length <= 0) break_off();
  const std::string_view line(typed.data(), static_cast<std::size_t>(length));
  return std::string(line.substr(0, line.find('\n')));
}

std::string Terminal::ask(std::string_view question, std::string_view usual,
                          const std::function<std::string(const std::string&)>& refuse) const {
  while (true) {
    forget_typed();
    say(fmt::format("{}{} ", question, usual.empty() ? "" : fmt::format(" [{}]", usual)));
    std::string answer = line();
    if (answer.empty()) answer = usual;
    const std::string why = refuse ? refuse(answer) : "";
    if (why.empty()) return answer;
    say(fmt::format("  {}\n", why));
  }
}

bool Terminal::confirm(std::string_view question, bool usual) const {
  const std::string answer = ask(question, usual ? "Y/n" : "y/N", [](const std::string& given) {
    const bool is_known = given == "Y/n" || given == "y/N" || given.starts_with('y') || given.starts_with('Y') ||
                          given.starts_with('n') || given.starts_with('N');
    return is_known ? "" : "please answer y or n";
  });
  if (answer == "Y/n" || answer == "y/N") return usual;
  return answer.starts_with('y') || answer.starts_with('Y');
}

long Terminal::number(std::string_view question, long usual, long least, long most) const {
  const auto refuse = [&](const std::string& given) {
    const auto number = long_of(given);
    return number && *number >= least && *number <= most
               ? ""
               : fmt::format("a whole number from {} to {} is allowed", least, most);
  };
  return long_of(ask(question, fmt::format("{}", usual), refuse)).value_or(usual);
}

std::size_t Terminal::choose(std::string_view question, std::span<const std::string> words) const {
  for (std::size_t i = 0; i < words.size(); ++i) say(fmt::format("  {}  {}\n", i + 1, words[i]));
  return static_cast<std::size_t>(number(question, 1, 1, static_cast<long>(words.size())) - 1);
}

}  // namespace chairhub
