// What those hear who watch one chair live: each kind of news when it is new,
// and no more often than an eye needs. Costs nothing while nobody watches.
//
// Thread rule: everything on the loop's thread.

#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/time.h"
#include "hub/web/event_stream.h"

namespace chairhub {

class LiveFeed {
 public:
  // Each makes the JSON of what there is right now. `now` may differ by its first key alone.
  struct Views {
    std::function<std::string()> hub;
    std::function<std::string()> now;
    std::function<std::string()> pads;
    std::function<std::string()> settings;
    std::function<std::string()> calibration;
    std::function<std::string()> diag;
  };
  // Engineering defaults.
  static constexpr Millis now_at_most_every{500};
  static constexpr Millis now_at_least_every{10'000};
  static constexpr Millis pads_at_most_every{200};
  static constexpr Millis diag_at_most_every{1000};
  static constexpr Millis log_at_most_every{10'000};

  explicit LiveFeed(Views views) : views_(std::move(views)) {}

  // Tells the newcomer everything at once.
  void join(const std::shared_ptr<EventStream>& stream);
  bool is_watched() const { return streams_.size() > 0; }
  std::size_t size() const { return streams_.size(); }

  // Sends what is due. `last_frame`: when the newest one came.
  void turn(SteadyTime now, SteadyTime last_frame);
  void alert(std::string_view json) { streams_.send("alert", json); }
  // These tables of the log have something new.
  void log_changed(const std::set<std::string_view>& tables) { changed_.insert(tables.begin(), tables.end()); }
  void close() { streams_.close(); }

 private:
  // The last text of a kind, and when it was looked at.
  struct Told {
    std::string text;
    SteadyTime at{};
  };
  void tell_if_new(std::string_view event, Told& told, const std::function<std::string()>& view);
  void tell_now(SteadyTime now);

  Views views_;
  EventStreams streams_;
  Told now_, settings_, calibration_, diag_;
  SteadyTime now_sent_{};
  SteadyTime pads_at_{};
  std::set<std::string_view> changed_;
  SteadyTime log_at_{};
};

}  // namespace chairhub
