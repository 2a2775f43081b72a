#include "hub/web/log_export.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "hub/core/units.h"

namespace chairhub {
namespace {

// RFC 4180: quotes around what holds a comma, a quote or a line's end.
std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string sittings_csv(const LogData& data) {
  std::string out = "start,end,open,shifts\n";
  for (const LoggedSitting& s : data.sittings)
    out += fmt::format("{},{},{},{}\n", exported_time(s.start), exported_time(s.end), s.is_open ? 1 : 0, s.shifts);
  return out;
}

std::string spans_csv(const LogData& data) {
  std::string out = "start,end,open,posture,why\n";
  for (const LoggedSpan& s : data.spans)
    out += fmt::format("{},{},{},{},{}\n", exported_time(s.start), exported_time(s.end), s.is_open ? 1 : 0,
                       to_string(s.posture), cell(s.why));
  return out;
}

std::string alerts_csv(const LogData& data) {
  std::string out = "id,cause,raised,since,minutes,repeat,cleared,delivery,text,remedy,exercise,evidence\n";
  for (const LoggedAlert& a : data.alerts) {
    std::string evidence;
    for (const LoggedEvidence& e : a.evidence)
      evidence += fmt::format("{}{}={:g}{}", evidence.empty() ? "" : " ", e.name, e.value,
                              e.limit ? fmt::format(" (limit {:g})", *e.limit) : "");
    out +=
        fmt::format("{},{},{},{},{:.1f},{},{},{},{},{},{},{}\n", a.id, to_string(a.cause), exported_time(a.raised),
                    exported_time(a.since), a.minutes, a.is_repeat ? 1 : 0, a.cleared ? exported_time(*a.cleared) : "",
                    to_string(a.delivery), cell(a.text), cell(a.remedy), cell(a.exercise_id), cell(evidence));
  }
  return out;
}

std::string holds_csv(const LogData& data) {
  std::string out = "cause,held,start,end,open,minutes,limit\n";
  for (const LoggedHold& h : data.holds)
    out += fmt::format("{},{},{},{},{},{:.1f},{:g}\n", to_string(h.cause), to_string(h.held), exported_time(h.start),
                       exported_time(h.end), h.is_open ? 1 : 0, h.minutes, h.limit);
  return out;
}

std::string events_csv(const LogData& data) {
  std::string out = "at,kind,subject,text,seconds\n";
  for (const LoggedEvent& e : data.events)
    out += fmt::format("{},{},{},{},{}\n", exported_time(e.at), to_string(e.kind), cell(e.subject), cell(e.text),
                       e.length ? fmt::format("{}", to_seconds(*e.length)) : "");
  return out;
}

std::string minutes_csv(const LogData& data) {
  std::string out = "start";
  for (std::size_t i = 0; i < posture_count; ++i) out += fmt::format(",{}_s", to_string(static_cast<Posture>(i)));
  out += ",shifts";
  for (const char* name : {"seat_total", "back_share", "left_right", "front_back"})
    out += fmt::format(",{0}_min,{0}_mean,{0}_max", name);
  out += "\n";
  for (const Minute& m : data.minutes) {
    out += exported_time(m.start);
    for (const double s : m.seconds) out += fmt::format(",{:.1f}", s);
    out += fmt::format(",{}", m.shifts);
    for (const MinMeanMax& v : {m.seat_total, m.back_share, m.left_right, m.front_back})
      out += fmt::format(",{:.3f},{:.3f},{:.3f}", v.min, v.mean, v.max);
    out += "\n";
  }
  return out;
}

struct Table {
  std::string_view name;
  std::string (*csv)(const LogData&);
};
constexpr std::array<Table, 6> tables{Table{"sittings", sittings_csv}, Table{"spans", spans_csv},
                                      Table{"alerts", alerts_csv},     Table{"holds", holds_csv},
                                      Table{"events", events_csv},     Table{"minutes", minutes_csv}};

}  // namespace

std::string exported_time(WallTime t) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(t);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}+00:00", fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
                     (t - seconds).count());
}

std::vector<std::string> csv_tables() {
  std::vector<std::string> names;
  names.reserve(tables.size());
  for (const Table& table : tables) names.emplace_back(table.name);
  return names;
}

std::string csv(const LogData& data, const std::string& table) {
  for (const Table& t : tables)
    if (t.name == table) return t.csv(data);
  return "";
}

std::string csv_rows(const LogData& data, const std::string& table) {
  const std::string all = csv(data, table);
  return all.substr(std::min(all.find('\n') + 1, all.size()));
}

}  // namespace chairhub
