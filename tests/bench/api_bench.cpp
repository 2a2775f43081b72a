// How fast the API answers from a year of log: writes 250 days, runs the real
// `chairhub run` on one core, and asks for each view again and again. Reports;
// ends with 1 when a median is over the budget. api_bench [TIMES [FILE]]: FILE
// keeps the year for the next run.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/bench/http_line.h"
#include "tests/bench/year_log.h"
#include "tests/support/child_process.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace chairhub {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double budget_ms = 20;
constexpr WallTime monday{std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)};

struct Figures {
  double cpu_ms = 0;  // of the hub, for each request
  double first_ms = 0;
  double median_ms = 0;
  double p99_ms = 0;
  std::size_t bytes = 0;
};

double ms_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// Of all its threads.
double cpu_ms(pid_t pid) {
  double nanoseconds = 0;
  for (const auto& task : std::filesystem::directory_iterator(fmt::format("/proc/{}/task", pid))) {
    double its = 0;
    std::ifstream(task.path() / "schedstat") >> its;
    nanoseconds += its;
  }
  return nanoseconds / 1e6;
}

Figures measure(HttpLine& line, pid_t hub, const std::string& path, int times) {
  Figures figures;
  std::vector<double> all;
  const auto first = Clock::now();
  line.get(path);
  figures.first_ms = ms_since(first);
  const double cpu_before = cpu_ms(hub);
  for (int i = 0; i < times; ++i) {
    const auto begin = Clock::now();
    figures.bytes = line.get(path).size();
    all.push_back(ms_since(begin));
  }
  figures.cpu_ms = (cpu_ms(hub) - cpu_before) / times;
  std::sort(all.begin(), all.end());
  figures.median_ms = all[all.size() / 2];
  figures.p99_ms = all[all.size() * 99 / 100];
  return figures;
}

std::vector<std::string> paths() {
  const auto ms = [](WallTime t) { return t.time_since_epoch().count(); };
  const auto minutes = [ms](int days) {
    return fmt::format("minutes?from_ms={}&to_ms={}", ms(monday - std::chrono::days(days)), ms(monday));
  };
  std::vector<std::string> paths;
  for (const std::string& path :
       {std::string("now"), std::string("pads"), std::string("pad-health"), std::string("thresholds"),
        std::string("day"), std::string("day?date=2026-02-27"), std::string("day?date=2025-06-10"), minutes(1),
        minutes(7), minutes(31), minutes(62), minutes(365), std::string("alerts"), std::string("alerts?limit=250"),
        std::string("alerts?cause=static_too_long&before_id=1500"), std::string("days?from=2026-02-01&to=2026-03-01"),
        std::string("days?from=2025-03-02&to=2026-03-02"), std::string("trends"), std::string("coach")})
    paths.push_back("/api/chairs/desk/" + path);
  return paths;
}

void configure(const TemporaryFolder& folder) {
  folder.write("hub.toml", R"([[chair]]
id = "desk"
kit = { driver = "simulated", scenario = "ordinary-office-day", speed = 1, start = "2026-03-02T08:30:00" }
[storage]
database = "log.db"
retention_minutes_days = 3650
retention_events_days = 3650
[web]
port = 0
)");
}

// Written anew, or taken from an earlier run.
void make_year(const std::filesystem::path& database, const char* kept) {
  const auto begin = Clock::now();
  if (kept != nullptr && std::filesystem::exists(kept)) {
    std::filesystem::copy_file(kept, database);
    return;
  }
  write_year(database, monday);
  if (kept != nullptr) std::filesystem::copy_file(database, kept);
  fmt::print("a year of log: {:.1f} MiB, written in {:.0f} s\n",
             static_cast<double>(std::filesystem::file_size(database)) / (1 << 20), ms_since(begin) / 1000);
}

int bench(int times, const char* kept) {
  const TemporaryFolder folder;
  configure(folder);
  make_year(folder.path() / "log.db", kept);
  ChildProcess hub({"/usr/bin/taskset", "-c", "0", chairhub_program().string(), "run", "--config",
                    (folder.path() / "hub.toml").string()});
  if (!hub.says("web: http://localhost:") || !hub.says("/\n")) throw std::runtime_error(hub.output());
  HttpLine line(port_in(hub.output()));
  int over = 0;
  fmt::print("{:64}{:>10}{:>10}{:>10}{:>10}{:>10}\n", "path", "first ms", "median", "p99", "cpu", "bytes");
  for (const std::string& path : paths()) {
    const Figures figures = measure(line, hub.pid(), path, times);
    over += figures.median_ms > budget_ms ? 1 : 0;
    fmt::print("{:64}{:10.2f}{:10.2f}{:10.2f}{:10.2f}{:10}\n", path, figures.first_ms, figures.median_ms,
               figures.p99_ms, figures.cpu_ms, figures.bytes);
  }
  hub.signal(SIGTERM);
  hub.wait();
  return over == 0 ? 0 : 1;
}

}  // namespace
}  // namespace chairhub

int main(int argc, char** argv) {
  try {
    return chairhub::bench(argc > 1 ? std::stoi(argv[1]) : 200, argc > 2 ? argv[2] : nullptr);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
