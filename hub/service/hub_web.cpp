#include <algorithm>

#include "hub/mqtt/payloads.h"
#include "hub/platform/clock.h"
#include "hub/service/hub_impl.h"
#include "hub/service/web_site.h"
#include "hub/web/api.h"

namespace chairhub {

// What is shown is what is published, so that nobody has to learn two forms.
std::string Hub::Impl::show(const ChairService& chair, std::size_t index, std::string_view what) const {
  if (what == "settings") return settings_payload(chair.settings(), clock_set);
  if (what == "diag") return diag_payload(chair.chair(), diag_of(index));
  const bool nothing_yet = chair.last().at == Moment{};
  return nothing_yet || chair.settings().paused ? unknown_state_payload() : state_payload(chair.last(), clock_set);
}

HttpResponse Hub::Impl::answer_metrics(const HttpRequest& request) const {
  if (request.method != "GET") {
    HttpResponse refused = error_response(405, "only GET is allowed here");
    refused.headers.emplace_back("Allow", "GET");
    return refused;
  }
  HttpResponse response;
  response.content_type = metrics_type;
  response.body = metrics();
  return response;
}

Result<void> Hub::Impl::listen() {
  if (!options.config.web.enabled) return {};
  const auto index_of = [this](std::string_view id) {
    const auto found =
        std::find_if(chairs.begin(), chairs.end(), [id](const auto& chair) { return chair->chair().id == id; });
    return static_cast<std::size_t>(found - chairs.begin());
  };
  ApiPort port;
  port.chairs = [this] {
    std::vector<ApiPort::ChairName> names;
    for (const auto& chair : chairs) names.push_back({chair->chair().id, chair->chair().name});
    return names;
  };
  port.show = [this, index_of](std::string_view id, std::string_view what) {
    const std::size_t index = index_of(id);
    return show(*chairs.at(index), index, what);
  };
  port.obey = [this, index_of](std::string_view id, const Command& command) {
    const std::size_t index = index_of(id);
    ChairService& chair = *chairs.at(index);
    const Moment now = moment_now();
    const auto done = chair.obey(command, chair.clock().chair_time(now));
    schedule.at_once(index);
    loop.wake_at(now.steady, [this] { turn(); });  // not from in here: the server is still at this request
    return done;
  };
  port.trouble = [this] {
    if (!database_fault.empty()) return database_fault;
    for (std::size_t i = 0; i < chairs.size(); ++i)
      if (const auto fault = diag_of(i).kit_fault; !fault.empty()) return chairs[i]->chair().id + ": " + fault;
    return std::string();
  };
  auto data = [this, api = Api(std::move(port))](const HttpRequest& request, const Reply& reply) {
    reply(request.path == "/metrics" ? answer_metrics(request) : api.answer(request));
  };
  if (!options.config.web.password_hash.empty()) {
    background = std::make_unique<BackgroundWork>();
    loop.on_readable(background->fd(), [this] {
      background->finish();
      turn();
    });
  }
  auto server = open_site(options.config.web, std::move(data),
                          [this](auto work, auto done) { background->run(std::move(work), std::move(done)); });
  if (!server) return tl::unexpected(server.error());
  web = std::move(*server);
  return {};
}

}  // namespace chairhub
