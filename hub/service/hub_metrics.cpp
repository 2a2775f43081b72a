#include <algorithm>

#include "hub/platform/board.h"
#include "hub/platform/clock.h"
#include "hub/service/hub_impl.h"
#include "hub/storage/log_files.h"
#include "hub/web/metrics.h"

namespace chairhub {
namespace {

std::vector<PadMetrics> pad_metrics(const ChairService& chair) {
  std::vector<PadMetrics> pads;
  const auto reports = chair.pads();
  const auto readings = chair.newest().readings();
  for (std::size_t i = 0; i < chair.chair().pads.size(); ++i) {
    PadMetrics pad;
    pad.pad = chair.chair().pads[i].name;
    if (i < readings.size() && readings[i].signal == Signal::ok) pad.reading = readings[i].counts;
    if (i < reports.size()) {
      pad.has_fault = reports[i].status != PadStatus::ok;
      pad.faults = reports[i].times;
    }
    pads.push_back(std::move(pad));
  }
  return pads;
}

double in_seconds(Millis length) {
  return std::chrono::duration<double>(length).count();
}

}  // namespace

ChairMetrics Hub::Impl::metrics_of(std::size_t index) const {
  const ChairService& chair = *chairs.at(index);
  const Observation& last = chair.last();
  const Diag diag = diag_of(index);
  ChairMetrics metrics;
  metrics.chair = chair.chair().id;
  metrics.kit_up = diag.kit_fault.empty();
  metrics.occupied = last.occupied;
  metrics.posture = last.posture;
  metrics.sitting_today_s = in_seconds(last.times.today);
  metrics.sitting_since_break_s = in_seconds(last.times.session);
  metrics.still_s = in_seconds(last.times.still);
  metrics.alerts = chair.alerts_raised();
  metrics.pads = pad_metrics(chair);
  metrics.dropped_frames = diag.dropped_frames;
  return metrics;
}

std::string Hub::Impl::metrics() const {
  HubMetrics hub;
  hub.version = options.version;
  hub.uptime_s = in_seconds(std::chrono::floor<Millis>(moment_now().steady - began));
  for (std::size_t i = 0; i < chairs.size(); ++i) hub.chairs.push_back(metrics_of(i));
  hub.database_bytes = database_bytes(options.config.storage.database);
  hub.log_up = database_fault.empty();
  if (!lines.empty())
    hub.broker_connected =
        std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line->is_connected(); });
  hub.board_celsius = board_celsius();
  hub.http_connections = web->connections();
  hub.event_streams = web->event_streams();
  return metrics_text(hub);
}

}  // namespace chairhub
