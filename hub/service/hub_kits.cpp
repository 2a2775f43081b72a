#include <numeric>

#include "hub/platform/board.h"
#include "hub/platform/clock.h"
#include "hub/platform/journal.h"
#include "hub/service/hub_impl.h"
#include "hub/storage/log_files.h"

namespace chairhub {
namespace {

// A kit that is silent for this long has a fault (engineering default).
constexpr Millis silence{2000};

// Of a kit on a radio: all that was sent and cannot be used.
std::uint64_t not_taken(const std::vector<NamedCount>& radio) {
  return std::accumulate(radio.begin(), radio.end(), std::uint64_t{0}, [](std::uint64_t sum, const NamedCount& kind) {
    return kind.name == "taken" || kind.name == "restarted" ? sum : sum + kind.count;
  });
}

}  // namespace

void Hub::Impl::hear_kits(Moment now) {
  Frame frame;
  for (const KitMessage& message : kit_line->take(now.steady)) {
    Kit& kit = *kits[message.chair];
    schedule.at_once(message.chair);
    if (message.kind != KitMessage::Kind::frame) {
      kit_states[message.chair].said_offline = message.kind == KitMessage::Kind::offline;
      continue;
    }
    if (kit.receiver()->receive(message.payload, now, frame)) {
      chairs[message.chair]->take(frame, now.steady);
      heard(message.chair, now.steady);
    }
    for (const std::string& notice : kit.take_notices()) log_warning(notice);
  }
}

void Hub::Impl::heard(std::size_t index, SteadyTime now) {
  KitState& state = kit_states[index];
  state.last_frame = now;
  state.said_offline = false;
  if (!std::exchange(state.fault, {}).empty()) chairs[index]->diag_changed(diag_of(index));
  record_frame(index);
  schedule.at_once(index);
}

void Hub::Impl::watch_silence(std::size_t index, Moment now) {
  std::string fault = kit_fault(index, now.steady);
  if (fault.empty()) return;
  // From now on what it has measured before comes too late.
  Frame silent;
  if (kits[index]->receiver()) kits[index]->scan(now, silent);
  chairs[index]->miss_frame(now);
  if (kit_states[index].fault == fault) return;
  kit_states[index].fault = std::move(fault);
  chairs[index]->diag_changed(diag_of(index));
}

std::string Hub::Impl::kit_fault(std::size_t index, SteadyTime now) const {
  const KitState& state = kit_states[index];
  if (state.said_offline) return "the kit is offline";
  if (kits[index]->pace().own_time || now - state.last_frame < silence) return "";
  if (kits[index]->receiver() && !kit_line->is_connected())
    return "no connection to the broker, over which the kit sends";
  return "the kit has delivered no frame for 2 s";
}

Diag Hub::Impl::diag_of(std::size_t index) const {
  Diag diag;
  const auto pads = chairs[index]->pads();
  diag.pads.assign(pads.begin(), pads.end());
  diag.kit_fault = kit_states[index].fault;
  diag.database_fault = database_fault;
  diag.clock_set = clock_set;
  if (const FrameReceiver* kit = kits[index]->receiver()) {
    diag.radio = kit->counts();
    if (kit_line)
      for (const NamedCount& kind : kit_line->counts(index)) diag.radio.push_back(kind);
    diag.dropped_frames = not_taken(diag.radio) + (kit_line ? kit_line->dropped() : 0);
  } else {
    diag.dropped_frames = scans.dropped() + (index < scanning.size() ? scanning[index]->missed() : 0);
  }
  diag.board_celsius = board_celsius();
  diag.database_bytes = database_bytes(options.config.storage.database);
  diag.version = options.version;
  diag.boot_id = boot_id();
  diag.started = started;
  return diag;
}

}  // namespace chairhub
