// How many wireless kits one hub serves: runs the real `chairhub run` and a
// real Mosquitto on this machine, plays so many kits, and reports frames,
// processor time, memory and latency. Ends by itself; talks to nobody outside.

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/support/child_process.h"
#include "tests/support/mosquitto.h"
#include "tests/support/places.h"
#include "tests/support/radio_kit.h"
#include "tests/support/temporary_folder.h"

namespace chairhub {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t pads = 8;
constexpr milliseconds interval{100};         // 10 Hz
constexpr std::chrono::seconds patience{60};  // with the start, which is a few ms of work for each chair

// What a program said at last; a thousand chairs say much before.
std::string end_of(const std::string& output) {
  return output.size() <= 500 ? output : output.substr(output.size() - 500);
}

struct Plan {
  std::vector<std::size_t> kits = {1, 10, 100, 1000};
  int seconds = 10;
  bool binary = true;
  bool flood = false;
};

struct Figures {
  double start_s = 0;
  std::uint64_t sent = 0;
  std::uint64_t taken = 0;
  double hub_cpu = 0;  // of one core
  double broker_cpu = 0;
  double hub_mib = 0;
  std::vector<double> latencies_ms;
};

std::string chair_id(std::size_t index) {
  return fmt::format("k{:04}", index);
}

double cpu_seconds(pid_t pid) {
  std::ifstream file(fmt::format("/proc/{}/stat", pid));
  std::string text((std::istreambuf_iterator<char>(file)), {});
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string word;
  for (int i = 0; i < 11; ++i) fields >> word;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double resident_mib(pid_t pid) {
  std::ifstream file(fmt::format("/proc/{}/status", pid));
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

// The body of what the hub's HTTP API answers.
std::string ask(int port, const std::string& path) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    const std::string request =
        fmt::format("GET {} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", path, port);
    ::send(fd, request.data(), request.size(), MSG_NOSIGNAL);
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = ::recv(fd, buffer.data(), buffer.size(), 0)) > 0;)
      answer.append(buffer.data(), static_cast<std::size_t>(size));
  }
  ::close(fd);
  const std::size_t head = answer.find("\r\n\r\n");
  if (head == std::string::npos) throw std::runtime_error("the hub does not answer " + path);
  return answer.substr(head + 4);
}

// One hub, its broker and its kits. The last kit is the probe, which is offline
// again and again; how soon the hub tells is the latency, from the kit through
// broker, hub and broker to who listens. The one before it may flood.
class Office {
 public:
  Office(const Plan& plan, std::size_t kits) : plan_(plan), kits_(kits) {
    configure();
    const auto begin = Clock::now();
    hub_ = std::make_unique<ChildProcess>(std::vector<std::string>{chairhub_program().string(), "run", "--config",
                                                                   (folder_.path() / "hub.toml").string()});
    if (!hub_->says("for the wireless kits: connected", patience) ||
        !hub_->says("for the wireless chairs: connected", patience))
      throw std::runtime_error("the hub does not start; it says at last:\n" + end_of(hub_->output()));
    figures_.start_s = std::chrono::duration<double>(Clock::now() - begin).count();
    const std::string before_port = "web: http://localhost:";
    web_port_ = std::stoi(hub_->output().substr(hub_->output().find(before_port) + before_port.size()));
    for (std::size_t i = 0; i < chairs(); ++i)
      radios_.push_back(std::make_unique<RadioKit>(RadioKitOptions{broker_.port(), topic_of(i)}));
    ear_ = std::make_unique<RadioKit>(RadioKitOptions{broker_.port(), "chairhub/ear"});
    ear_->subscribe("chairhub/" + chair_id(probe()) + "/sensors/availability");
    sequences_.resize(chairs());
  }

  Figures work() {
    begin_ = Clock::now();
    play(begin_ + std::chrono::seconds(3));  // until all are known and the first states are told
    const auto from = Clock::now();
    const double hub_before = cpu_seconds(hub_->pid());
    const double broker_before = cpu_seconds(broker_.pid());
    figures_.latencies_ms.clear();
    std::jthread flood;
    if (plan_.flood) flood = std::jthread([this](const std::stop_token& stop) { flood_until(stop); });
    play(from + std::chrono::seconds(plan_.seconds));
    const double passed = std::chrono::duration<double>(Clock::now() - from).count();
    figures_.hub_cpu = (cpu_seconds(hub_->pid()) - hub_before) / passed;
    figures_.broker_cpu = (cpu_seconds(broker_.pid()) - broker_before) / passed;
    figures_.hub_mib = resident_mib(hub_->pid());
    flood = {};
    while (ear_->next_message(500)) {
    }
    count();
    hub_->signal(SIGTERM);
    if (hub_->wait() != 0) throw std::runtime_error("the hub did not end well:\n" + end_of(hub_->output()));
    return figures_;
  }

 private:
  std::size_t chairs() const { return kits_ + 1 + (plan_.flood ? 1 : 0); }
  std::size_t probe() const { return chairs() - 1; }
  static std::string topic_of(std::size_t index) { return "chairhub/" + chair_id(index) + "/kit"; }

  void configure() const {
    std::string text;
    for (std::size_t i = 0; i < chairs(); ++i)
      text += fmt::format("[[chair]]\nid = \"{}\"\nkit = {{ driver = \"wireless\", format = \"{}\" }}\n", chair_id(i),
                          plan_.binary ? "binary" : "json");
    text += fmt::format("[storage]\ndatabase = \"log.db\"\n[web]\nport = 0\n[mqtt]\nhost = \"127.0.0.1\"\nport = {}\n",
                        broker_.port());
    folder_.write("hub.toml", text);
  }

