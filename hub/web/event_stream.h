// Server-sent events to one client: who publishes keeps the handle and sends,
// the server takes what has gathered as fast as the client reads. Whoever falls
// too far behind is closed, so that nobody waits for a slow reader.
//
// Thread rule: all of it on the loop's thread.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chairhub {

// Engineering default: some hundred events; a browser that lags further is better off starting anew.
inline constexpr std::size_t max_event_bytes_behind = std::size_t{256} * 1024;

// One event as it goes over the wire. Without an id the client keeps the last one.
std::string event_text(std::string_view event, std::string_view data, std::string_view id = {});

class EventStream {
 public:
  // Tells the client to come back after two seconds when the connection breaks.
  EventStream();

  // False when the client has gone: whoever publishes may forget the handle then.
  bool send(std::string_view event, std::string_view data, std::string_view id = {});
  // An event that is made once for many.
  bool send_text(std::string_view text);
  // No more comes; what has gathered is still delivered.
  void close();
  bool is_open() const { return open_; }

  // For the server: `changed` is called when there is something to take, and when it is closed.
  void attach(std::function<void()> changed) { changed_ = std::move(changed); }
  std::string take(std::size_t at_most);
  std::size_t behind() const { return gathered_.size(); }
  bool is_too_slow() const { return too_slow_; }
  // The client has gone.
  void drop();

 private:
  void tell() const;

  std::string gathered_;
  bool open_ = true;
  bool too_slow_ = false;
  std::function<void()> changed_;
};

// All who watch the same thing.
class EventStreams {
 public:
  void add(std::shared_ptr<EventStream> stream) { streams_.push_back(std::move(stream)); }
  void send(std::string_view event, std::string_view data, std::string_view id = {});
  void close();
  // How many are still there.
  std::size_t size() const;

 private:
  std::vector<std::shared_ptr<EventStream>> streams_;
};

}  // namespace chairhub
