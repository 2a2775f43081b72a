// One retained topic: what it should say, what it said last, and when it may
// speak again.

#pragma once

#include <optional>
#include <string>
#include <utility>

#include "hub/core/time.h"

namespace chairhub {

class Retained {
 public:
  // Changes are published at most once in `min_gap`, and everything again
  // every minute, so that a broker that lost its store is filled again.
  Retained(std::string topic, Millis min_gap) : topic_(std::move(topic)), min_gap_(min_gap) {}

  void say(std::string text) {
    key_ = text;
    text_ = std::move(text);
  }
  // Only a different `key` counts as a change: for text with a part in it that
  // can wait for the next repetition.
  void say(std::string text, std::string key) {
    text_ = std::move(text);
    key_ = std::move(key);
  }
  // Publish at the next turn, changed or not.
  void repeat() { must_ = true; }
  // Publish a change at the next turn, whatever the gap.
  void hurry() { must_ = must_ || key_ != said_key_; }

  bool is_due(SteadyTime now) const { return must_ || !said_at_ || now >= *due_at(); }
  // When it is due by itself; unset before it was ever published.
  std::optional<SteadyTime> due_at() const {
    if (!said_at_) return std::nullopt;
    return *said_at_ + (key_ == said_key_ ? repeat_every : min_gap_);
  }

  const std::string& topic() const { return topic_; }
  const std::string& publish(SteadyTime now) {
    must_ = false;
    said_at_ = now;
    said_key_ = key_;
    return text_;
  }

 private:
  static constexpr Millis repeat_every = Minutes{1};

  std::string topic_;
  Millis min_gap_;
  std::string text_;
  std::string key_;
  std::string said_key_;
  std::optional<SteadyTime> said_at_;
  bool must_ = false;
};

}  // namespace chairhub