  // Each kit sends on its own place in the interval, as real ones do.
  void play(Clock::time_point end) {
    while (Clock::now() < end) {
      const auto passed = std::chrono::duration_cast<milliseconds>(Clock::now() - begin_);
      for (std::size_t i = 0; i < kits_; ++i) {
        const milliseconds place = interval * static_cast<int>(i) / static_cast<int>(kits_);
        if (passed >= place + interval * static_cast<int>(sequences_[i])) send(i, passed);
      }
      turn_probe(passed);
      if (const auto heard = ear_->next_message(1)) hear(*heard);
    }
  }

  void send(std::size_t kit, milliseconds now) {
    const auto ms = static_cast<std::uint32_t>(now.count());
    const auto counts = static_cast<std::int32_t>(1500 + (sequences_[kit] * 37 + kit) % 50);  // somebody sits
    const auto form = plan_.binary ? binary_frame : json_frame;
    if (radios_[kit]->send_frame(form(1, sequences_[kit]++, ms, pads, counts)) && kit < kits_) ++figures_.sent;
  }

  // It sends like the others; twice a second it says `offline`, and is silent until the hub has told.
  void turn_probe(milliseconds now) {
    if (now < probe_due_ || (asked_at_ && probe_is_up_)) return;
    probe_due_ = now + interval;
    if (probe_is_up_ && ++probe_turns_ % 5 == 0) {
      asked_at_ = Clock::now();
      radios_[probe()]->publish(topic_of(probe()) + "/availability", "offline", true);
      return;
    }
    if (!probe_is_up_ && !asked_at_) asked_at_ = Clock::now();
    send(probe(), now);
  }

  void hear(const std::string& availability) {
    const bool is_up = availability == "online";
    if (!asked_at_ || is_up == probe_is_up_) return;  // said again
    figures_.latencies_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - *asked_at_).count());
    probe_is_up_ = is_up;
    asked_at_.reset();
  }

  void flood_until(const std::stop_token& stop) {
    RadioKit& hostile = *radios_[kits_];
    const std::string frame = binary_frame(1, 0, 0, pads, 0);
    while (!stop.stop_requested()) hostile.send_frame(frame);
  }

  void count() {
    for (std::size_t i = 0; i < kits_; ++i) {
      const auto diag = nlohmann::json::parse(ask(web_port_, "/api/chairs/" + chair_id(i) + "/diag"));
      figures_.taken += diag.at("radio").at("taken").get<std::uint64_t>();
    }
    if (!plan_.flood) return;
    const auto diag = nlohmann::json::parse(ask(web_port_, "/api/chairs/" + chair_id(kits_) + "/diag"));
    fmt::print("the hostile kit: {}\n", diag.at("radio").dump());
  }

  const Plan& plan_;
  std::size_t kits_;
  Mosquitto broker_;
  TemporaryFolder folder_;
  std::unique_ptr<ChildProcess> hub_;
  int web_port_ = 0;
  std::vector<std::unique_ptr<RadioKit>> radios_;
  std::unique_ptr<RadioKit> ear_;
  std::vector<std::uint32_t> sequences_;
  Clock::time_point begin_;
  milliseconds probe_due_{0};
  int probe_turns_ = 0;
  bool probe_is_up_ = false;
  std::optional<Clock::time_point> asked_at_;
  Figures figures_;
};

double percentile(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

Plan plan_of(int argc, const char* const* argv) {
  Plan plan;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    const std::string value = i + 1 < argc ? argv[i + 1] : "";
    if (option == "--flood") {
      plan.flood = true;
      continue;
    }
    ++i;
    if (option == "--kits") {
      plan.kits.clear();
      std::istringstream numbers(value);
      for (std::string number; std::getline(numbers, number, ',');) plan.kits.push_back(std::stoul(number));
    } else if (option == "--seconds") {
      plan.seconds = std::clamp(std::stoi(value), 1, 120);
    } else if (option == "--form" && (value == "json" || value == "binary")) {
      plan.binary = value == "binary";
    } else {
      throw std::invalid_argument(
          "usage: wireless_load [--kits 1,10,100,1000] [--seconds 10] [--form json|binary] [--flood]");
    }
  }
  return plan;
}

int report(const Plan& plan) {
  fmt::print("10 Hz, {} pads, {}, {} s each{}\n", pads, plan.binary ? "binary" : "JSON", plan.seconds,
             plan.flood ? ", and one more kit that floods" : "");
  fmt::print(
      "  kits     sent   not taken   hub % of a core   broker %   hub MiB   start s   told after ms, p50   p99\n");
  bool is_whole = true;
  for (const std::size_t kits : plan.kits) {
    const Figures got = Office(plan, kits).work();
    fmt::print("{:6} {:8} {:11} {:17.1f} {:10.1f} {:9.1f} {:9.2f} {:20.2f} {:5.2f}\n", kits, got.sent,
               static_cast<std::int64_t>(got.sent - got.taken), 100 * got.hub_cpu, 100 * got.broker_cpu, got.hub_mib,
               got.start_s, percentile(got.latencies_ms, 0.5), percentile(got.latencies_ms, 0.99));
    std::fflush(stdout);
    is_whole = is_whole && got.taken > 0 && !got.latencies_ms.empty();
  }
  return is_whole ? 0 : 1;
}

}  // namespace
}  // namespace chairhub

int main(int argc, char** argv) try {
  return chairhub::report(chairhub::plan_of(argc, argv));
} catch (const std::exception& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
