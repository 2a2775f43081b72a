// A hub with one chair, "desk", of which nothing is known and to which nothing
// happens: it answers every question at once with the least there is.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "hub/web/api.h"

namespace chairhub {

inline ApiPort calm_hub() {
  ApiPort hub;
  hub.chairs = [] { return std::vector<ApiPort::ChairName>{{"desk", "Desk"}}; };
  hub.hub = hub.metrics = [] { return std::string("{}\n"); };
  hub.show = [](std::string_view, std::string_view) { return std::string("{}"); };
  hub.obey = [](std::string_view, const Command&) { return Result<void>(); };
  hub.trouble = [] { return std::string(); };
  hub.watch = [](std::string_view) { return std::make_shared<EventStream>(); };
  hub.read = [](const LogRequest&, const Reply& reply) { reply(HttpResponse{}); };
  hub.recording = [](std::string_view) { return RecordingView{}; };
  hub.record = [](std::string_view, Seconds) { return Result<void>(); };
  hub.end_recording = [](std::string_view) {};
  hub.recorded_file = [](std::string_view) -> Result<Pieces> { return failure("there is none"); };
  hub.doctor = [] { return DoctorView{}; };
  hub.examine = [] { return Result<void>(); };
  hub.export_log = [](const ExportRequest&) { return pieces_of([] { return std::string(); }); };
  hub.copy_log = [](const auto& reply) { reply(pieces_of([] { return std::string(); })); };
  hub.forget = [](const ForgetRequest&, const auto& reply) { reply({}); };
  return hub;
}

}  // namespace chairhub
