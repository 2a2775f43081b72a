#include "hub/core/detector.h"

#include <cmath>
#include <iterator>

#include "hub/core/explain.h"
#include "hub/core/units.h"

namespace chairhub {

Detector::Detector(const Chair& chair, const LocalTime& local_time, DetectorStart start)
    : chair_(chair),
      local_time_(local_time),
      settings_(start.settings),
      profiles_(std::move(start.profiles), start.settings.profile),
      recognition_(chair, profiles_.begin(start.calibration)),
      zeros_(chair),
      baseline_watch_(chair),
      steps_(chair),
      weight_shifts_(chair),
      sittings_(local_time, start.sittings),
      policy_(start.last_alert_id, std::move(start.alerts)),
      coach_(chair, local_time, std::move(start.coach)) {
  begin_profile();
}

const Observation& Detector::update(const Frame& frame) {
  observation_.events.clear();
  observation_.calibration_changed = false;
  const Sample* sample = sampler_.add(frame);
  observation_.is_tick = sample != nullptr;
  if (sample) tick(*sample);
  return observation_;
}

const Observation& Detector::stop() {
  observation_.events.clear();
  tell_what_was_asked();
  interrupt(observation_.at);
  return observation_;
}

void Detector::tell_what_was_asked() {
  std::move(asked_.begin(), asked_.end(), std::back_inserter(observation_.events));
  asked_.clear();
}

void Detector::tick(const Sample& sample) {
  tell_what_was_asked();
  if (sample.elapsed > seconds(settings_.thresholds.max_gap_s)) interrupt(observation_.at);
  if (end_what_is_over(settings_, sample.at.wall)) change_settings();
  if (settings_.paused) {
    interrupt(observation_.at);
    observation_.at = sample.at;
    return;
  }
  observation_.at = sample.at;

  pad_changes_.clear();
  const Judgement& judgement = recognition_.update(sample, settings_.thresholds, pad_changes_);
  if (judgement.learned) observation_.calibration_changed = true;
  if (!pad_changes_.empty()) movement_.take_place_anew();
  for (PadStatusChanged& change : pad_changes_) observation_.events.emplace_back(std::move(change));

  // What lies before a silence that was too long is not counted as anything.
  const Millis elapsed = sample.elapsed > seconds(settings_.thresholds.max_gap_s) ? Millis{0} : sample.elapsed;
  begin_posture(judgement, sample.at);
  move(judgement, sample.at, elapsed);
  sittings_.update(judgement.occupied, sample.at, elapsed, settings_.thresholds, observation_.events);
  minutes_.add(judgement.posture, judgement.occupied, judgement.balance, sample.at, elapsed, observation_.events);
  measure_times(sample.at, elapsed);
  tend(judgement, sample);
  expose(judgement, sample);
  alert(sample.at);
  calibrate(sample);
}

void Detector::interrupt(Moment at) {
  if (!span_open_) return;
  observation_.events.emplace_back(SpanEnded{observation_.posture, observation_.posture_since, at});
  span_open_ = false;
  sittings_.interrupt(at, observation_.events);
  minutes_.close(observation_.events);
  recognition_.restart();
  exposure_.restart();
  zeros_.restart();
  profile_watch_.begin_anew();
  policy_.interrupt();
  held_changes_.interrupt(at, observation_.events);
  observation_.next_due.reset();
  observation_.occupied = false;
  observation_.posture = Posture::unknown;
}

void Detector::begin_posture(const Judgement& judgement, Moment at) {
  const bool was_occupied = observation_.occupied;
  observation_.occupied = judgement.occupied;
  observation_.supported = judgement.supported;
  observation_.forward = judgement.forward;
  observation_.lean = judgement.lean;
  observation_.calibrated = judgement.calibrated;
  observation_.balance = judgement.balance;
  if (judgement.occupied && !was_occupied) {
    sat_down_ = at.steady;
    movement_.restart(at.steady);
    weight_shifts_.restart(at.steady);
  }
  if (span_open_ && observation_.posture == judgement.posture) return;
  if (span_open_) observation_.events.emplace_back(SpanEnded{observation_.posture, observation_.posture_since, at});
  span_open_ = true;
  observation_.posture = judgement.posture;
  observation_.posture_since = at;
  observation_.why = recognition_.why();
  observation_.events.emplace_back(SpanStarted{judgement.posture, at, observation_.why});
}

void Detector::move(const Judgement& judgement, Moment at, Millis elapsed) {
  if (!judgement.occupied) return;
  const auto shifted = shift(judgement, at, elapsed);
  if (!shifted) return;
  sittings_.count_shift();
  minutes_.count_shift();
  observation_.events.emplace_back(*shifted);
}

void Detector::measure_times(Moment at, Millis elapsed) {
  if (at.wall < day_begin_ || at.wall >= day_end_) {
    day_begin_ = local_time_.midnight_before(at.wall);
    day_end_ = local_time_.midnight_after(at.wall);
    supported_today_ = decided_today_ = Millis{0};
  }
  if (observation_.occupied && observation_.supported) {
    decided_today_ += elapsed;
    if (*observation_.supported) supported_today_ += elapsed;
  }
  SittingTimes& times = observation_.times;
  times.today = sittings_.today();
  times.session = sittings_.session();
  times.last_break = sittings_.last_break();
  measure_movement(at);
  times.supported_share = decided_today_ > Millis{0} ? static_cast<double>(supported_today_.count()) /
                                                           static_cast<double>(decided_today_.count())
                                                     : 0.0;
}

void Detector::expose(const Judgement& judgement, const Sample& sample) {
  SitterNow sitter;
  sitter.occupied = judgement.occupied;
  sitter.posture = judgement.posture;
  const auto& person = recognition_.calibration().supported;
  sitter.asymmetry = std::abs(judgement.balance.left_right - (person ? person->left_right : 0.0));
  // Nobody is told to get up who cannot.
  sitter.session = profile().kind == ProfileKind::wheelchair ? Millis{0} : observation_.times.session;
  sitter.still = observation_.times.still;
  sitter.since_sat = judgement.occupied ? sample.at.steady - sat_down_ : Millis{0};
  exposure_.update(sitter, sample.at, sample.elapsed, settings_.thresholds);
}

void Detector::alert(Moment at) {
  AlertPolicy::Situation situation;
  situation.occupied = observation_.occupied;
  situation.posture_trusted = observation_.posture != Posture::unknown;
  situation.baseline_doubted = !observation_.doubt.empty();
  situation.clock_time = local_time_.clock_time(at.wall);
  situation.day_begin = day_begin_;
  situation.day_end = day_end_;
  auto alert = policy_.update(exposure_, situation, settings_, at, observation_.events);
  for (const Cause cause : all_causes) {
    observation_.active[static_cast<std::size_t>(cause)] = exposure_.active(cause);
    observation_.held[static_cast<std::size_t>(cause)] = policy_.held(cause);
  }
  held_changes_.update(policy_, exposure_, settings_.thresholds, at, observation_.events);
  observation_.next_due = policy_.next_due(exposure_, situation, settings_, at);
  if (!alert) return;
  alert->evidence = evidence_for(alert->cause, alert->minutes, observation_, settings_.thresholds);
  const ProfileKind kind = profile().kind;
  alert->text = sentence_for(*alert, settings_.thresholds, settings_.language, kind);
  alert->advice = coach_.advise(*alert, settings_, kind);
  observation_.events.emplace_back(std::move(*alert));
}

void Detector::calibrate(const Sample& sample) {
  if (auto calibration = steps_.update(sample)) {
    take_over(std::move(*calibration));
    begin_profile();
  }
  if (!tare_) return;
  tare_->add_empty(sample);
  tared_ += sample.elapsed;
  if (tared_ < seconds(3)) return;
  // A tare that somebody sat down on is dropped: the old zero is the better one.
  if (auto tared = tare_->finish(sample.at.wall); tared && !observation_.occupied) {
    // How the person sits gets no younger by it.
    if (tared->has_person()) tared->made_at = calibration().made_at;
    take_over(std::move(*tared));
  }
  tare_.reset();
}

void Detector::change_settings() {
  ++settings_revision_;
}

struct Detector::Apply {
  Detector& detector;
  Moment now;

