#include "hub/commands/doctor_report.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "hub/platform/local_zone.h"

namespace chairhub {
namespace {

constexpr std::size_t severity_width = 9;
constexpr std::size_t name_width = 23;
constexpr std::size_t indent = 2 + severity_width + name_width;
// Narrower than this a sentence cannot be read any more.
constexpr std::size_t least_text_width = 40;

std::string_view colour_of(Severity severity) {
  constexpr std::string_view colours[] = {"32", "36", "33", "1;31"};
  return colours[static_cast<std::size_t>(severity)];
}

// The words of a text in lines of at most `width`; what follows the first is indented.
std::string broken(std::string_view text, std::size_t width) {
  std::string lines;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of(" \n");
    const std::string_view word = text.substr(0, end);
    if (column > 0 && column + 1 + word.size() > width) {
      lines += "\n" + std::string(indent, ' ');
      column = 0;
    }
    if (column > 0) lines += ' ';
    lines += word;
    column += word.size() + (column > 0 ? 1 : 0);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

std::string row(const Finding& finding, const ReportLook& look) {
  const std::size_t width = std::max(look.width, indent + least_text_width) - indent;
  const std::string severity = fmt::format("{:{}}", to_string(finding.severity), severity_width);
  std::string text =
      fmt::format("  {}{:{}}{}\n",
                  look.colours ? fmt::format("\x1b[{}m{}\x1b[0m", colour_of(finding.severity), severity) : severity,
                  finding.name, name_width, broken(finding.what, width));
  if (!finding.cure.empty()) text += fmt::format("{:{}}{}\n", "", indent, broken("-> " + finding.cure, width));
  return text;
}

std::string count_in_words(std::span<const Finding> findings, Severity severity) {
  const std::size_t count = count_of(findings, severity);
  return fmt::format("{} {}{}", count, to_string(severity), count == 1 ? "" : "s");
}

std::string utc_text(WallTime t) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}+00:00", fmt::gmtime(std::chrono::system_clock::to_time_t(t)));
}

}  // namespace

std::string doctor_table(const DoctorSubject& subject, std::span<const Finding> findings, const ReportLook& look) {
  std::string text = fmt::format("chairhub {}, {}, as {}, {}\n", subject.version, subject.config, subject.user,
                                 local_date_time(subject.at));
  std::string block = "none";
  for (const Finding& finding : findings) {
    if (finding.chair != block) {
      block = finding.chair;
      text += fmt::format("\n{}\n", !block.empty()          ? "chair " + block
                                    : subject.model.empty() ? "machine"
                                                            : subject.model);
    }
    text += row(finding, look);
  }
  return text + fmt::format("\n{}, {}, {}\n", count_in_words(findings, Severity::problem),
                            count_in_words(findings, Severity::warning), count_in_words(findings, Severity::note));
}

std::string doctor_json(const DoctorSubject& subject, std::span<const Finding> findings) {
  using Json = nlohmann::ordered_json;
  Json rows = Json::array();
  for (const Finding& f : findings)
    rows.push_back({{"severity", to_string(f.severity)},
                    {"name", f.name},
                    {"chair", f.chair.empty() ? Json() : Json(f.chair)},
                    {"what", f.what},
                    {"cure", f.cure.empty() ? Json() : Json(f.cure)}});
  const Json all = {{"version", subject.version},
                    {"config", subject.config},
                    {"user", subject.user},
                    {"model", subject.model.empty() ? Json() : Json(subject.model)},
                    {"at", utc_text(subject.at)},
                    {"problems", count_of(findings, Severity::problem)},
                    {"warnings", count_of(findings, Severity::warning)},
                    {"findings", std::move(rows)}};
  // A file name need not be UTF-8.
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace chairhub
