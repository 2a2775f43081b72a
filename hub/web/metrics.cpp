#include "hub/web/metrics.h"

#include <fmt/format.h>

namespace chairhub {
namespace {

constexpr std::array<Posture, 7> postures = {
    Posture::empty,        Posture::object,  Posture::supported, Posture::unsupported_upright,
    Posture::bent_forward, Posture::slumped, Posture::unknown};

using Labels = std::vector<std::pair<const char*, std::string_view>>;

std::string escaped_label(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\\' || c == '"') safe += '\\';
    if (c == '\n')
      safe += "\\n";
    else
      safe += c;
  }
  return safe;
}

class Page {
 public:
  // Begins a family; its samples follow.
  void gauge(std::string name, std::string_view help) { begin(std::move(name), help, "gauge"); }
  void counter(std::string name, std::string_view help) { begin(std::move(name), help, "counter"); }

  template <class Number>
  void sample(const Labels& labels, Number value) {
    text_ += name_;
    for (std::size_t i = 0; i < labels.size(); ++i)
      text_ += fmt::format("{}{}=\"{}\"", i == 0 ? '{' : ',', labels[i].first, escaped_label(labels[i].second));
    text_ += fmt::format("{} {}\n", labels.empty() ? "" : "}", value);
  }
  std::string text() && { return std::move(text_); }

 private:
  void begin(std::string name, std::string_view help, std::string_view type) {
    name_ = "chairhub_" + std::move(name);
    text_ += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name_, help, type);
  }

  std::string name_;
  std::string text_;
};

void add_hub(Page& page, const HubMetrics& hub) {
  page.gauge("build_info", "The version that runs; always 1.");
  page.sample({{"version", hub.version}}, 1);
  page.gauge("uptime_seconds", "How long the hub has run.");
  page.sample({}, hub.uptime_s);
  page.gauge("log_up", "Whether the log can be written.");
  page.sample({}, hub.log_up ? 1 : 0);
  if (hub.database_bytes) {
    page.gauge("database_bytes", "The size of the log's files.");
    page.sample({}, *hub.database_bytes);
  }
  if (hub.broker_connected) {
    page.gauge("broker_connected", "Whether the MQTT broker is connected.");
    page.sample({}, *hub.broker_connected ? 1 : 0);
  }
  if (hub.board_celsius) {
    page.gauge("board_temperature_celsius", "The temperature of the machine's processor.");
    page.sample({}, *hub.board_celsius);
  }
  page.gauge("http_connections", "Connections to the web server.");
  page.sample({}, hub.http_connections);
  page.gauge("event_streams", "Pages that watch live.");
  page.sample({}, hub.event_streams);
}

template <class Value>
void add_each(Page& page, const HubMetrics& hub, Value value) {
  for (const ChairMetrics& chair : hub.chairs) page.sample({{"chair", chair.chair}}, value(chair));
}

void add_sitting(Page& page, const HubMetrics& hub) {
  page.gauge("occupied", "Whether somebody sits.");
  add_each(page, hub, [](const ChairMetrics& chair) { return chair.occupied ? 1 : 0; });
  page.gauge("posture", "1 for the posture there is, 0 for the others.");
  for (const ChairMetrics& chair : hub.chairs)
    for (const Posture posture : postures)
      page.sample({{"chair", chair.chair}, {"posture", to_string(posture)}}, posture == chair.posture ? 1 : 0);
  page.gauge("sitting_today_seconds", "Sitting since local midnight.");
  add_each(page, hub, [](const ChairMetrics& chair) { return chair.sitting_today_s; });
  page.gauge("sitting_since_break_seconds", "Sitting since the last full break, partial breaks credited.");
  add_each(page, hub, [](const ChairMetrics& chair) { return chair.sitting_since_break_s; });
  page.gauge("still_seconds", "Since the last posture shift.");
  add_each(page, hub, [](const ChairMetrics& chair) { return chair.still_s; });
  page.counter("alerts_total", "Alerts raised since start.");
  for (const ChairMetrics& chair : hub.chairs)
    for (const Cause cause : all_causes)
      page.sample({{"chair", chair.chair}, {"cause", to_string(cause)}},
                  chair.alerts.at(static_cast<std::size_t>(cause)));
}

template <class Value>
void add_each_pad(Page& page, const HubMetrics& hub, Value value) {
  for (const ChairMetrics& chair : hub.chairs)
    for (const PadMetrics& pad : chair.pads)
      if (const auto number = value(pad)) page.sample({{"chair", chair.chair}, {"pad", pad.pad}}, *number);
}

void add_kit(Page& page, const HubMetrics& hub) {
  page.gauge("kit_up", "Whether the kit delivers frames.");
  add_each(page, hub, [](const ChairMetrics& chair) { return chair.kit_up ? 1 : 0; });
  page.counter("dropped_frames_total", "Frames that were not taken since start.");
  add_each(page, hub, [](const ChairMetrics& chair) { return chair.dropped_frames; });
  page.gauge("pad_reading", "The newest reading of a pad, in counts of its converter.");
  add_each_pad(page, hub, [](const PadMetrics& pad) { return pad.reading; });
  page.gauge("pad_fault", "Whether a pad is not believed.");
  add_each_pad(page, hub, [](const PadMetrics& pad) { return std::optional(pad.has_fault ? 1 : 0); });
  page.counter("pad_faults_total", "How often a pad has become faulty since start.");
  add_each_pad(page, hub, [](const PadMetrics& pad) { return std::optional(pad.faults); });
}

}  // namespace

std::string metrics_text(const HubMetrics& hub) {
  Page page;
  add_hub(page, hub);
  add_sitting(page, hub);
  add_kit(page, hub);
  return std::move(page).text();
}

}  // namespace chairhub
