#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/platform/journal.h"
#include "hub/service/broker.h"
#include "hub/service/gone_chairs.h"
#include "hub/service/hub_impl.h"

namespace chairhub {

Result<std::unique_ptr<ChairLink>> Hub::Impl::make_link(std::size_t index) {
  ChairLink::Handlers handlers;
  handlers.command = [this, index](const Result<Command>& command) {
    ChairService& chair = *chairs[index];
    chair.obey(command, chair.clock().chair_time(moment_now()));
    chair.diag_changed(diag_of(index));
  };
  handlers.delivered = [this, index](std::uint64_t alert, bool as_missed) {
    chairs[index]->delivered(alert, as_missed);
  };
  handlers.settled = [this, index] { settle_identity(index); };
  auto place = place_of(index);
  if (!place) return tl::unexpected(place.error());
  if (index == 0) place->leftovers = removal_of_gone_chairs(options.config, *identity);
  return ChairLink::make(options.config.mqtt, options.config.chairs[index], *identity, chairs[index]->settings(),
                         diag_of(index), std::move(*place), std::move(handlers));
}

// The first chair's connection also takes out those that are gone.
void Hub::Impl::settle_identity(std::size_t index) {
  identity->settle(options.config.chairs[index].chair.id);
  if (index == 0)
    for (const std::string& chair : gone_chairs(options.config, *identity)) identity->forget(chair);
}

// A thousand chairs that settle at once make one file.
void Hub::Impl::save_identity(SteadyTime now) {
  if (!identity || !identity->has_news() || now < next_identity_save) return;
  next_identity_save = now + Seconds{2};
  if (auto saved = identity->save(); !saved) log_warning(saved.error().message);
}

// A chair that scans has a line of its own, so that its own availability is the will. Wireless ones may be
// a thousand: they share a line, whose will speaks for all.
Result<ChairLink::Place> Hub::Impl::place_of(std::size_t index) {
  const MqttConfig& config = options.config.mqtt;
  const std::string& chair = options.config.chairs[index].chair.id;
  auto topics = chair_topics(config.topic_root, chair);
  if (!topics) return tl::unexpected(topics.error());
  if (!kits[index]->receiver()) {
    const auto line = make_line(device_id(identity->install_id(), chair), chair, topics->availability, "");
    if (!line) return tl::unexpected(line.error());
    return ChairLink::Place{**line, index, std::move(*topics), {}};
  }
  topics->hub_availability = hub_availability_topic(config.topic_root, identity->install_id());
  if (shared_line == nullptr) {
    const auto line = make_line(fmt::format("chairhub_{}.chairs", identity->install_id()), "the wireless chairs",
                                topics->hub_availability, topics->hub_availability);
    if (!line) return tl::unexpected(line.error());
    shared_line = *line;
  }
  return ChairLink::Place{*shared_line, index, std::move(*topics), {}};
}

Result<BrokerLine*> Hub::Impl::make_line(std::string client_id, const std::string& for_whom,
                                         const std::string& will_topic, const std::string& availability) {
  const MqttConfig& config = options.config.mqtt;
  auto connection_to = connection_options(config, std::move(client_id));
  if (!connection_to) return tl::unexpected(connection_to.error());
  connection_to->will = offline_will(will_topic);
  auto on_event = [this, line = lines.size()](MqttEvent event) { line_events.put({line, std::move(event)}); };
  auto connection = Connection::make(std::move(*connection_to), std::move(on_event), random_source());
  if (!connection) return tl::unexpected(connection.error());
  lines.push_back(std::make_unique<BrokerLine>(
      std::move(*connection), fmt::format("mqtt {}:{} for {}", config.host, config.port, for_whom), availability));
  return lines.back().get();
}

Result<void> Hub::Impl::make_kit_line() {
  auto topics = kit_topics(options.config, kits);
  if (!topics) return tl::unexpected(topics.error());
  if (topics->empty()) return {};
  auto line =
      KitLine::make(options.config.mqtt, fmt::format("chairhub_{}.kits", identity->install_id()), std::move(*topics));
  if (!line) return tl::unexpected(line.error());
  kit_line = std::move(*line);
  return {};
}

}  // namespace chairhub
