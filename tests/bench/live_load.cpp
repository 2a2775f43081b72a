// Whether those who look disturb the scan: a kit at 10 Hz with 8 pads, first
// with nobody, then with 30 pages that watch it live and one that never reads,
// then with one more that asks for a day without pause. Reports how late scans are, and how
// many events the pages have heard. live_load [SECONDS].

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "hub/config/config.h"
#include "hub/service/hub.h"
#include "tests/bench/http_line.h"
#include "tests/support/temporary_folder.h"

namespace chairhub {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds interval{100};
constexpr int watchers = 30;

enum class Lookers : std::uint8_t { nobody, watch, watch_and_ask };

// Notes how much later than planned it is scanned, and comes to an end.
class TimedKit : public Kit {
 public:
  TimedKit(std::size_t scans, std::vector<double>& late_ms) : scans_(scans), late_ms_(late_ms) {}

  std::string describe() const override { return "a kit that looks at the clock"; }
  Pace pace() const override { return {interval, false, 1}; }
  bool scan(Moment now, Frame& frame) override {
    const auto at = Clock::now();
    if (late_ms_.empty()) begin_ = at;
    const auto since = std::chrono::duration<double, std::milli>(at - begin_).count();
    const double step = static_cast<double>(interval.count());
    late_ms_.push_back(since - step * std::round(since / step));
    frame.at = now;
    frame.pad_count = 8;
    for (std::size_t i = 0; i < 8; ++i)
      frame.pads.at(i) = {1000 + static_cast<std::int32_t>((late_ms_.size() * 7 + i * 131) % 900), Signal::ok};
    return late_ms_.size() < scans_;
  }

 private:
  std::size_t scans_;
  std::vector<double>& late_ms_;
  Clock::time_point begin_;
};

// Watches until the hub ends; how many events the slowest of those who read has heard.
std::size_t watch(int port, Lookers who) {
  std::vector<std::unique_ptr<HttpLine>> lines;
  while (lines.empty()) {  // until the hub is there
    try {
      lines.push_back(std::make_unique<HttpLine>(port));
    } catch (const std::exception&) {
      ::poll(nullptr, 0, 50);
    }
  }
  if (who == Lookers::nobody) {
    while (::poll(nullptr, 0, 0) == 0 && lines[0]->hear(1000).empty())
      if (pollfd gone{lines[0]->fd(), POLLIN, 0}; ::poll(&gone, 1, 0) > 0) return 0;
    return 0;
  }
  HttpLine never_reads(port);
  never_reads.say("GET", "/api/live?chair=desk");
  for (int i = 0; i < watchers; ++i) {
    lines.push_back(std::make_unique<HttpLine>(port));
    lines.back()->say("GET", "/api/live?chair=desk");
  }
  std::vector<std::size_t> heard(lines.size());
  if (who == Lookers::watch_and_ask) lines[0]->say("GET", "/api/chairs/desk/day");
  while (true) {
    std::vector<pollfd> fds;
    for (const auto& line : lines) fds.push_back({line->fd(), POLLIN, 0});
    if (::poll(fds.data(), fds.size(), 5000) <= 0) break;
    bool over = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (fds[i].revents == 0) continue;
      const std::string text = lines[i]->hear(0);
      over = over || text.empty();
      for (std::size_t at = text.find("event: "); at != std::string::npos; at = text.find("event: ", at + 1))
        ++heard[i];
      if (i == 0 && !over) lines[0]->say("GET", "/api/chairs/desk/day");
    }
    if (over) break;
  }
  return *std::min_element(heard.begin() + 1, heard.end());
}

void report(const char* what, std::vector<double> late, std::size_t heard) {
  for (double& one : late) one = std::abs(one);
  std::sort(late.begin(), late.end());
  const auto part = [&](double share) {
    return late[static_cast<std::size_t>(share * static_cast<double>(late.size() - 1))];
  };
  fmt::print("{:45}{:8} scans, late by {:.2f} ms (median), {:.2f} ms (p95), {:.2f} ms (p99), {:.2f} ms (most)", what,
             late.size(), part(0.5), part(0.95), part(0.99), late.back());
  if (heard > 0) fmt::print(", {} events each", heard);
  fmt::print("\n");
}

int free_port() {
  return 20'000 + static_cast<int>(::getpid()) % 20'000;
}

void measure(const char* what, int seconds, Lookers who) {
  const TemporaryFolder folder;
  const int port = free_port() + static_cast<int>(who);
  folder.write("hub.toml", fmt::format("[[chair]]\nid = \"desk\"\nkit = {{ driver = \"simulated\" }}\n[storage]\n"
                                       "database = \"log.db\"\n[web]\nport = {}\n",
                                       port));
  int pipe[2];
  if (::pipe(pipe) != 0) throw std::runtime_error("no pipe");
  const pid_t client = ::fork();
  if (client == 0) {
    const std::size_t heard = watch(port, who);
    const ssize_t written = ::write(pipe[1], &heard, sizeof heard);
    ::_exit(written == sizeof heard ? 0 : 1);
  }
  std::vector<double> late;
  HubOptions options;
  options.config = load_config(folder.path() / "hub.toml").value();
  options.kits.push_back(std::make_unique<TimedKit>(static_cast<std::size_t>(seconds) * 10, late));
  options.calibrations.resize(1);
  options.profiles.resize(1);
  options.version = "bench";
  {
    const auto hub = Hub::make(std::move(options)).value();
    if (const auto ended = hub->run(); !ended) throw std::runtime_error(ended.error().message);
  }
  std::size_t heard = 0;
  if (::read(pipe[0], &heard, sizeof heard) != sizeof heard) heard = 0;
  ::waitpid(client, nullptr, 0);
  report(what, std::move(late), heard);
}

}  // namespace
}  // namespace chairhub

int main(int argc, char** argv) {
  const int seconds = argc > 1 ? std::stoi(argv[1]) : 30;
  chairhub::measure("nobody looks", seconds, chairhub::Lookers::nobody);
  chairhub::measure("30 watch, 1 never reads", seconds, chairhub::Lookers::watch);
  chairhub::measure("and 1 asks for a day without pause", seconds, chairhub::Lookers::watch_and_ask);
  return 0;
}
