// Somebody on a chair, second by second, and the policy that watches them;
// verbs to tell what they do, at moments that the test decides.

#pragma once

#include <chrono>
#include <vector>

#include <gtest/gtest.h>

#include "hub/core/alert_policy.h"
#include "hub/core/local_time.h"
#include "tests/support/moments.h"

namespace chairhub {

class AlertStory : public testing::Test {
 protected:
  AlertStory() {
    situation.occupied = true;
    situation.posture_trusted = true;
    sitter.occupied = true;
    sitter.since_sat = std::chrono::hours(1);
    sitter.posture = Posture::supported;
  }

  // Lets time pass as the sitter is; static and sitting grow by themselves.
  std::vector<Alert> pass(Millis how_long) {
    constexpr Millis second = Seconds(1);
    std::vector<Alert> raised;
    for (Millis passed{0}; passed < how_long; passed += second) {
      now = now + second;
      situation.clock_time = zone.clock_time(now.wall);
      situation.day_begin = zone.midnight_before(now.wall);
      situation.day_end = zone.midnight_after(now.wall);
      if (keeps_still) sitter.still += second;
      if (stays) sitter.session += second;
      exposure.update(sitter, now, second, settings.thresholds);
      if (auto alert = policy.update(exposure, situation, settings, now, events)) raised.push_back(*alert);
    }
    return raised;
  }
  std::vector<Alert> bend_forward(Millis how_long) {
    sitter.posture = Posture::bent_forward;
    auto raised = pass(how_long);
    sitter.posture = Posture::supported;
    return raised;
  }
  void get_up() {
    situation.occupied = sitter.occupied = false;
    sitter.posture = Posture::empty;
  }

  static std::vector<Cause> causes(const std::vector<Alert>& alerts) {
    std::vector<Cause> all;
    all.reserve(alerts.size());
    for (const Alert& alert : alerts) all.push_back(alert.cause);
    return all;
  }
  std::vector<AlertCleared> cleared() const {
    std::vector<AlertCleared> all;
    for (const Event& event : events)
      if (const auto* e = std::get_if<AlertCleared>(&event)) all.push_back(*e);
    return all;
  }
  std::optional<NextDue> next_due() const { return policy.next_due(exposure, situation, settings, now); }

  bool keeps_still = false;
  bool stays = false;
  Moment now = morning();
  FixedOffset zone;
  Settings settings;
  SitterNow sitter;
  AlertPolicy::Situation situation;
  Exposure exposure;
  std::vector<Event> events;
  AlertPolicy policy{100};
};

}  // namespace chairhub
