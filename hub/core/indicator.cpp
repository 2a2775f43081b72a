#include "hub/core/indicator.h"

#include <algorithm>

namespace chairhub {
namespace {

static_assert(IndicatorPolicy::haptic_pulse <= longest_pulse && IndicatorPolicy::buzzer_pulse <= longest_pulse);

constexpr Minutes snooze_length{15};  // the shortest of the lengths people use (evidence: Dorso, SafeEyes)

bool is_silent(const Settings& settings, WallTime now, Millis clock_time) {
  return settings.paused || settings.meeting || (settings.snoozed_until && now < *settings.snoozed_until) ||
         (settings.quiet_hours && settings.quiet_hours->contains(clock_time));
}

// The person does it right now and may be told: only that is worth a light.
bool is_shown(Held held) {
  switch (held) {
    case Held::nothing:
    case Held::already_raised:
    case Held::already_repeated:
    case Held::same_cause_cooldown:
    case Held::any_cause_cooldown:
    case Held::backed_off:
    case Held::limit_reached:
      return true;
    default:
      return false;
  }
}

}  // namespace

Command command_of(Press press, const Settings& settings) {
  switch (press) {
    case Press::once:
      return Snooze{settings.snoozed_until ? Minutes(0) : snooze_length};
    case Press::twice:
      return SetMeeting{!settings.meeting};
    case Press::held:
      break;
  }
  return SetPaused{!settings.paused};
}

void IndicatorPolicy::observe(const Observation& observation, const Settings& settings, Millis clock_time,
                              bool has_fault) {
  const SteadyTime now = observation.at.steady;
  const bool silent = is_silent(settings, observation.at.wall, clock_time);
  const bool due = std::any_of(observation.held.begin(), observation.held.end(), is_shown);
  Lamp lamp = Lamp::dark;
  if (!silent && due)
    lamp = Lamp::lit;
  else if (!silent && has_fault)
    lamp = Lamp::blinking;
  if (lamp != lamp_) lamp_since_ = now;
  lamp_ = lamp;

  if (silent || !due) {
    alert_.reset();
    is_stopped_ = true;
    return;
  }
  for (const Event& event : observation.events)
    if (const auto* alert = std::get_if<Alert>(&event)) alert_ = alert->cause;
}

Command IndicatorPolicy::press(Press press, const Settings& settings, SteadyTime now) {
  const bool ends = (press == Press::once && settings.snoozed_until) || (press == Press::twice && settings.meeting) ||
                    (press == Press::held && settings.paused);
  answer_since_ = now;
  answer_flashes_ = ends ? 2 : 1;
  alert_.reset();
  is_stopped_ = true;
  return command_of(press, settings);
}

Result<void> IndicatorPolicy::drive(SteadyTime now) {
  if (is_stopped_ && now < pulses_until_) {
    pulses_until_ = now;
    if (auto done = device_.silence(); !done) return done;
  }
  is_stopped_ = false;
  if (alert_) {
    pulses_until_ = now + std::max(haptic_pulse, buzzer_pulse);
    if (auto done = pulse(); !done) return done;
  }
  const bool lit = lamp_is_lit(now);
  if (lit_ == lit) return {};
  lit_.reset();
  if (auto done = device_.light(lit); !done) return done;
  lit_ = lit;
  return {};
}

Result<void> IndicatorPolicy::pulse() {
  const auto cause = static_cast<std::size_t>(*alert_);
  alert_.reset();  // a device that fails is not asked twice
  const auto tells = [cause](const PulseSettings& settings) { return settings.enabled && settings.cause_on.at(cause); };
  if (tells(settings_.haptic))
    if (auto done = device_.vibrate({haptic_pulse, settings_.haptic.strength}); !done) return done;
  if (tells(settings_.buzzer))
    if (auto done = device_.beep({buzzer_pulse, settings_.buzzer.strength}); !done) return done;
  return {};
}

// An answer begins dark, so that it shows beside a lamp that is lit.
bool IndicatorPolicy::lamp_is_lit(SteadyTime now) {
  next_wake_.reset();
  if (answer_since_) {
    constexpr Millis period = answer_lit + answer_dark;
    const Millis since = now - *answer_since_;
    if (since < answer_flashes_ * period) {
      const Millis begun = since / period * period;
      const bool lit = since - begun >= answer_dark;
      next_wake_ = *answer_since_ + begun + (lit ? period : answer_dark);
      return lit;
    }
    answer_since_.reset();
  }
  if (lamp_ != Lamp::blinking) return lamp_ == Lamp::lit;
  const auto halves = (now - lamp_since_) / blink_half;
  next_wake_ = lamp_since_ + (halves + 1) * blink_half;
  return halves % 2 == 0;
}

}  // namespace chairhub
