#include "hub/commands/trace.h"

#include <cerrno>
#include <system_error>

#include <fmt/format.h>

namespace chairhub {
namespace {

constexpr std::size_t block = 1 << 16;

std::string trouble(const std::filesystem::path& file, int error) {
  return fmt::format("cannot write {}: {}", file.string(), std::generic_category().message(error));
}

}  // namespace

std::string trace_columns(const Observation& observation) {
  std::string alerts;
  for (const Cause cause : all_causes)
    if (observation.active[static_cast<std::size_t>(cause)])
      alerts += (alerts.empty() ? "" : ";") + std::string(to_string(cause));
  const char* supported = !observation.supported ? "" : *observation.supported ? "1" : "0";
  return fmt::format(",{},{},{},{},{},{},{}\n", to_string(observation.posture), observation.occupied ? 1 : 0, supported,
                     observation.forward ? 1 : 0, to_string(observation.lean), observation.calibrated ? 1 : 0, alerts);
}

Result<Trace> Trace::create(const std::filesystem::path& file) {
  std::FILE* out = std::fopen(file.c_str(), "wbe");
  if (!out) return failure(trouble(file, errno));
  Trace trace(file, out);
  trace.buffer_ = "t_ms,posture,occupied,supported,forward,lean,calibrated,alerts\n";
  return trace;
}

Result<void> Trace::add(std::string_view t_ms, const Observation& observation) {
  if (observation.is_tick || columns_.empty()) columns_ = trace_columns(observation);
  buffer_.append(t_ms).append(columns_);
  return buffer_.size() < block ? Result<void>{} : flush();
}

Result<void> Trace::flush() {
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size())
    return failure(trouble(path_, errno));
  buffer_.clear();
  return {};
}

Result<void> Trace::finish() {
  if (auto flushed = flush(); !flushed) return flushed;
  if (std::fflush(file_.get()) != 0) return failure(trouble(path_, errno));
  return {};
}

}  // namespace chairhub
