#include "hub/service/chair_service.h"

#include <algorithm>

#include <fmt/format.h>

#include "hub/platform/journal.h"
#include "hub/service/command_words.h"
#include "hub/service/story.h"

namespace chairhub {

ChairService::ChairService(Parts parts)
    : config_(parts.config),
      local_time_(parts.local_time),
      clock_(parts.pace),
      detector_(parts.config.chair, parts.local_time, std::move(parts.start)),
      saved_(detector_.calibration()),
      storage_(parts.storage),
      story_(parts.story) {}

void ChairService::link(std::unique_ptr<ChairLink> link, std::deque<LoggedAlert> left_over) {
  link_ = std::move(link);
  left_over_ = std::move(left_over);
  for (const LoggedAlert& alert : left_over_) link_->announcer().left_over(as_alert(alert));
}

void ChairService::take(const Frame& frame, SteadyTime real) {
  clock_.frame_arrived(frame.at, real);
  watch_.frame(frame);
  const Observation& observation = detector_.update(frame);
  if (!observation.is_tick) return;
  if (link_) link_->announcer().measured(frame.readings());
  distribute(observation, real);
}

bool ChairService::has_fault() const {
  return std::any_of(pads().begin(), pads().end(), [](const PadReport& pad) { return pad.status != PadStatus::ok; });
}

void ChairService::miss_frame(Moment now) {
  Frame silent;
  silent.at = now;
  silent.pad_count = static_cast<std::uint32_t>(config_.chair.pads.size());
  take(silent, now.steady);
}

void ChairService::distribute(const Observation& observation, SteadyTime real) {
  if (link_) {
    link_->announcer().observed(observation);
    link_->announcer().calibrating(detector_.calibration_steps());
  }
  if (indicator_)
    indicator_->observe(observation, settings(), local_time_.clock_time(observation.at.wall), has_fault(), real);
  keep(observation);
  if (observation.calibration_changed) save_calibration();
  if (detector_.settings_revision() != announced_settings_) save_settings(observation.at);
}

// Also when a zero has followed its drift, or something was learned about how the person sits.
void ChairService::save_calibration() {
  const Calibration& calibration = detector_.calibration();
  if (calibration.made_at != saved_.made_at) log_info(config_.chair.id + ": a new calibration is in use");
  saved_ = calibration;
  storage_.run([id = config_.chair.id, profile = detector_.profile().name, calibration](Logbook& logbook) {
    logbook.save_calibration(id, profile, calibration);
  });
}

void ChairService::keep(const Observation& observation) {
  for (const Event& event : observation.events) {
    log(event);
    watch_.hear(event);
    if (std::holds_alternative<PadStatusChanged>(event)) pads_changed_ = true;
    if (!story_) continue;
    if (const auto words = tell(config_.chair, event)) *story_ << *words << std::flush;
  }
}

void ChairService::log(const Event& event) {
  const std::uint64_t ticket =
      storage_.run([id = config_.chair.id, event](Logbook& logbook) { logbook.append(id, event); });
  const auto* alert = std::get_if<Alert>(&event);
  if (!alert) return;
  ++alerts_raised_.at(static_cast<std::size_t>(alert->cause));
  unlogged_.emplace(ticket, *alert);
}

// An alert goes out once it is in the log, so that nobody hears of one that a
// power cut then makes undone. A log in trouble keeps nobody from being told.
bool ChairService::committed(const StorageThread::Commit& commit) {
  const bool any = !unlogged_.empty() && unlogged_.begin()->first <= commit.ticket;
  while (!unlogged_.empty() && unlogged_.begin()->first <= commit.ticket) {
    if (link_) link_->announcer().raised(unlogged_.begin()->second);
    unlogged_.erase(unlogged_.begin());
  }
  return any;
}

Result<void> ChairService::obey(const Result<Command>& command, Moment now) {
  Result<void> done;
  if (command)
    done = detector_.apply(*command, now);
  else
    done = tl::unexpected(command.error());
  if (!done) log_warning(config_.chair.id + ": " + done.error().message);
  if (command && done) {
    const CommandWords words = in_words(*command);
    if (link_) link_->announcer().obeyed(words.name, words.value);
    storage_.run([id = config_.chair.id, now, words](Logbook& logbook) {
      logbook.note(id, {now, NoteKind::command, words.name, words.value, std::nullopt});
    });
    if (story_) *story_ << fmt::format("{}: {} {}\n", config_.chair.id, words.name, words.value) << std::flush;
    save_settings(now);
  }
  if (link_) {
    link_->announcer().calibrating(detector_.calibration_steps());
    link_->announcer().command_done(done);
  }
  return done;
}

void ChairService::save_settings(Moment now) {
  announced_settings_ = detector_.settings_revision();
  if (link_) link_->announcer().settings_changed(detector_.settings());
  storage_.run([id = config_.chair.id, settings = detector_.settings(), defaults = config_.defaults,
                now](Logbook& logbook) { logbook.save_settings(id, settings, defaults, now); });
}

void ChairService::delivered(std::uint64_t alert, bool as_missed) {
  watch_.delivered(alert, as_missed);
  storage_.run([id = config_.chair.id, alert, as_missed](Logbook& logbook) {
    if (as_missed) logbook.missed(id, alert);
    logbook.acknowledged(id, alert);
  });
}

void ChairService::diag_changed(Diag diag) {
  if (link_) link_->announcer().diag_changed(std::move(diag));
}

// What is open ends in the log. The broker hears a goodbye instead of a posture, and whoever watches
// nothing at all: nobody has got up.
void ChairService::stop() {
  for (const Event& event : detector_.stop().events) log(event);
  // What this sitting has taught would be forgotten otherwise.
  if (detector_.calibration().upright != saved_.upright) save_calibration();
}

}  // namespace chairhub
