#include "hub/commands/log_timeline.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "hub/core/units.h"
#include "hub/platform/local_zone.h"
#include "hub/service/story.h"

namespace chairhub {
namespace {

struct Look {
  char letter;
  std::string_view colour;  // SGR: a background that keeps the letter readable
};

Look look_of(Posture posture) {
  switch (posture) {
    case Posture::empty:
      return {'.', ""};
    case Posture::object:
      return {'o', "100"};
    case Posture::supported:
      return {'S', "30;42"};
    case Posture::unsupported_upright:
      return {'U', "30;43"};
    case Posture::bent_forward:
      return {'B', "97;41"};
    case Posture::slumped:
      return {'L', "30;45"};
    case Posture::unknown:
      return {'?', "97;100"};
  }
  return {'?', ""};
}

std::string painted(std::string_view text, std::string_view colour, bool colours) {
  return colours && !colour.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", colour, text) : std::string(text);
}

// The posture that took most of each minute, by the minute's start.
std::map<WallTime, Posture> minutes_of(const LogData& data) {
  std::map<WallTime, std::array<Millis, posture_count>> shares;
  for (const LoggedSpan& span : data.spans) {
    const WallTime end = std::min(span.end, data.range.to);
    for (WallTime at = std::max(span.start, data.range.from); at < end;) {
      const WallTime minute = std::chrono::floor<Minutes>(at);
      const WallTime next = std::min<WallTime>(minute + Minutes(1), end);
      shares[minute][static_cast<std::size_t>(span.posture)] += next - at;
      at = next;
    }
  }
  std::map<WallTime, Posture> postures;
  for (const auto& [minute, share] : shares)
    postures[minute] = static_cast<Posture>(std::max_element(share.begin(), share.end()) - share.begin());
  return postures;
}

std::string hour_line(WallTime hour, const std::map<WallTime, Posture>& postures, const LogData& data, bool colours) {
  std::string line = local_clock(hour) + " ";
  for (WallTime at = hour; at < hour + std::chrono::hours(1); at += Minutes(1)) {
    const bool alerted = std::any_of(data.alerts.begin(), data.alerts.end(), [at](const LoggedAlert& alert) {
      return alert.raised >= at && alert.raised < at + Minutes(1);
    });
    const auto found = postures.find(at);
    if (found == postures.end()) {
      line += alerted ? '!' : ' ';
      continue;
    }
    const Look look = look_of(found->second);
    line += painted(std::string(1, alerted ? '!' : look.letter), look.colour, colours);
  }
  return line + "\n";
}

std::string hours(const LogData& data, bool colours) {
  const std::map<WallTime, Posture> postures = minutes_of(data);
  if (postures.empty()) return "nothing was logged\n";
  std::string lines = "      0         10        20        30        40        50\n";
  const WallTime last = postures.rbegin()->first;
  // Local hours, also where the zone is half an hour off: counted from the day's own beginning.
  for (WallTime hour = data.range.from; hour <= last; hour += std::chrono::hours(1))
    if (postures.lower_bound(hour) != postures.lower_bound(hour + std::chrono::hours(1)))
      lines += hour_line(hour, postures, data, colours);
  std::string legend = "     ";
  for (const Posture posture : {Posture::supported, Posture::unsupported_upright, Posture::bent_forward,
                                Posture::slumped, Posture::object, Posture::unknown, Posture::empty}) {
    const Look look = look_of(posture);
    legend += fmt::format(" {} {}", painted(std::string(1, look.letter), look.colour, colours), to_string(posture));
  }
  return lines + legend + "  ! alert\n";
}

std::string sittings(const LogData& data) {
  std::string lines = "\nSittings\n";
  for (const LoggedSitting& sitting : data.sittings)
    lines += fmt::format("  {} to {}  {:4.0f} min, {} posture shifts\n", local_clock(sitting.start),
                         sitting.is_open ? "now  " : local_clock(sitting.end), to_minutes(sitting.end - sitting.start),
                         sitting.shifts);
  return data.sittings.empty() ? "" : lines;
}

std::string alerts(const LogData& data) {
  if (data.alerts.empty()) return "\nNo alerts\n";
  std::string lines = "\nAlerts\n";
  for (const LoggedAlert& alert : data.alerts) {
    lines += fmt::format("  {}  {}{}: {}", local_clock(alert.raised), to_string(alert.cause),
                         alert.is_repeat ? " (again)" : "", alert.text);
    if (alert.cleared) lines += fmt::format(" Over at {}.", local_clock(*alert.cleared));
    lines += "\n         because";
    for (const LoggedEvidence& number : alert.evidence) {
      lines += fmt::format(" {} {:.3g}", number.name, number.value);
      if (number.limit) lines += fmt::format(" (limit {:g})", *number.limit);
    }
    lines += fmt::format("\n         {}\n", alert.remedy);
  }
  return lines;
}

std::string troubles(const LogData& data) {
  std::string lines;
  for (const LoggedEvent& event : data.events)
    if (event.kind == NoteKind::pad_status || event.kind == NoteKind::clock_jump)
      lines += fmt::format("  {}  {} {} {}\n", local_clock(event.at), to_string(event.kind), event.subject, event.text);
  return lines.empty() ? "" : "\nTroubles\n" + lines;
}

std::string totals(const LogData& data) {
  const Totals& t = data.totals;
  std::string lines = fmt::format("\nSat {:.1f} h, {} posture shifts, {} breaks, still for at most {:.0f} min\n",
                                  to_minutes(t.sitting) / 60, t.shifts, t.breaks, to_minutes(t.longest_still));
  for (std::size_t i = 0; i < posture_count; ++i) {
    const auto posture = static_cast<Posture>(i);
    if (posture != Posture::empty && t.by_posture[i] > Millis{0})
      lines += fmt::format("  {:6.0f} min {}\n", to_minutes(t.by_posture[i]), in_words(posture));
  }
  return lines;
}

}  // namespace

std::string timeline(const LogData& data, bool colours) {
  return fmt::format("{}  {}\n", local_date(data.range.from), data.chair) + hours(data, colours) + sittings(data) +
         alerts(data) + troubles(data) + totals(data);
}

}  // namespace chairhub
