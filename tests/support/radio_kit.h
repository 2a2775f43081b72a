// A kit on a radio, as a test plays it: speaks just enough MQTT 3.1.1 to
// connect with a will and to send, and costs so little that one program can be
// a thousand of them.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chairhub {

struct RadioKitOptions {
  int port = 1883;
  std::string topic;  // of the kit: "chairhub/desk/kit"
  std::string user = {};
  std::string password = {};
};

class RadioKit {
 public:
  // Throws when the broker cannot be reached or refuses it. Says `online`, with `offline` as its will.
  explicit RadioKit(RadioKitOptions options);
  ~RadioKit() { vanish(); }
  RadioKit(const RadioKit&) = delete;
  RadioKit& operator=(const RadioKit&) = delete;

  // False when the broker does not take it now (nothing was sent then), or is gone.
  bool send_frame(std::string_view payload) { return publish(options_.topic + "/frames", payload); }
  bool publish(std::string_view topic, std::string_view payload, bool retain = false);
  // What it hears is read with next_message().
  void subscribe(std::string_view topic);

  // Waits at most so many milliseconds; the payload of the next message, unset when there was none.
  std::optional<std::string> next_message(int within_ms);

  // Gone without a goodbye, as when its supply fails.
  void vanish();

 private:
  bool send_all(std::string packet);
  std::string next_packet(int within_ms);

  RadioKitOptions options_;
  int socket_ = -1;
  std::string unsent_;    // the end of a packet that the socket took only in part
  std::string received_;  // what has come and was not read yet
};

// A frame in the binary form of docs/wireless.md; every pad has the same counts.
std::string binary_frame(std::uint32_t boot, std::uint32_t sequence, std::uint32_t kit_ms, std::size_t pads,
                         std::int32_t counts);
// The same in JSON.
std::string json_frame(std::uint32_t boot, std::uint32_t sequence, std::uint32_t kit_ms, std::size_t pads,
                       std::int32_t counts);

}  // namespace chairhub
