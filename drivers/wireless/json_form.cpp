#include <limits>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "drivers/wireless/sent_frame.h"

namespace chairhub {
namespace {

using Json = nlohmann::json;

// Takes what it wants of a JSON text while that is read, so that a hostile one
// is never built up in memory. Each call returns whether to read on.
class FrameText final : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return place() == Place::pad ? add({}) : is_ignored(); }
  bool boolean(bool) override { return is_ignored(); }
  bool number_integer(number_integer_t value) override { return number(static_cast<double>(value), std::nullopt); }
  bool number_unsigned(number_unsigned_t value) override { return number(static_cast<double>(value), value); }
  bool number_float(number_float_t value, const string_t&) override { return number(value, std::nullopt); }
  bool string(string_t&) override { return is_ignored(); }
  bool binary(binary_t&) override { return false; }  // cannot stand in a text
  bool start_object(std::size_t) override { return open(place() == Place::outside || is_ignored()); }
  bool start_array(std::size_t) override {
    return open((place() == Place::field && key_ == Key::pads) || is_ignored());
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    key_ = name == "boot" ? Key::boot : name == "seq" ? Key::sequence : name == "ms" ? Key::kit_ms : Key::other;
    if (name == "pads") key_ = Key::pads;
    if (key_ == Key::other) return true;
    const bool is_second = seen_[static_cast<std::size_t>(key_)];
    seen_[static_cast<std::size_t>(key_)] = true;
    return !is_second;
  }

  bool is_complete() const { return seen_[0] && seen_[1] && seen_[2] && seen_[3]; }
  bool has_too_many_pads() const { return too_many_; }
  const SentFrame& frame() const { return frame_; }

 private:
  enum class Key : std::uint8_t { boot, sequence, kit_ms, pads, other };
  enum class Place : std::uint8_t { outside, field, pad, elsewhere };

  Place place() const {
    if (depth_ < 2) return depth_ == 0 ? Place::outside : Place::field;
    return key_ == Key::pads ? Place::pad : Place::elsewhere;
  }
  bool is_ignored() const { return place() == Place::elsewhere || (place() == Place::field && key_ == Key::other); }
  bool open(bool is_allowed) {
    ++depth_;
    return is_allowed;
  }
  bool close() {
    --depth_;
    return true;
  }

  bool number(double value, std::optional<std::uint64_t> whole) {
    if (place() == Place::pad) return add(reading_of(value));
    if (place() != Place::field || key_ == Key::other) return is_ignored();
    if (key_ == Key::pads || !whole || *whole > std::numeric_limits<std::uint32_t>::max()) return false;
    const auto number = static_cast<std::uint32_t>(*whole);
    (key_ == Key::boot ? frame_.boot : key_ == Key::sequence ? frame_.sequence : frame_.kit_ms) = number;
    return true;
  }

  bool add(PadReading reading) {
    too_many_ = frame_.pad_count >= max_pads;
    if (!too_many_) frame_.pads.at(frame_.pad_count++) = reading;
    return !too_many_;
  }

  SentFrame frame_;
  int depth_ = 0;  // brackets that are open
  Key key_ = Key::other;
  std::array<bool, 4> seen_{};
  bool too_many_ = false;
};

}  // namespace

Decoded decode_json(std::string_view payload, std::size_t pad_count) {
  if (payload.size() > max_frame_bytes) return tl::unexpected(FrameFault::oversize);
  FrameText text;
  const bool is_read = Json::sax_parse(payload, &text);
  if (text.has_too_many_pads()) return tl::unexpected(FrameFault::pad_count);
  if (!is_read || !text.is_complete()) return tl::unexpected(FrameFault::malformed);
  if (text.frame().pad_count != pad_count) return tl::unexpected(FrameFault::pad_count);
  return text.frame();
}

}  // namespace chairhub
