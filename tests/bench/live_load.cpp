// Whether those who look disturb the scan: a kit at 10 Hz with 8 pads, with
// nobody, with 30 pages that watch it live and one that never reads, and with
// one more that asks for a day without pause. They take turns, so that what the
// machine does meanwhile meets all of them: a difference counts when it is
// larger than that between the turns of one. live_load [SECONDS [TURNS]].

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
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

struct Turn {
  std::vector<double> late_ms;
  std::size_t heard = 0;
};

double part_of(std::vector<double> late, double share) {
  for (double& one : late) one = std::abs(one);
  const auto at = late.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(late.size() - 1));
  std::nth_element(late.begin(), at, late.end());
  return *at;
}

// Of all turns together, and in brackets the least and the most of a single one.
void report(const char* what, const std::vector<Turn>& turns) {
  std::vector<double> all;
  std::size_t heard = turns.front().heard;
  for (const Turn& turn : turns) {
    all.insert(all.end(), turn.late_ms.begin(), turn.late_ms.end());
    heard = std::min(heard, turn.heard);
  }
  fmt::print("{:36}{:6} scans", what, all.size());
  for (const double share : {0.5, 0.95, 0.99}) {
    std::vector<double> each;
    for (const Turn& turn : turns) each.push_back(part_of(turn.late_ms, share));
    const auto [least, most] = std::minmax_element(each.begin(), each.end());
    fmt::print(", p{:.0f} {:.2f} ms [{:.2f} to {:.2f}]", share * 100, part_of(all, share), *least, *most);
  }
  if (heard > 0) fmt::print(", {} events each or more", heard);
  fmt::print("\n");
}

Turn take_turn(int seconds, Lookers who, int port) {
  const TemporaryFolder folder;
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
  Turn turn;
  HubOptions options;
  options.config = load_config(folder.path() / "hub.toml").value();
  options.kits.push_back(std::make_unique<TimedKit>(static_cast<std::size_t>(seconds) * 10, turn.late_ms));
  options.calibrations.resize(1);
  options.profiles.resize(1);
  options.version = "bench";
  {
    const auto hub = Hub::make(std::move(options)).value();
    if (const auto ended = hub->run(); !ended) throw std::runtime_error(ended.error().message);
  }
  if (::read(pipe[0], &turn.heard, sizeof turn.heard) != sizeof turn.heard) turn.heard = 0;
  ::close(pipe[0]);
  ::close(pipe[1]);
  ::waitpid(client, nullptr, 0);
  return turn;
}

void measure(int seconds, int turns) {
  std::array<std::vector<Turn>, 3> of;
  int port = 20'000 + static_cast<int>(::getpid()) % 20'000;
  for (int i = 0; i < turns; ++i)
    for (const Lookers who : {Lookers::nobody, Lookers::watch, Lookers::watch_and_ask})
      of.at(static_cast<std::size_t>(who)).push_back(take_turn(seconds, who, ++port));
  report("nobody looks", of[0]);
  report("30 watch, 1 never reads", of[1]);
  report("and 1 asks for a day without pause", of[2]);
}

}  // namespace
}  // namespace chairhub

int main(int argc, char** argv) {
  chairhub::measure(argc > 1 ? std::stoi(argv[1]) : 20, argc > 2 ? std::stoi(argv[2]) : 6);
  return 0;
}
