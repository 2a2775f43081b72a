// One line of a scenario, cut into words that know their place, and the kinds
// of words there are: times, lengths, numbers, names out of a list.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/simulated/scenario.h"

namespace chairhub::simulated {

class ScenarioLine {
 public:
  ScenarioLine(std::string_view text, const std::string& file, std::size_t number);

  bool is_blank() const { return words_.empty(); }
  // The line begins with a time.
  bool is_timed() const;

  // Takes the next word. `meaning` says in an error what was wanted there.
  Result<std::string_view> word(std::string_view meaning);
  Result<std::size_t> name_out_of(std::span<const std::string_view> names, std::string_view meaning);
  Result<double> number(std::string_view meaning, double min, double max);
  Result<double> number_with_unit(std::string_view unit, double min, double max);
  Result<Millis> time();         // "09:30", "09:30:15"
  Result<Millis> length();       // "20s", "6min", "1h"
  Result<TimeSpan> time_span();  // "10:00..11:00"

  bool has_more() const { return next_ < words_.size(); }
  std::string_view peek() const { return words_[next_].text; }
  // Refuses words that nothing took.
  Result<void> done() const;

  // The place of the word taken last, and an error that begins with it.
  std::string place() const;
  tl::unexpected<Error> error(const std::string& sentence) const;

 private:
  struct Word {
    std::string_view text;
    std::size_t column;
  };

  std::string file_;
  std::size_t number_;
  std::size_t end_column_;
  std::vector<Word> words_;
  std::size_t next_ = 0;
};

}  // namespace chairhub::simulated
