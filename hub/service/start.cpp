#include "hub/service/start.h"

#include <algorithm>

#include <fmt/format.h>

#include "hub/platform/journal.h"

namespace chairhub {
namespace {

Result<SittingsResume> resume_sittings(LogReader& log, const std::string& chair, const LocalTime& local_time,
                                       WallTime now) {
  SittingsResume resume;
  resume.day = now;
  const auto totals = log.totals(chair, {local_time.midnight_before(now), now});
  if (!totals) return tl::unexpected(totals.error());
  resume.today = totals->sitting;
  const auto sitting = log.last_sitting(chair);
  if (!sitting) return tl::unexpected(sitting.error());
  if (*sitting) resume.away_since = (*sitting)->end;
  const auto last_break = log.last_break(chair);
  if (!last_break) return tl::unexpected(last_break.error());
  if (*last_break) resume.last_break = (*last_break)->at;

  // Everything sat since the last full break is still one session.
  const WallTime since = resume.last_break.value_or(local_time.midnight_before(now));
  const auto session = log.totals(chair, {since, std::max(now, since)});
  if (!session) return tl::unexpected(session.error());
  resume.session = session->sitting;
  return resume;
}

// The newer of what the log and a file know of a profile; unset without either.
std::optional<Calibration> newest_calibration(LogReader& log, const Chair& chair, const std::string& profile,
                                              const std::optional<Calibration>& from_file) {
  // Pads may have been added since: an old calibration says nothing of them.
  const auto logged = log.calibration(chair, profile);
  if (!logged)
    log_warning(fmt::format("{}: the calibration in the log is left out: {}", chair.id, logged.error().message));
  if (!logged || !*logged || (from_file && (*logged)->made_at < from_file->made_at)) return from_file;
  return *logged;
}

// Each profile's own calibration, and the newest zeros there are, which are common to all.
void find_calibrations(LogReader& log, const Chair& chair, const std::optional<Calibration>& from_file,
                       DetectorStart& start) {
  std::optional<Calibration> newest = from_file;
  for (ProfileStart& known : start.profiles) {
    const bool is_first = &known == &start.profiles.front();
    const auto& file = is_first && from_file && from_file->has_person() ? from_file : known.calibration;
    known.calibration = newest_calibration(log, chair, known.profile.name, file);
    if (known.calibration && (!newest || newest->made_at < known.calibration->made_at)) newest = known.calibration;
  }
  if (!newest) log_info(chair.id + ": nobody has calibrated this chair; postures are told less surely");
  start.calibration = newest.value_or(uncalibrated(chair));
}

// The zeros of the chair, and the person of the profile in use.
void begin_with_profile(DetectorStart& start, const std::string& id) {
  const std::string& chosen = start.settings.profile;
  const auto found = std::find_if(start.profiles.begin(), start.profiles.end(),
                                  [&](const ProfileStart& one) { return one.profile.name == chosen; });
  if (!chosen.empty() && found == start.profiles.end()) {
    log_warning(
        fmt::format("{}: the profile \"{}\" that was in use is not in the configuration any more; now it is \"{}\"", id,
                    chosen, start.profiles.front().profile.name));
  }
  const ProfileStart& in_use = found == start.profiles.end() ? start.profiles.front() : *found;
  start.settings.profile = in_use.profile.name;
  start.calibration = with_person(start.calibration, in_use.calibration);
}

}  // namespace

Result<CoachResume> resume_coach(LogReader& log, const std::string& chair, WallTime now) {
  CoachResume resume;
  const WallRange of_late{now - CoachResume::kept, now};
  const auto alerts = log.alerts(chair, of_late);
  if (!alerts) return tl::unexpected(alerts.error());
  for (const LoggedAlert& alert : *alerts)
    resume.offers.push_back({alert.cause, alert.raised, alert.exercise_id, !alert.hint.empty()});
  const auto answers = log.exercise_answers(chair, of_late);
  if (!answers) return tl::unexpected(answers.error());
  for (const LoggedAnswer& answer : *answers) resume.answers.push_back({answer.exercise, answer.answer, answer.at});
  return resume;
}

Result<DetectorStart> detector_start(LogReader& log, const ChairConfig& config,
                                     const std::optional<Calibration>& from_file, const LocalTime& local_time,
                                     WallTime now, std::vector<ProfileStart> profiles) {
  DetectorStart start;
  const std::string& id = config.chair.id;
  auto settings = log.settings(id, config.defaults);
  if (!settings) return tl::unexpected(settings.error());
  for (const std::string& refused : settings->refused) log_warning(fmt::format("{}: {}", id, refused));
  start.settings = settings->settings;

  start.profiles = std::move(profiles);
  if (start.profiles.empty()) start.profiles.emplace_back();
  find_calibrations(log, config.chair, from_file, start);
  begin_with_profile(start, id);
  auto sittings = resume_sittings(log, id, local_time, now);
  if (!sittings) return tl::unexpected(sittings.error());
  start.sittings = *sittings;
  const auto last_id = log.last_alert_id(id);
  if (!last_id) return tl::unexpected(last_id.error());
  start.last_alert_id = *last_id;
  auto coach = resume_coach(log, id, now);
  if (!coach) return tl::unexpected(coach.error());
  start.coach = std::move(*coach);
  auto alerts = log.past_alerts(id);
  if (!alerts) return tl::unexpected(alerts.error());
  start.alerts.alerts = std::move(*alerts);
  return start;
}

Result<std::deque<LoggedAlert>> left_over_alerts(LogReader& log, const std::string& chair,
                                                 const std::vector<OutboxEntry>& pending) {
  std::deque<LoggedAlert> alerts;
  for (const OutboxEntry& entry : pending) {
    if (entry.chair != chair) continue;
    auto alert = log.alert(chair, entry.alert);
    if (!alert) return tl::unexpected(alert.error());
    if (*alert) alerts.push_back(std::move(**alert));
  }
  return alerts;
}

}  // namespace chairhub
