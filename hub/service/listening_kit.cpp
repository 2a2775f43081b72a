#include "hub/service/listening_kit.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <deque>

#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/service/kit_line.h"

namespace chairhub {
namespace {

constexpr Millis frame_patience = Seconds{1};

class ListeningKit final : public Kit {
 public:
  ListeningKit(std::unique_ptr<Kit> kit, std::unique_ptr<KitLine> line)
      : kit_(std::move(kit)), line_(std::move(line)) {}

  std::string describe() const override { return kit_->describe(); }
  // The frames say when they were; nobody asks for them at a pace of their own.
  Pace pace() const override { return {kit_->pace().interval, true, 0}; }
  std::vector<std::string> take_notices() override { return kit_->take_notices(); }

  bool scan(Moment now, Frame& frame) override {
    const SteadyTime end = now.steady + frame_patience;
    while (frames_.empty() && now.steady < end) {
      line_->turn(now.steady);
      wait(end - now.steady);
      now = moment_now();
      line_->handle_events(now.steady);
      receive(now);
    }
    if (frames_.empty()) return kit_->scan(now, frame);
    frame = frames_.front();
    frames_.pop_front();
    return true;
  }

 private:
  void wait(Millis at_most) const {
    std::array waiting = {pollfd{line_->messages_fd(), POLLIN, 0}, pollfd{line_->events_fd(), POLLIN, 0}};
    ::poll(waiting.data(), waiting.size(), static_cast<int>(at_most.count()));
  }
  void receive(Moment now) {
    Frame frame;
    for (const KitMessage& message : line_->take(now.steady))
      if (message.kind == KitMessage::Kind::frame && kit_->receiver()->receive(message.payload, now, frame))
        frames_.push_back(frame);
  }

  std::unique_ptr<Kit> kit_;
  std::unique_ptr<KitLine> line_;
  std::deque<Frame> frames_;
};

}  // namespace

Result<std::unique_ptr<Kit>> listen_to(std::unique_ptr<Kit> kit, const MqttConfig& config, const KitTopic& topic) {
  auto line = KitLine::make(config, fmt::format("chairhub-{}-listen-{}", topic.chair_id, ::getpid()), {topic});
  if (!line) return tl::unexpected(line.error());
  return std::make_unique<ListeningKit>(std::move(kit), std::move(*line));
}

}  // namespace chairhub
