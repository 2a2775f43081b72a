#include <array>

#include <fmt/format.h>

#include "hub/core/utf8.h"
#include "hub/web/action_json.h"
#include "hub/web/json.h"
#include "hub/web/route.h"

namespace chairhub {
namespace {

// What was begun, or why it cannot be.
void reply_begun(const ApiCall& call, const Result<void>& begun, std::string body) {
  if (!begun) return reply_error(call, 409, begun.error().message);
  reply_text(call, std::move(body), 202);
}

}  // namespace

HttpResponse attachment(std::string_view name, std::string_view type) {
  HttpResponse response;
  response.content_type = type;
  response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
  return response;
}

void answer_recording(const ApiCall& call) {
  reply_text(call, recording_json(call.port.recording(call.chair)));
}

void begin_recording(const ApiCall& call) {
  const auto length = recording_length_from(call.request.body);
  if (!length) return reply_error(call, 400, length.error().message);
  const auto begun = call.port.record(call.chair, *length);
  reply_begun(call, begun, recording_json(call.port.recording(call.chair)));
}

void end_recording(const ApiCall& call) {
  if (!call.port.recording(call.chair).running) return reply_error(call, 409, "no recording is running");
  call.port.end_recording(call.chair);
  reply_text(call, recording_json(call.port.recording(call.chair)));
}

void answer_recorded_file(const ApiCall& call) {
  const RecordingView view = call.port.recording(call.chair);
  if (view.running) return reply_error(call, 409, "the recording is still running; end it, or wait for its end");
  if (view.file.empty()) return reply_error(call, 404, "nothing has been recorded since the hub has started");
  HttpResponse response = attachment(view.file, "text/csv; charset=utf-8");
  auto pieces = call.port.recorded_file(call.chair);
  if (!pieces) return reply_error(call, 404, pieces.error().message);
  response.pieces = std::move(*pieces);
  call.reply(std::move(response));
}

void answer_doctor(const ApiCall& call) {
  reply_text(call, doctor_json(call.port.doctor()));
}

void begin_examination(const ApiCall& call) {
  const auto begun = call.port.examine();
  reply_begun(call, begun, doctor_json(call.port.doctor()));
}

void answer_export(const ApiCall& call) {
  constexpr std::array<std::string_view, 2> formats = {"csv", "json"};
  constexpr std::array<std::string_view, 6> tables = {"minutes", "spans", "sittings", "alerts", "holds", "events"};
  QueryReader query(call.request.query);
  ExportRequest asked;
  asked.chair = call.chair;
  asked.as_json = query.word("format", formats).value_or("csv") == "json";
  const auto table = query.word("what", tables);
  asked.range = query.range();
  if (refused(call, query)) return;
  if (!table)
    return reply_error(call, 400, "query: what is missing; it takes minutes, spans, sittings, alerts, holds, events");
  asked.table = *table;
  HttpResponse response = attachment(fmt::format("{}-{}.{}", asked.chair, asked.table, asked.as_json ? "json" : "csv"),
                                     asked.as_json ? "application/json" : "text/csv; charset=utf-8");
  response.pieces = call.port.export_log(std::move(asked));
  call.reply(std::move(response));
}

void answer_copy(const ApiCall& call) {
  call.port.copy_log([reply = call.reply](Result<Pieces> pieces) {
    if (!pieces) return reply(error_response(503, pieces.error().message));
    HttpResponse response = attachment("chairhub.db", "application/vnd.sqlite3");
    response.pieces = std::move(*pieces);
    reply(std::move(response));
  });
}

void forget_log(const ApiCall& call) {
  const auto asked = forget_request_from(call.request.body, call.chair);
  if (!asked) return reply_error(call, 400, asked.error().message);
  call.port.forget(*asked, [reply = call.reply](Result<void> forgotten) {
    if (!forgotten) return reply(error_response(409, forgotten.error().message));
    HttpResponse response;
    response.status = 204;
    response.content_type = "";
    reply(std::move(response));
  });
}

}  // namespace chairhub
