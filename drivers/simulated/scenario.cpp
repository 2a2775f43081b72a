#include "drivers/simulated/scenario.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "drivers/simulated/scenario_line.h"

namespace chairhub::simulated {
namespace {

struct SitterKey {
  std::string_view name;
  double Sitter::* field;
  double min;
  double max;
};
constexpr std::array sitter_keys = {
    SitterKey{"weight_kg", &Sitter::weight_kg, 20, 250},
    SitterKey{"bag_kg", &Sitter::bag_kg, 0.5, 60},
    SitterKey{"shifts_per_hour", &Sitter::shifts_per_hour, 0, 120},
    SitterKey{"lean_backs_per_hour", &Sitter::lean_backs_per_hour, 0, 30},
    SitterKey{"bends_per_hour", &Sitter::bends_per_hour, 0, 30},
    SitterKey{"slumps_per_hour", &Sitter::slumps_per_hour, 0, 10},
    SitterKey{"leaves_per_hour", &Sitter::leaves_per_hour, 0, 10},
};
constexpr double largest_seed = 9007199254740992;  // whole numbers up to here are exact

// The words a line may begin with, or that may follow its time; the sitter's keys go on behind them.
constexpr std::array<std::string_view, 6> untimed_words = {"seed",    "coat",  "fault",
                                                           "cushion", "press", "zero_drift_per_hour"};
constexpr std::array<std::string_view, 6> timed_words = {"sit", "stand", "bag", "cat", "pushed", "end"};
constexpr std::array<std::string_view, 7> sitting_words = {
    "supported", "unsupported_upright", "bent_forward", "slumped", "lean_left", "lean_right", "leaning_on_the_desk"};
constexpr std::array<std::string_view, 8> fault_words = {"dead",    "stuck", "saturated", "noisy",
                                                         "missing", "drift", "open_wire", "short_circuit"};

template <std::size_t count>
std::vector<std::string_view> with_sitter_keys(const std::array<std::string_view, count>& words) {
  std::vector<std::string_view> all(words.begin(), words.end());
  for (const SitterKey& key : sitter_keys) all.push_back(key.name);
  return all;
}

// Builds a scenario line by line.
class Builder {
 public:
  Result<void> add(ScenarioLine& line);
  Result<Scenario> finish(const std::string& end_of_file);

 private:
  Result<void> add_timed(ScenarioLine& line);
  Result<void> add_untimed(ScenarioLine& line);
  Result<void> set_key(const SitterKey& key, Millis at, ScenarioLine& line);
  Result<void> set_seed(ScenarioLine& line);
  Result<void> add_time_span(std::vector<TimeSpan>& spans, ScenarioLine& line);
  Result<void> set_zero_drift(ScenarioLine& line);
  Result<void> add_fault(ScenarioLine& line);
  Result<void> add_press(ScenarioLine& line);
  Result<void> add_step(std::size_t timed_word, Millis at, ScenarioLine& line);
  Result<void> check_order(Millis at, const ScenarioLine& line);

