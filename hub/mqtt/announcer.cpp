#include "hub/mqtt/announcer.h"

#include <algorithm>
#include <utility>

namespace chairhub {
namespace {

constexpr Millis state_gap = Seconds{1};
// Many hubs must not all answer a restarted Home Assistant in one instant,
// and one that answers at once is not heard.
constexpr Millis birth_delay_min = Seconds{1};
constexpr Millis birth_delay_spread = Seconds{4};
// After this long an alert is no news any more.
constexpr Millis alert_is_fresh_for = Minutes{1};
// More commands than this between two turns are a flood, not a person (engineering default).
constexpr std::size_t most_obeyed = 32;

const char* as_availability(bool up) {
  return up ? "online" : "offline";
}

}  // namespace

Announcer::Announcer(AnnouncerOptions options)
    : options_(std::move(options)),
      config_(std::move(options_.discovery)),
      availability_(options_.topics.availability, Millis{0}),
      sensors_(options_.topics.sensors_availability, Millis{0}),
      state_(options_.topics.state, state_gap),
      settings_(options_.topics.settings, Millis{0}),
      diag_(options_.topics.diag, state_gap),
      calibration_(options_.topics.calibration, state_gap) {
  availability_.say(as_availability(true));
  state_.say(unknown_state_payload());
  calibrating(CalibrationSteps(options_.chair));
  refresh_sensors();
  refresh_settings();
  refresh_diag();
}

void Announcer::connected() {
  is_connected_ = true;
  config_.begin();
  repeat_everything();
}

void Announcer::disconnected() {
  is_connected_ = false;
  birth_due_at_.reset();
  unconfirmed_.clear();
  obeyed_.clear();
  alerts_.take_back();
}

void Announcer::birth(SteadyTime real_now) {
  const double part = std::clamp(options_.random(), 0.0, 1.0);
  const auto spread = static_cast<Millis::rep>(part * static_cast<double>(birth_delay_spread.count()));
  birth_due_at_ = real_now + birth_delay_min + Millis{spread};
}

void Announcer::observed(const Observation& observation) {
  if (options_.settings.paused) return;
  state_.say(state_payload(observation, options_.diag.clock_set));
  was_observed_ = true;
  refresh_sensors();
}

void Announcer::measured(std::span<const PadReading> readings) {
  if (options_.pads_every > Millis{0} && !options_.settings.paused) pads_.assign(readings.begin(), readings.end());
}

void Announcer::calibrating(const CalibrationSteps& steps) {
  calibration_.say(calibration_payload(steps, options_.settings.language));
}

void Announcer::settings_changed(const Settings& settings) {
  // While paused nothing is known, and what was known is taken back.
  if (settings.paused != options_.settings.paused) {
    was_observed_ = false;
    state_.say(unknown_state_payload());
  }
  options_.settings = settings;
  refresh_settings();
  refresh_sensors();
}

void Announcer::command_done(const Result<void>& outcome) {
  last_refusal_ = outcome ? std::string() : outcome.error().message;
  settings_.repeat();
  refresh_diag();
}

void Announcer::obeyed(std::string_view command, std::string_view value) {
  if (is_connected_ && obeyed_.size() < most_obeyed) obeyed_.push_back(obeyed_payload(command, value));
}

void Announcer::diag_changed(Diag diag) {
  options_.diag = std::move(diag);
  refresh_diag();
  refresh_settings();
  refresh_sensors();
}

void Announcer::twin_heard() {
  has_twin_ = true;
  refresh_diag();
}

void Announcer::raised(const Alert& alert) {
  alerts_.add({alert, false});
}

void Announcer::left_over(const Alert& alert) {
  alerts_.add({alert, true});
}

std::optional<std::uint64_t> Announcer::delivered(std::uint32_t token) {
  if (unconfirmed_.erase(token) > 0 && unconfirmed_.empty() && config_.is_empty()) {
    config_.confirm();
    is_settled_ = true;
  }
  return alerts_.delivered(token);
}

Announcer::Turn Announcer::turn(SteadyTime now, SteadyTime real_now, std::size_t room) {
  Turn turn;
  if (!is_connected_) return turn;
  if (birth_due_at_ && real_now >= *birth_due_at_) {
    birth_due_at_.reset();
    config_.repeat();
    repeat_everything();
  }
  announce_config(real_now, room, turn);
  publish_states(now, room, turn);
  publish_alerts(now, room, turn);
  publish_obeyed(room, turn);
  publish_pads(now, room, turn);
  wake_at(now, real_now, turn);
  return turn;
}

std::vector<Message> Announcer::farewell() {
  return {message(sensors_.topic(), as_availability(false), true),
          message(availability_.topic(), as_availability(false), true)};
}

void Announcer::repeat_everything() {
  for (Retained* one : {&availability_, &sensors_, &state_, &settings_, &diag_, &calibration_}) one->repeat();
}

void Announcer::refresh_sensors() {
  const bool up = was_observed_ && !options_.settings.paused && is_sensing(options_.chair, options_.diag);
  sensors_.say(as_availability(up));
}

void Announcer::refresh_settings() {
  settings_.say(settings_payload(options_.settings, options_.diag.clock_set));
}

void Announcer::refresh_diag() {
  options_.diag.last_refusal = last_refusal_;
  options_.diag.has_twin = has_twin_;
  // A counter that rises all the time is no reason to publish all the time.
  Diag without_counters = options_.diag;
  without_counters.dropped_frames = 0;
  without_counters.radio.clear();
  without_counters.board_celsius.reset();
  without_counters.database_bytes.reset();
  diag_.say(diag_payload(options_.chair, options_.diag), diag_payload(options_.chair, without_counters));
}

void Announcer::announce_config(SteadyTime real_now, std::size_t room, Turn& turn) {
  while (turn.messages.size() < room) {
    const auto next = config_.take(real_now);
    if (!next) return;
    turn.messages.push_back(message(next->topic, next->payload, true));
    unconfirmed_.insert(last_token_);
    // Entities that have just come to be shall find every state after it.
    if (config_.has_announced()) repeat_everything();
  }
}

void Announcer::publish_states(SteadyTime now, std::size_t room, Turn& turn) {
  // Whoever reacts to an alert reads the state, so the state goes first.
  if (!alerts_.is_empty()) state_.hurry();
  for (Retained* one : {&availability_, &sensors_, &state_, &settings_, &diag_, &calibration_}) {
    if (turn.messages.size() >= room) return;
    if (one->is_due(now)) turn.messages.push_back(message(one->topic(), one->publish(now), true));
  }
}

void Announcer::publish_alerts(SteadyTime now, std::size_t room, Turn& turn) {
  while (!options_.settings.paused && !alerts_.is_empty() && turn.messages.size() < room) {
    const AlertQueue::Waiting& waiting = alerts_.front();
    const bool is_fresh = !waiting.left_over && now - waiting.alert.raised.steady <= alert_is_fresh_for;
    const std::string& topic = is_fresh ? options_.topics.alert : options_.topics.alert_missed;
    turn.messages.push_back(message(topic, alert_payload(waiting.alert, options_.diag.clock_set), false));
    alerts_.sent(last_token_);
  }
}

void Announcer::publish_obeyed(std::size_t room, Turn& turn) {
  const std::size_t count = std::min(obeyed_.size(), room - std::min(room, turn.messages.size()));
  const auto end = obeyed_.begin() + static_cast<std::ptrdiff_t>(count);
  for (auto one = obeyed_.begin(); one != end; ++one)
    turn.messages.push_back(message(options_.topics.obeyed, std::move(*one), false));
  obeyed_.erase(obeyed_.begin(), end);
}

// Live values, never kept: whoever reads them later would take old ones for new.
void Announcer::publish_pads(SteadyTime now, std::size_t room, Turn& turn) {
  if (pads_.empty() || now < pads_due_at_ || turn.messages.size() >= room) return;
  turn.messages.push_back(message(options_.topics.pads, pads_payload(options_.chair, pads_), false));
  pads_.clear();
  pads_due_at_ = now + options_.pads_every;
}

void Announcer::wake_at(SteadyTime now, SteadyTime real_now, Turn& turn) const {
  const auto consider = [](std::optional<SteadyTime> at, SteadyTime than, std::optional<SteadyTime>& earliest) {
    // What is due already waits for room; a delivery makes some.
    if (at && *at > than) earliest = earliest ? std::min(*earliest, *at) : *at;
  };
  consider(birth_due_at_, real_now, turn.next_real);
  consider(config_.due_at(), real_now, turn.next_real);
  for (const Retained* one : {&availability_, &sensors_, &state_, &settings_, &diag_, &calibration_})
    consider(one->due_at(), now, turn.next);
}

Message Announcer::message(const std::string& topic, std::string payload, bool retain) {
  if (++last_token_ == 0) ++last_token_;
  return {.topic = topic, .payload = std::move(payload), .qos = 1, .retain = retain, .token = last_token_};
}

}  // namespace chairhub
