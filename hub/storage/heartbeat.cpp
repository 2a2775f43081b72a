#include "hub/storage/heartbeat.h"

#include <cstdint>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

namespace chairhub {
namespace {

constexpr Seconds interval{5};

}  // namespace

Heartbeat::Heartbeat(std::filesystem::path file, std::string run) : file_(std::move(file)), run_(std::move(run)) {}

Result<void> Heartbeat::beat_if_due(Moment now) {
  if (next_ && now.steady < *next_) return {};
  return beat(now);
}

Result<void> Heartbeat::beat(Moment now) {
  next_ = now.steady + interval;
  // Renamed into place, so that a crash leaves the old one or the new one.
  const std::filesystem::path draft = file_.string() + ".new";
  std::ofstream out(draft);
  out << run_ << ' ' << now.wall.time_since_epoch().count() << '\n';
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(draft, file_, error);
  if (!out || error)
    return failure(
        fmt::format("{}: the heartbeat cannot be written; set storage.heartbeat to a file on a tmpfs", file_.string()));
  return {};
}

std::optional<WallTime> Heartbeat::last_beat(const std::filesystem::path& file, std::string_view run) {
  std::ifstream in(file);
  std::string whose;
  std::int64_t at = 0;
  if (!(in >> whose >> at) || whose != run) return std::nullopt;
  return WallTime(Millis(at));
}

}  // namespace chairhub
