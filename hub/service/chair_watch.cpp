#include "hub/service/chair_watch.h"

#include <numeric>

namespace chairhub {
namespace {

constexpr std::chrono::hours looks_back{1};

// Which table of the log an event goes to.
struct TableOf {
  std::string_view operator()(const SpanEnded&) const { return "spans"; }
  std::string_view operator()(const SpanStarted&) const { return "spans"; }
  std::string_view operator()(const SittingStarted&) const { return "sittings"; }
  std::string_view operator()(const SittingEnded&) const { return "sittings"; }
  std::string_view operator()(const Minute&) const { return "minutes"; }
  std::string_view operator()(const Alert&) const { return "alerts"; }
  std::string_view operator()(const AlertCleared&) const { return "alerts"; }
  std::string_view operator()(const Shifted&) const { return ""; }
  template <class Other>
  std::string_view operator()(const Other&) const {
    return "events";
  }
};

}  // namespace

void ChairWatch::begin(const std::vector<LoggedAlert>& alerts, const std::vector<Minute>& minutes) {
  for (const LoggedAlert& alert : alerts)
    if (!alert.cleared) alert_ = alert;
  for (const Minute& minute : minutes)
    if (minute.shifts > 0) shifts_.push_back({minute.start, minute.shifts});
}

void ChairWatch::hear(const Event& event) {
  if (const std::string_view table = std::visit(TableOf{}, event); !table.empty()) changed_.insert(table);
  if (const auto* shifted = std::get_if<Shifted>(&event)) {
    shifts_.push_back({shifted->at.wall, 1});
    while (shifted->at.wall - shifts_.front().at > looks_back) shifts_.pop_front();
  } else if (const auto* raised = std::get_if<Alert>(&event)) {
    alert_ = as_logged(*raised, raised->raised.wall, raised->since.wall);
    new_alerts_.push_back(*alert_);
    answers_.clear();
  } else if (const auto* answered = std::get_if<ExerciseAnswered>(&event)) {
    if (alert_) answers_.push_back({answered->exercise, answered->answer, answered->at.wall});
  } else if (const auto* cleared = std::get_if<AlertCleared>(&event)) {
    if (alert_ && alert_->cause == cleared->cause) alert_.reset();
  }
}

void ChairWatch::delivered(std::uint64_t alert, bool as_missed) {
  if (alert_ && alert_->id == alert) alert_->delivery = as_missed ? Delivery::delivered_as_missed : Delivery::delivered;
}

void ChairWatch::forget() {
  shifts_.clear();
  alert_.reset();
  answers_.clear();
  changed_ = {"minutes", "spans", "sittings", "alerts", "events"};
}

std::uint32_t ChairWatch::shifts_this_hour(WallTime now) const {
  return std::accumulate(shifts_.begin(), shifts_.end(), std::uint32_t{0}, [now](std::uint32_t sum, const Shifts& one) {
    return now - one.at > looks_back ? sum : sum + one.count;
  });
}

std::optional<LoggedAlert> ChairWatch::alert(WallTime now) const {
  return alert_ && now - alert_->raised <= looks_back ? alert_ : std::nullopt;
}

}  // namespace chairhub
