// A chair, its hub and its log in a folder that goes away again; verbs to tell
// what happens to them, at moments that the test decides.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "hub/core/chair.h"
#include "hub/core/observation.h"
#include "hub/storage/log_reader.h"
#include "hub/storage/logbook.h"
#include "tests/support/moments.h"
#include "tests/support/temporary_folder.h"

namespace chairhub {

using namespace std::chrono_literals;

inline const WallTime monday_morning = morning().wall;
inline constexpr WallRange ever{WallTime(Millis(0)), WallTime(Millis(4'000'000'000'000))};

Chair desk_chair();
Alert alert_of(std::uint64_t id, Cause cause, Moment raised);
// Somebody sat supported through this minute.
Minute minute_at(WallTime start, std::uint32_t shifts = 0);

class LogStory : public ::testing::Test {
 protected:
  // The hub starts; fails the test when the log cannot be opened.
  void hub_starts(bool clock_is_set = true);
  void machine_boots_again(Millis away);
  // Power or process gone: nothing more is written.
  void hub_dies() { log.reset(); }
  void hub_stops();
  void passes(Millis time) { now = now + time; }

  void takes(Posture posture);
  void sits_down();
  void gets_up(std::uint32_t shifts = 0);
  void alerts(std::uint64_t id, Cause cause = Cause::static_too_long);
  // What keeps `cause` from being told is this from now on.
  void held(Held held, Cause cause = Cause::static_too_long);
  void sits_a_minute(std::uint32_t shifts = 0);
  void commits();
  // The wall clock jumps; the steady one does not.
  void clock_is_set_by(Millis delta);

  LogReader reader() const;
  std::vector<LoggedSpan> spans() const;
  std::vector<LoggedSitting> sittings() const;
  std::vector<LoggedAlert> logged_alerts() const;
  std::vector<LoggedHold> holds() const;
  std::vector<Minute> minutes() const;
  std::vector<LoggedEvent> events() const;
  std::vector<OutboxEntry> outbox();

  TemporaryFolder folder;
  LogFiles files{folder.path() / "chairhub.db", folder.path() / "alive"};
  Chair chair = desk_chair();
  std::string kernel_boot = "boot-1";
  Moment now = morning();
  std::optional<Logbook> log;

 private:
  std::optional<SpanStarted> span_;
  std::optional<Moment> sat_down_;
};

}  // namespace chairhub
