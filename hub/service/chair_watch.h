// What people who look at a chair right now want to see beside the detection's
// own state: the newest frame, the shifts of the last hour, the alert that
// still holds, and which tables of the log have something new.
//
// Thread rule: everything on the loop's thread.

#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "hub/core/frame.h"
#include "hub/core/log_rows.h"
#include "hub/core/observation.h"

namespace chairhub {

class ChairWatch {
 public:
  // What the log knows of the hour before the start.
  void begin(const std::vector<LoggedAlert>& alerts, const std::vector<Minute>& minutes);

  void frame(const Frame& frame) { frame_ = frame; }
  void hear(const Event& event);
  void delivered(std::uint64_t alert, bool as_missed);

  // The log has been told to.
  void forget();

  const Frame& frame() const { return frame_; }  // without pads before the first
  // In the sixty minutes before `now`.
  std::uint32_t shifts_this_hour(WallTime now) const;
  // The newest that was raised in that time and has not ended.
  std::optional<LoggedAlert> alert(WallTime now) const;
  // To exercises, since that alert was raised.
  const std::vector<LoggedAnswer>& answers() const { return answers_; }

  // Alerts since the last call.
  std::vector<LoggedAlert> take_new_alerts() { return std::exchange(new_alerts_, {}); }
  // "minutes", "spans", "sittings", "alerts", "events": tables with new rows since the last call.
  std::set<std::string_view> take_changed() { return std::exchange(changed_, {}); }

 private:
  struct Shifts {
    WallTime at{};
    std::uint32_t count = 0;
  };

  Frame frame_;
  std::deque<Shifts> shifts_;  // oldest first
  std::optional<LoggedAlert> alert_;
  std::vector<LoggedAnswer> answers_;
  std::vector<LoggedAlert> new_alerts_;
  std::set<std::string_view> changed_;
};

}  // namespace chairhub
