#include <algorithm>

#include "hub/platform/clock.h"
#include "hub/service/hub_impl.h"
#include "hub/service/web_site.h"
#include "hub/web/api.h"
#include "hub/web/now_json.h"

namespace chairhub {

std::size_t Hub::Impl::index_of(std::string_view id) const {
  const auto found =
      std::find_if(chairs.begin(), chairs.end(), [id](const auto& chair) { return chair->chair().id == id; });
  return static_cast<std::size_t>(found - chairs.begin());
}

Result<void> Hub::Impl::obey(std::size_t index, const Command& command) {
  ChairService& chair = *chairs.at(index);
  const Moment now = moment_now();
  const auto done = chair.obey(command, chair.clock().chair_time(now));
  schedule.at_once(index);
  loop.wake_at(now.steady, [this] { turn(); });  // not from in here: the server is still at this request
  return done;
}

std::shared_ptr<EventStream> Hub::Impl::watch(std::size_t index) {
  const auto view = [this, index](std::string_view what) { return [this, index, what] { return show(index, what); }; };
  const LiveFeed::Views views{[this] { return hub_hello_json(hub_view()); },
                              view("now"),
                              view("pads"),
                              view("settings"),
                              view("calibration"),
                              view("diag")};
  auto stream = std::make_shared<EventStream>();
  live.try_emplace(index, views).first->second.join(stream);
  return stream;
}

// Called whenever the chair's turn is, which it is at least once a second.
void Hub::Impl::tell_live(std::size_t index, SteadyTime now) {
  const auto found = live.find(index);
  if (found == live.end()) return;
  LiveFeed& feed = found->second;
  ChairWatch& watch = chairs[index]->watch();
  for (const LoggedAlert& alert : watch.take_new_alerts()) feed.alert(alert_json(alert));
  feed.log_changed(watch.take_changed());
  feed.turn(now, kit_states[index].last_frame);
  if (!feed.is_watched()) live.erase(found);
}

ApiPort Hub::Impl::api_port() {
  ApiPort port;
  port.chairs = [this] {
    std::vector<ApiPort::ChairName> names;
    for (const auto& chair : chairs) names.push_back({chair->chair().id, chair->chair().name});
    return names;
  };
  port.hub = [this] { return hub_json(hub_view()); };
  port.show = [this](std::string_view id, std::string_view what) { return show(index_of(id), what); };
  port.obey = [this](std::string_view id, const Command& command) { return obey(index_of(id), command); };
  port.metrics = [this] { return metrics(); };
  port.trouble = [this] { return trouble(); };
  port.watch = [this](std::string_view id) { return watch(index_of(id)); };
  add_actions(port);
  port.read = [this](const LogRequest& request, const Reply& reply) { read_log(request, reply); };
  return port;
}

Result<void> Hub::Impl::listen() {
  if (!options.config.web.enabled) return {};
  web_started = moment_now().wall;
  if (!options.config.web.password_hash.empty()) {
    background = std::make_unique<BackgroundWork>();
    loop.on_readable(background->fd(), [this] {
      background->finish();
      turn();
    });
  }
  auto data = [api = Api(api_port())](const HttpRequest& request, const Reply& reply) { api.answer(request, reply); };
  auto server = open_site(options.config.web, std::move(data),
                          [this](auto work, auto done) { background->run(std::move(work), std::move(done)); });
  if (!server) return tl::unexpected(server.error());
  web = std::move(*server);
  reader = std::make_unique<ReaderThread>(LogFiles{options.config.storage.database, options.config.storage.heartbeat});
  loop.on_readable(finished.fd(), [this] { take_finished(); });
  loop.on_readable(reader->fd(), [this] {
    reader->give_answers();
    turn();
  });
  return {};
}

}  // namespace chairhub
