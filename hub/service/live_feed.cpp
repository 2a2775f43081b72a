#include "hub/service/live_feed.h"

#include <utility>

#include "hub/web/day_json.h"
#include "hub/web/now_json.h"

namespace chairhub {
namespace {

// A line's end in the data would be a second line of the event.
std::string_view without_line_end(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

}  // namespace

void LiveFeed::join(const std::shared_ptr<EventStream>& stream) {
  // Who is there already hears of it too, so that what was told last holds for all.
  tell_if_new("settings", settings_, views_.settings);
  tell_if_new("calibration", calibration_, views_.calibration);
  tell_if_new("diag", diag_, views_.diag);
  stream->send("hub", without_line_end(views_.hub()));
  stream->send("settings", without_line_end(settings_.text));
  stream->send("now", without_line_end(views_.now()));
  stream->send("pads", without_line_end(views_.pads()));
  stream->send("calibration", without_line_end(calibration_.text));
  stream->send("diag", without_line_end(diag_.text));
  streams_.add(stream);
}

void LiveFeed::tell_if_new(std::string_view event, Told& told, const std::function<std::string()>& view) {
  std::string text = view();
  if (text == told.text) return;
  told.text = std::move(text);
  streams_.send(event, without_line_end(told.text));
}

void LiveFeed::tell_now(SteadyTime now) {
  std::string text = views_.now();
  if (without_moment(text) == without_moment(now_.text) && now - now_sent_ < now_at_least_every) return;
  now_.text = std::move(text);
  now_sent_ = now;
  streams_.send("now", without_line_end(now_.text));
}

void LiveFeed::turn(SteadyTime now, SteadyTime last_frame) {
  if (!is_watched()) return;
  if (last_frame > pads_at_ && now - pads_at_ >= pads_at_most_every) {
    pads_at_ = now;
    streams_.send("pads", without_line_end(views_.pads()));
  }
  if (now - now_.at >= now_at_most_every) {
    now_.at = now;
    tell_now(now);
    tell_if_new("settings", settings_, views_.settings);
    tell_if_new("calibration", calibration_, views_.calibration);
  }
  if (now - diag_.at >= diag_at_most_every) {
    diag_.at = now;
    tell_if_new("diag", diag_, views_.diag);
  }
  if (!changed_.empty() && now - log_at_ >= log_at_most_every) {
    log_at_ = now;
    streams_.send("log", without_line_end(log_changed_json(std::exchange(changed_, {}))));
  }
}

}  // namespace chairhub
