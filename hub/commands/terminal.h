// Questions to a person at a terminal. Ctrl-C and Ctrl-D break the command
// off: they throw CommandFailed.

#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace chairhub {

// Prints at once, also where the line has not ended.
void say(std::string_view text);

class Terminal {
 public:
  // `broken_off` is said when the person breaks off. Ends the command with exit code 64 where there is no terminal.
  explicit Terminal(std::string broken_off);

  // A line, without the blanks around it; `usual` when it is empty. Asks again, with the reason, until `refuse`
  // returns nothing.
  std::string ask(std::string_view question, std::string_view usual,
                  const std::function<std::string(const std::string&)>& refuse = nullptr) const;
  bool confirm(std::string_view question, bool usual) const;
  long number(std::string_view question, long usual, long least, long most) const;
  // The index of one of `words`, which are listed and numbered from 1.
  std::size_t choose(std::string_view question, std::span<const std::string> words) const;

  // What was typed so far answers nothing; ask() does that itself.
  void forget_typed() const;
  // Waits for a line that was asked for already.
  std::string line() const;
  // With the blanks around it.
  std::string line_as_typed() const;
  [[noreturn]] void break_off() const;

 private:
  std::string broken_off_;
};

}  // namespace chairhub
