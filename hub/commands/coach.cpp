#include <fmt/format.h>

#include "hub/commands/ask_hub.h"
#include "hub/commands/command.h"
#include "hub/core/daily_plan.h"
#include "hub/platform/clock.h"
#include "hub/platform/local_zone.h"
#include "hub/service/start.h"

namespace chairhub {
namespace {

struct CoachOptions {
  std::string config = default_config_file;
  std::string chair;
  std::string done;
  std::string skip;
  std::string hurts;
  std::string restore;
};

// What is printed from: one chair's memory and settings.
struct Desk {
  CoachResume memory;
  Exerciser who;
  Language language = Language::english;
  bool seated = false;
  WallTime now{};
};

ProfileKind kind_of(const std::vector<Profile>& profiles, const std::string& name) {
  for (const Profile& profile : profiles)
    if (profile.name == name || name.empty()) return profile.kind;
  return ProfileKind::standard;
}

Desk read_desk(const Config& config, const ChairConfig& chair) {
  LogReader log = value_or_fail(LogReader::open({config.storage.database, config.storage.heartbeat}));
  const Settings settings = value_or_fail(log.settings(chair.chair.id, chair.defaults)).settings;
  const auto sitting = value_or_fail(log.last_sitting(chair.chair.id));
  Desk desk;
  desk.now = moment_now().wall;
  desk.memory = value_or_fail(resume_coach(log, chair.chair.id, desk.now));
  desk.who = {kind_of(chair.profiles, settings.profile), chair.chair.armrests, settings.retired_exercises};
  desk.language = settings.language;
  desk.seated = sitting && sitting->is_open;
  return desk;
}

void print_steps(std::string_view steps, std::string_view precaution) {
  int number = 0;
  for (const std::string_view step : lines_of(steps)) fmt::print("      {}. {}\n", ++number, step);
  fmt::print("      ! {}\n", precaution);
}

void print_now(const Desk& desk) {
  fmt::print("\n{}\n", say(TextKey::plan_now, desk.language));
  const Advice advice = advice_now(desk.memory, desk.who, desk.seated, desk.now, desk.language).advice;
  if (desk.seated) fmt::print("  {}\n", advice.remedy);
  if (advice.exercise_id.empty()) {
    fmt::print("  {}\n", say(TextKey::plan_nothing_left, desk.language));
    return;
  }
  fmt::print("  {} ({}): {}\n", advice.exercise_name, advice.exercise_id, advice.exercise_dose);
  print_steps(advice.exercise_how, advice.precaution);
}

void print_items(const std::vector<PlanItem>& items, const Desk& desk) {
  for (const auto& [exercise, done] : items) {
    fmt::print("  {} ({}): {}{}\n", say(exercise->name, desk.language), exercise->id,
               say(exercise->dose, desk.language),
               done ? fmt::format(" [{}]", say(TextKey::plan_done_today, desk.language)) : "");
    print_steps(say(exercise->steps, desk.language), precaution_of(*exercise, desk.who, false, desk.language));
  }
  if (items.empty()) fmt::print("  {}\n", say(TextKey::plan_nothing_left, desk.language));
}

TextKey word_for(ExerciseAnswer answer) {
  if (answer == ExerciseAnswer::done) return TextKey::answer_done;
  return answer == ExerciseAnswer::skip ? TextKey::answer_skip : TextKey::answer_hurts;
}

void print_answers(const Desk& desk) {
  if (!desk.memory.answers.empty()) fmt::print("\n{}\n", say(TextKey::plan_answers, desk.language));
  for (const auto& [exercise, answer, at] : desk.memory.answers)
    fmt::print("  {} {}  {}: {}\n", local_date(at), local_clock(at), exercise, say(word_for(answer), desk.language));
  if (!desk.who.retired.empty()) fmt::print("\n{}\n", say(TextKey::plan_retired, desk.language));
  for (const std::string& id : desk.who.retired) fmt::print("  {}\n", id);
}

void print_plan(const Desk& desk) {
  const LocalZone zone;
  const DailyPlan plan = plan_for(desk.now, zone, desk.memory, desk.who);
  fmt::print("{}\n", fill(say(TextKey::plan_title, desk.language), {{"date", local_date(desk.now)}}));
  print_now(desk);
  fmt::print("\n{}\n", say(TextKey::plan_stretches, desk.language));
  print_items(plan.stretches, desk);
  fmt::print("\n{}\n", say(TextKey::plan_strength, desk.language));
  if (plan.strength_day)
    print_items(plan.strength, desk);
  else
    fmt::print("  {}\n", say(TextKey::plan_rest_day, desk.language));
  print_answers(desk);
  fmt::print("\n");
  for (const TextKey key :
       {TextKey::start_gently, TextKey::red_flags, TextKey::not_a_medical_device, TextKey::exercise_credit})
    fmt::print("{}\n", say(key, desk.language));
}

void tell_hub(const Config& config, const ChairConfig& chair, std::string_view word, const std::string& id) {
  succeed_or_fail(exercise_named(id).map([](const Exercise*) {}), exit_usage);
  succeed_or_fail(ask_hub(config, chair.chair.id, "exercise", fmt::format("{} {}", word, id)));
  fmt::print("told the hub: {} {}\n", id, word);
}

void coach(const CoachOptions& options) {
  const Config config = load_config_or_fail(options.config);
  const ChairConfig& chair = chair_or_fail(config, options.chair);
  if (!options.done.empty()) return tell_hub(config, chair, "done", options.done);
  if (!options.skip.empty()) return tell_hub(config, chair, "skip", options.skip);
  if (!options.hurts.empty()) return tell_hub(config, chair, "hurts", options.hurts);
  if (!options.restore.empty()) return tell_hub(config, chair, "restore", options.restore);
  print_plan(read_desk(config, chair));
}

}  // namespace

void add_coach_command(CLI::App& app) {
  auto* command = app.add_subcommand("coach", "Today's exercises, what fits right now, and your answers to them");
  const auto options = std::make_shared<CoachOptions>();
  add_config_option(*command, options->config);
  command->add_option("--chair", options->chair, "Which chair, if there are several")->type_name("ID");
  auto* done = command->add_option("--done", options->done, "You did this exercise")->type_name("EXERCISE");
  auto* skip = command->add_option("--skip", options->skip, "Not now")->type_name("EXERCISE")->excludes(done);
  auto* hurts = command->add_option("--hurts", options->hurts, "It hurts: never offer it again")
                    ->type_name("EXERCISE")
                    ->excludes(done)
                    ->excludes(skip);
  command->add_option("--restore", options->restore, "Offer it again after all")
      ->type_name("EXERCISE")
      ->excludes(done)
      ->excludes(skip)
      ->excludes(hurts);
  command->footer("Answers go to the running hub, over the broker of the configuration.");
  command->callback([options] { coach(*options); });
}

}  // namespace chairhub
