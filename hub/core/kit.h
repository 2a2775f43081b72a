// A kit is whatever delivers frames for one chair: converters on a bus, a
// simulated sitter, a recording. drivers/ holds one folder for each.
//
// Thread rule: a kit is used by one thread, its scan thread (hub/service).

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/frame.h"
#include "hub/core/result.h"

namespace chairhub {

// One `key = value` of the kit's table in the configuration, with its place
// there ("chairhub.toml:12:3") for a clear error.
struct KitOption {
  std::string key;
  std::variant<bool, std::int64_t, double, std::string> value;
  std::string where;
};

struct KitConfig {
  std::string driver;   // a name in drivers/catalogue.h
  double rate_hz = 10;  // 2..50 scans a second
  std::vector<KitOption> options;
  std::string where;
  std::string folder;  // folder of the configuration; relative file names start there
  // One for each pad, in their order: its `channel` ("3", or "0x49:2" where a kit has several chips). All or none
  // are given; none: the pads stand in the order of the channels.
  std::vector<KitOption> channels = {};
};

// How a kit's time runs. Converters scan in real time: own_time is false, and
// scan() is called at each multiple of the interval. A simulation or a
// recording brings its own moments; they are played `speed` times faster, or
// as fast as the machine can when speed is 0.
struct Pace {
  Millis interval{100};
  bool own_time = false;
  double speed = 1;
};

struct NamedCount {
  std::string_view name;
  std::uint64_t count = 0;
};

// The other way to deliver: a kit that sends its frames by itself, as messages.
// Whoever listens hands them over, on one thread.
class FrameReceiver {
 public:
  // The topic that it sends below, with its place in the configuration; an empty text: "kit" below the chair's own.
  virtual const KitOption& topic() const = 0;
  // Frames a second that are expected of it.
  virtual double rate_hz() const = 0;
  // Takes one message. False: it holds no frame to go on with; why is counted. Moments of frames rise.
  virtual bool receive(std::string_view payload, Moment now, Frame& frame) = 0;
  // What happened to the messages so far, always all kinds in the same order.
  virtual std::vector<NamedCount> counts() const = 0;

 protected:
  ~FrameReceiver() = default;
};

class Kit {
 public:
  virtual ~Kit() = default;

  // One line for the journal: what it is and how it is configured.
  virtual std::string describe() const = 0;
  virtual Pace pace() const = 0;

  // Scans all pads once into `frame` (its pads and its moment). `now` is the
  // moment of the scan; kits with their own time write their own. False when
  // a recording or a scenario has come to its end. A pad that does not answer
  // is marked in the frame; one dead chip stops nothing else.
  virtual bool scan(Moment now, Frame& frame) = 0;

  // What a person should read in the journal about the scans since the last
  // call, such as faults in a recording. Asked for after a scan; nearly always
  // empty.
  virtual std::vector<std::string> take_notices() { return {}; }

  // Not null: the kit sends by itself, and nobody scans it but to say that it is silent: scan() then gives a frame
  // in which every pad is missing.
  virtual FrameReceiver* receiver() { return nullptr; }
};

}  // namespace chairhub