  Result<void> operator()(const SetAlerts& c) const {
    detector.settings_.alerts = c.on;
    return {};
  }
  Result<void> operator()(const SetCause& c) const {
    detector.settings_.cause_on[static_cast<std::size_t>(c.cause)] = c.on;
    return {};
  }
  Result<void> operator()(const SetPaused& c) const {
    detector.settings_.paused = c.on;
    return {};
  }
  Result<void> operator()(const SetMeeting& c) const {
    detector.settings_.meeting = c.on;
    detector.settings_.meeting_until.reset();
    end_what_is_over(detector.settings_, now.wall);
    return {};
  }
  Result<void> operator()(const SetQuietHours& c) const {
    if (c.hours && !c.hours->is_valid())
      return failure("quiet hours take two different times of day from 00:00 to 23:59");
    detector.settings_.quiet_hours = c.hours;
    return {};
  }
  Result<void> operator()(const SetLanguage& c) const {
    detector.settings_.language = c.language;
    return {};
  }
  Result<void> operator()(const SelectProfile& c) const { return detector.select_profile(c.name, now); }
  Result<void> operator()(const AnswerExercise& c) const {
    auto answered = detector.coach_.answer(c, detector.settings_, now);
    if (!answered) return tl::unexpected(answered.error());
    detector.asked_.emplace_back(std::move(*answered));
    return {};
  }
  Result<void> operator()(const RestoreExercise& c) const { return Coach::restore(c, detector.settings_); }
  Result<void> operator()(const SetThreshold& c) const {
    return set_threshold(detector.settings_.thresholds, c.key, c.value);
  }
  Result<void> operator()(const Snooze& c) const {
    if (c.length < Minutes(0) || c.length > Minutes(24 * 60))
      return failure("snooze takes 1 to 1440 minutes, or 0 to end it");
    const bool ends = c.length == Minutes(0);
    detector.settings_.snoozed_until = ends ? std::nullopt : std::optional(now.wall + c.length);
    detector.settings_.snoozed_for = ends ? std::nullopt : std::optional(c.length);
    return {};
  }
  Result<void> operator()(const SnoozeUntilTomorrow&) const {
    detector.settings_.snoozed_until = detector.local_time_.midnight_after(now.wall);
    detector.settings_.snoozed_for.reset();
    return {};
  }
  Result<void> operator()(const Tare&) const {
    if (detector.observation_.occupied || detector.observation_.posture == Posture::object)
      return failure("tare needs an empty chair, and something is on it");
    detector.tare_.emplace(detector.chair_, detector.calibration());
    detector.tared_ = Millis{0};
    return {};
  }
  Result<void> operator()(const CalibrateStart&) const {
    detector.steps_.start(detector.calibration());
    return {};
  }
  Result<void> operator()(const CalibrateNext&) const {
    detector.steps_.next();
    return {};
  }
  Result<void> operator()(const CalibrateCancel&) const {
    detector.steps_.cancel();
    return {};
  }
};

Result<void> Detector::apply(const Command& command, Moment now) {
  auto done = std::visit(Apply{*this, now}, command);
  if (done) change_settings();
  return done;
}

}  // namespace chairhub
