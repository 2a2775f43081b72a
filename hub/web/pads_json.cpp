#include "hub/web/pads_json.h"

#include <algorithm>

#include "hub/core/zero_keeper.h"
#include "hub/web/json.h"

namespace chairhub {
namespace {

Loads loads_now(const PadsView& view) {
  Loads loads;
  const std::size_t count = std::min(
      {view.chair.pads.size(), std::size_t{view.frame.pad_count}, view.health.size(), view.calibration.pads.size()});
  loads.count = static_cast<std::uint32_t>(count);
  for (std::size_t i = 0; i < count; ++i) {
    const PadReading& reading = view.frame.pads.at(i);
    loads.believed.at(i) = reading.signal == Signal::ok && view.health[i].status == PadStatus::ok;
    loads.load.at(i) = loads.believed.at(i) ? view.calibration.pads[i].load_of(reading.counts) : 0;
  }
  return loads;
}

// Where the load of the pads of one zone has its middle.
Json centre_of(const PadsView& view, const Loads& loads, Zone zone) {
  double total = 0;
  double x = 0;
  double y = 0;
  for (std::size_t i = 0; i < loads.count; ++i) {
    if (!loads.believed.at(i) || view.chair.pads[i].zone != zone) continue;
    total += loads.load.at(i);
    x += loads.load.at(i) * view.chair.pads[i].x;
    y += loads.load.at(i) * view.chair.pads[i].y;
  }
  if (total <= view.least_load) return nullptr;
  return Json::array({rounded(x / total, 3), rounded(y / total, 3)});
}

Json pad_row(const PadHealthView& view, std::size_t i) {
  const PadReport& report = view.health[i];
  const PadCalibration& calibration = view.calibration.pads.at(i);
  return {{"name", view.chair.pads[i].name},
          {"status", to_string(report.status)},
          {"reason", report.reason},
          {"times", report.times},
          {"since_ms", report.since == Moment{} ? Json(nullptr) : unix_ms(report.since.wall)},
          {"zero", rounded(calibration.zero, 1)},
          {"span", rounded(calibration.span, 1)},
          {"noise", calibration.noise > 0 ? rounded(calibration.noise, 2) : Json(nullptr)},
          {"drift", rounded(zero_drift(view.chair.pads[i], calibration), 4)}};
}

}  // namespace

std::string pads_json(const PadsView& view) {
  const Loads loads = loads_now(view);
  const Balance balance = Scales(view.chair).weigh(loads, view.calibration);
  const bool loaded = balance.seat_total > view.least_load;
  Json load = Json::array();
  Json counts = Json::array();
  for (std::size_t i = 0; i < view.chair.pads.size(); ++i) {
    const bool read = i < view.frame.pad_count && view.frame.pads.at(i).signal == Signal::ok;
    counts.push_back(read ? Json(view.frame.pads.at(i).counts) : Json(nullptr));
    load.push_back(i < loads.count && loads.believed.at(i) ? rounded(loads.load.at(i), 3) : Json(nullptr));
  }
  Json json;
  json["at_ms"] = unix_ms(view.frame.at.wall);
  json["load"] = std::move(load);
  json["counts"] = std::move(counts);
  json["centre"] = centre_of(view, loads, Zone::seat);
  json["back_centre"] = centre_of(view, loads, Zone::back);
  json["left_right"] = loaded ? rounded(balance.left_right, 3) : Json(nullptr);
  json["front_back"] = loaded ? rounded(balance.front_back, 3) : Json(nullptr);
  json["back_share"] = loaded && view.chair.has_backrest() ? rounded(balance.back_share, 3) : Json(nullptr);
  json["total"] = rounded(balance.seat_total + balance.back_total, 3);
  return body_of(json);
}

std::string pad_health_json(const PadHealthView& view) {
  Json pads = Json::array();
  const std::size_t count = std::min(view.chair.pads.size(), view.health.size());
  for (std::size_t i = 0; i < count; ++i) pads.push_back(pad_row(view, i));
  Json radio = view.radio.empty() ? Json(nullptr) : Json::object();
  for (const NamedCount& kind : view.radio) radio[std::string(kind.name)] = kind.count;
  return body_of({{"pads", std::move(pads)}, {"dropped_frames", view.dropped_frames}, {"radio", std::move(radio)}});
}

}  // namespace chairhub