  Scenario scenario_;
  Millis last_time_{0};
  std::optional<Millis> end_;
};

Result<void> Builder::add(ScenarioLine& line) {
  auto added = line.is_timed() ? add_timed(line) : add_untimed(line);
  return added ? line.done() : added;
}

Result<void> Builder::add_untimed(ScenarioLine& line) {
  const auto words = with_sitter_keys(untimed_words);
  const auto word = line.name_out_of(words, "a word a line begins with, other than a time");
  if (!word) return tl::unexpected(word.error());
  if (*word == 0) return set_seed(line);
  if (*word == 1) return add_time_span(scenario_.coats, line);
  if (*word == 2) return add_fault(line);
  if (*word == 3) return add_time_span(scenario_.cushions, line);
  if (*word == 4) return add_press(line);
  if (*word == 5) return set_zero_drift(line);
  if (!scenario_.steps.empty() || scenario_.sitters.size() > 1)
    return line.error(
        fmt::format("below the first time, {} needs a time in front, from which it counts", words[*word]));
  return set_key(sitter_keys[*word - untimed_words.size()], Millis(0), line);
}

Result<void> Builder::add_timed(ScenarioLine& line) {
  const auto at = line.time();
  if (!at) return tl::unexpected(at.error());
  if (auto ordered = check_order(*at, line); !ordered) return ordered;
  const auto word = line.name_out_of(with_sitter_keys(timed_words), "something that happens");
  if (!word) return tl::unexpected(word.error());
  if (*word >= timed_words.size()) return set_key(sitter_keys[*word - timed_words.size()], *at, line);
  return add_step(*word, *at, line);
}

Result<void> Builder::check_order(Millis at, const ScenarioLine& line) {
  if (end_)
    return line.error("the scenario has ended above; nothing may follow 'end' but coats, cushions, presses and faults");
  if (at < last_time_) return line.error("this time is before the one above; times must rise");
  last_time_ = at;
  return {};
}

Result<void> Builder::set_key(const SitterKey& key, Millis at, ScenarioLine& line) {
  const auto value = line.number(key.name, key.min, key.max);
  if (!value) return tl::unexpected(value.error());
  if (scenario_.sitters.back().at != at) scenario_.sitters.push_back({at, scenario_.sitters.back().sitter});
  scenario_.sitters.back().sitter.*key.field = *value;
  return {};
}

Result<void> Builder::set_seed(ScenarioLine& line) {
  const auto seed = line.number("the seed", 0, largest_seed);
  if (!seed) return tl::unexpected(seed.error());
  scenario_.seed = static_cast<std::uint64_t>(*seed);
  return {};
}

Result<void> Builder::add_time_span(std::vector<TimeSpan>& spans, ScenarioLine& line) {
  const auto when = line.time_span();
  if (!when) return tl::unexpected(when.error());
  spans.push_back(*when);
  return {};
}

Result<void> Builder::set_zero_drift(ScenarioLine& line) {
  const auto percent = line.number_with_unit("%", -20, 20);
  if (!percent) return tl::unexpected(percent.error());
  scenario_.zero_drift_per_hour = *percent;
  return {};
}

Result<void> Builder::add_fault(ScenarioLine& line) {
  FaultPlan fault;
  const auto pad = line.word("the name of a pad, or seat.1, back.2");
  if (!pad) return tl::unexpected(pad.error());
  fault.pad = *pad;
  fault.where = line.place();
  const auto kind = line.name_out_of(fault_words, "a fault");
  if (!kind) return tl::unexpected(kind.error());
  fault.kind = static_cast<FaultKind>(*kind);
  const bool has_value = line.has_more() && line.peek().find("..") == std::string_view::npos;
  if (fault.kind == FaultKind::drift || (fault.kind == FaultKind::stuck && has_value)) {
    const auto value = fault.kind == FaultKind::drift ? line.number_with_unit("%", -100, 100)
                                                      : line.number("counts", -8388608, 8388607);
    if (!value) return tl::unexpected(value.error());
    fault.value = *value;
  }
  const auto when = line.time_span();
  if (!when) return tl::unexpected(when.error());
  fault.when = *when;
  scenario_.faults.push_back(std::move(fault));
  return {};
}

Result<void> Builder::add_press(ScenarioLine& line) {
  const auto pad = line.word("the name of a pad, or seat.1, back.2");
  if (!pad) return tl::unexpected(pad.error());
  std::string where = line.place();
  const auto when = line.time_span();
  if (!when) return tl::unexpected(when.error());
  scenario_.presses.push_back({std::string(*pad), *when, std::move(where)});
  return {};
}

Result<void> Builder::add_step(std::size_t timed_word, Millis at, ScenarioLine& line) {
  if (!scenario_.steps.empty()) {
    const Step& before = scenario_.steps.back();
    if (before.at == at) return line.error("the line above happens at the same time; each needs a time of its own");
    if (before.length && before.at + *before.length > at)
      return line.error("what the line above says lasts longer than until this time");
  }
  Step step{at, Pose::empty, std::nullopt};
  if (timed_words[timed_word] == "end") {
    if (scenario_.steps.empty())
      return line.error("nothing happens before the end; sit, stand, bag, cat or pushed is needed");
    end_ = at;
    return {};
  }
  if (timed_words[timed_word] == "bag") step.pose = Pose::bag;
  if (timed_words[timed_word] == "cat") step.pose = Pose::cat;
  if (timed_words[timed_word] == "pushed") step.pose = Pose::pushed;
  if (timed_words[timed_word] == "sit") {
    const auto how = line.name_out_of(sitting_words, "a way to sit");
    if (!how) return tl::unexpected(how.error());
    step.pose = static_cast<Pose>(static_cast<std::size_t>(Pose::supported) + *how);
  }
  if (line.has_more()) {
    const auto length = line.length();
    if (!length) return tl::unexpected(length.error());
    step.length = *length;
  }
  scenario_.steps.push_back(step);
  return {};
}

Result<Scenario> Builder::finish(const std::string& end_of_file) {
  if (!end_) return failure(end_of_file + ": a scenario closes with a line such as '17:00 end'");
  scenario_.end = *end_;
  return std::move(scenario_);
}

}  // namespace

Result<Scenario> parse_scenario(std::string_view text, const std::string& file) {
  Builder builder;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::string_view line_text = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line_text.size() + 1));
    ScenarioLine line(line_text, file, ++number);
    if (line.is_blank()) continue;
    if (auto added = builder.add(line); !added) return tl::unexpected(added.error());
  }
  return builder.finish(fmt::format("{}:{}:1", file, std::max<std::size_t>(number, 1)));
}

}  // namespace chairhub::simulated
