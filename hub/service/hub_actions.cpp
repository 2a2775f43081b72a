#include <utility>

#include "hub/platform/clock.h"
#include "hub/service/hub_impl.h"
#include "hub/service/log_files_out.h"
#include "hub/storage/forget.h"

namespace chairhub {

Result<void> Hub::Impl::record(std::size_t index, Seconds length) {
  const auto& folder = options.config.web.recordings;
  if (folder.empty())
    return failure(
        "recordings are not allowed here: name a folder for them as recordings in [web] of the configuration");
  ChairService& chair = *chairs.at(index);
  if (chair.settings().paused) return failure("the chair is paused, and nothing is kept meanwhile");
  if (const auto found = recorders.find(index); found != recorders.end() && found->second->view().running)
    return failure("a recording is running already; end it, or wait for its end");
  auto begun = Recorder::begin(folder, chair.chair(), chair.clock().chair_time(moment_now()).wall, length);
  if (!begun) return tl::unexpected(begun.error());
  recorders[index] = std::move(*begun);
  return {};
}

void Hub::Impl::record_frame(std::size_t index) {
  const auto found = recorders.find(index);
  if (found == recorders.end()) return;
  if (chairs[index]->settings().paused) return found->second->end();
  found->second->take(chairs[index]->watch().frame());
}

Result<void> Hub::Impl::examine() {
  if (!options.doctor) return failure("this hub has no doctor");
  if (doctor_view.running) return failure("the doctor is looking already; wait for what it finds");
  doctor_view.running = true;
  doctor_thread = std::jthread([this] {
    auto findings = options.doctor();
    finished.put([this, findings = std::move(findings)] { doctor_view = {false, moment_now().wall, findings}; });
  });
  return {};
}

void Hub::Impl::forget(const ForgetRequest& request, std::function<void(Result<void>)> reply) {
  // Without an end it goes on for ever, so that what is open goes too.
  constexpr WallTime for_ever{Millis(4'000'000'000'000'000)};
  Forget what{request.chair, std::nullopt};
  if (request.from || request.to)
    what.range = WallRange{request.from.value_or(WallTime{}), request.to.value_or(for_ever)};
  const std::size_t index = index_of(request.chair);
  storage->run([this, what, index, reply = std::move(reply)](Logbook& logbook) {
    // What still waits to be written would come back otherwise.
    auto done = logbook.commit();
    if (done) done = chairhub::forget(logbook.files().database, what);
    finished.put([this, index, reply, done] {
      if (done) chairs[index]->watch().forget();
      forget_sums();
      reply(done);
    });
  });
}

// What other threads have done for somebody who waits.
void Hub::Impl::take_finished() {
  for (const auto& done : finished.take()) done();
  turn();
}

void Hub::Impl::add_actions(ApiPort& port) {
  port.recording = [this](std::string_view id) {
    const auto found = recorders.find(index_of(id));
    return found == recorders.end() ? RecordingView{} : found->second->view();
  };
  port.record = [this](std::string_view id, Seconds length) { return record(index_of(id), length); };
  port.end_recording = [this](std::string_view id) { recorders.at(index_of(id))->end(); };
  port.recorded_file = [this](std::string_view id) { return file_pieces(*reader, recorders.at(index_of(id))->file()); };
  port.doctor = [this] { return doctor_view; };
  port.examine = [this] { return examine(); };
  port.export_log = [this](ExportRequest request) {
    const WallTime now = log_context(index_of(request.chair)).now;
    return table_pieces(*reader, std::move(request), now);
  };
  port.copy_log = [this](const std::function<void(Result<Pieces>)>& reply) {
    copy_pieces(*reader, options.config.storage.database, reply);
  };
  port.forget = [this](const ForgetRequest& request, std::function<void(Result<void>)> reply) {
    forget(request, std::move(reply));
  };
}

}  // namespace chairhub
