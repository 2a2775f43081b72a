// Decides what one chair says on MQTT, in which order and when. It is told
// facts as they happen; turn() says what to publish now and when to ask again.
//
// Pure: no clock, no threads, no network. While the broker is away it keeps
// the latest of each state and the alerts, and nothing else.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "hub/core/result.h"
#include "hub/mqtt/alert_queue.h"
#include "hub/mqtt/config_queue.h"
#include "hub/mqtt/discovery.h"
#include "hub/mqtt/message.h"
#include "hub/mqtt/payloads.h"
#include "hub/mqtt/retained.h"

namespace chairhub {

struct AnnouncerOptions {
  Chair chair;
  Topics topics;
  std::optional<Discovery> discovery;  // unset: never of interest
  std::function<double()> random;      // 0..1, spreads the answers to Home Assistant's birth
  Settings settings;
  Diag diag;
  Millis pads_every{};  // how often the pads' counts are told; zero: never
};

class Announcer {
 public:
  struct Turn {
    std::vector<Message> messages;        // to be published in this order
    std::optional<SteadyTime> next;       // call turn() again when it is so late for the chair,
    std::optional<SteadyTime> next_real;  // or in reality, or after telling something
  };

  explicit Announcer(AnnouncerOptions options);

  void connected();
  void disconnected();
  // Home Assistant has (re)started: the birth payload came on the birth topic.
  void birth(SteadyTime real_now);

  void observed(const Observation& observation);
  // The newest counts, in the order of the chair's pads.
  void measured(std::span<const PadReading> readings);
  void calibrating(const CalibrationSteps& steps);
  void settings_changed(const Settings& settings);
  // After every command, obeyed or not: the settings are published again, so
  // that a dashboard shows what holds; a refusal is told in diag.
  void command_done(const Result<void>& outcome);
  // Which one was obeyed, from wherever it came. News of the moment: nobody hears of it later.
  void obeyed(std::string_view command, std::string_view value);
  void diag_changed(Diag diag);  // its last_refusal is kept by the announcer and ignored here

  // Another hub speaks under this identity, as two do whose SD card was copied.
  void twin_heard();

  // An alert that was raised in this run.
  void raised(const Alert& alert);
  // An alert of an earlier run that the broker never got.
  void left_over(const Alert& alert);
  // The broker has the message with this token. Returns the id of the alert
  // in it, if it was one.
  std::optional<std::uint64_t> delivered(std::uint32_t token);
  // The broker has the announcement, and nothing any more of what it replaces.
  bool is_settled() const { return is_settled_; }

  // At most `room` messages, so that a slow broker slows us and not our memory. What the chair says follows the
  // chair's time `now`; Home Assistant gets the announcement at its own pace, however fast a simulated chair runs.
  Turn turn(SteadyTime now, SteadyTime real_now, std::size_t room);

  // Said by hand at a clean stop; a will is only sent by a broker that lost us.
  std::vector<Message> farewell();

 private:
  void repeat_everything();
  void refresh_sensors();
  void refresh_settings();
  void refresh_diag();
  void announce_config(SteadyTime real_now, std::size_t room, Turn& turn);
  void publish_states(SteadyTime now, std::size_t room, Turn& turn);
  void publish_alerts(SteadyTime now, std::size_t room, Turn& turn);
  void publish_obeyed(std::size_t room, Turn& turn);
  void publish_pads(SteadyTime now, std::size_t room, Turn& turn);
  void wake_at(SteadyTime now, SteadyTime real_now, Turn& turn) const;
  Message message(const std::string& topic, std::string payload, bool retain);

  AnnouncerOptions options_;
  bool is_connected_ = false;
  bool was_observed_ = false;
  std::string last_refusal_;
  bool has_twin_ = false;
  std::uint32_t last_token_ = 0;

  ConfigQueue config_;
  std::set<std::uint32_t> unconfirmed_;  // tokens of it
  bool is_settled_ = false;
  std::optional<SteadyTime> birth_due_at_;

  Retained availability_;
  Retained sensors_;
  Retained state_;
  Retained settings_;
  Retained diag_;
  Retained calibration_;
  std::vector<PadReading> pads_;  // to be told next; empty: no news of them
  SteadyTime pads_due_at_{};
  std::vector<std::string> obeyed_;  // payloads to be published next
  AlertQueue alerts_;
};

}  // namespace chairhub
