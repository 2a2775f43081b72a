#include "tests/support/chips/fake_gpio.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "drivers/bus/gpio_errors.h"
#include "tests/support/chips/fake_gpio_state.h"

namespace chairhub {
namespace {

constexpr unsigned line_count = 58;  // of a Raspberry Pi 4

// What is requested, until it is given back.
class Held {
 public:
  Held(std::shared_ptr<FakeGpio::State> state, std::span<const unsigned> lines, const std::string& role)
      : state_(std::move(state)), lines_(lines.begin(), lines.end()) {
    const auto lock = state_->locked();
    for (const unsigned line : lines_) state_->lines[line].consumer = gpio_consumer(role);
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    const auto lock = state_->locked();
    for (const unsigned line : lines_) state_->lines[line].consumer.clear();
  }

  FakeGpio::State& state() { return *state_; }
  const std::vector<unsigned>& lines() const { return lines_; }

 private:
  std::shared_ptr<FakeGpio::State> state_;
  std::vector<unsigned> lines_;
};

class Outputs final : public GpioOutputs {
 public:
  template <class... Arguments>
  explicit Outputs(Arguments&&... arguments) : held_(std::forward<Arguments>(arguments)...) {
    const auto lock = held_.state().locked();
    for (const unsigned line : held_.lines()) held_.state().drive(line, false);
  }
  // As the real ones, also when the chip has failed: then nothing happens.
  ~Outputs() override {
    const auto lock = held_.state().locked();
    for (const unsigned line : held_.lines())
      if (!held_.state().fault) held_.state().drive(line, false);
    held_.state().arrive();
  }
  BusResult<void> set(std::span<const bool> values) override {
    const auto lock = held_.state().locked();
    if (values.size() != held_.lines().size()) throw std::logic_error("one value for each GPIO output");
    if (auto done = held_.state().call(); !done) return done;
    for (std::size_t i = 0; i < values.size(); ++i) held_.state().drive(held_.lines()[i], values[i]);
    return {};
  }

 private:
  Held held_;
};

class Inputs final : public GpioInputs {
 public:
  template <class... Arguments>
  explicit Inputs(Arguments&&... arguments) : held_(std::forward<Arguments>(arguments)...) {}
  BusResult<void> get(std::span<bool> values) override {
    const auto lock = held_.state().locked();
    if (auto done = held_.state().call(); !done) return done;
    held_.state().arrive();
    for (std::size_t i = 0; i < values.size(); ++i) {
      FakeGpio::State::Line& line = held_.state().lines[held_.lines().at(i)];
      values[i] = line.gives ? line.gives() : line.level;
    }
    return {};
  }

 private:
  Held held_;
};

class Edges final : public GpioEdges {
 public:
  template <class... Arguments>
  explicit Edges(Arguments&&... arguments)
      : held_(std::forward<Arguments>(arguments)...), fd_(::eventfd(0, EFD_CLOEXEC)) {
    const auto lock = held_.state().locked();
    line().edges_fd = fd_;
  }
  ~Edges() override {
    const auto lock = held_.state().locked();
    line().edges_fd = -1;
    ::close(fd_);
  }
  int fd() const override { return fd_; }
  BusResult<std::vector<GpioEdge>> take() override {
    const auto lock = held_.state().locked();
    if (auto done = held_.state().call(); !done) return tl::unexpected(done.error());
    std::uint64_t told = 0;
    if (!line().edges.empty() && ::read(fd_, &told, sizeof told) != sizeof told)
      throw std::runtime_error("an eventfd that cannot be read");
    return std::exchange(line().edges, {});
  }
  BusResult<bool> active() override {
    const auto lock = held_.state().locked();
    if (auto done = held_.state().call(); !done) return tl::unexpected(done.error());
    return line().level;
  }

 private:
  FakeGpio::State::Line& line() { return held_.state().lines[held_.lines().front()]; }

  Held held_;
  int fd_;
};

class Chip final : public GpioChip {
 public:
  explicit Chip(std::shared_ptr<FakeGpio::State> state) : state_(std::move(state)) {}

  std::string name() const override { return state_->name; }
  unsigned lines() const override { return line_count; }
  BusResult<GpioLineInfo> info(unsigned line) override {
    const auto lock = state_->locked();
    const std::string& consumer = state_->lines[line].consumer;
    return GpioLineInfo{"GPIO" + std::to_string(line), consumer, !consumer.empty()};
  }
  BusResult<std::unique_ptr<GpioOutputs>> request_outputs(std::span<const unsigned> lines,
                                                          const std::string& role) override {
    return request<GpioOutputs, Outputs>(lines, role, std::nullopt);
  }
  BusResult<std::unique_ptr<GpioInputs>> request_inputs(std::span<const unsigned> lines, Pull pull,
                                                        const std::string& role) override {
    return request<GpioInputs, Inputs>(lines, role, pull);
  }
  // The test's edges are already what the line means.
  BusResult<std::unique_ptr<GpioEdges>> request_edges(unsigned line, Pull pull, bool /*active_low*/,
                                                      const std::string& role) override {
    const unsigned lines[] = {line};
    return request<GpioEdges, Edges>(lines, role, pull);
  }

 private:
  template <class Port, class Request>
  BusResult<std::unique_ptr<Port>> request(std::span<const unsigned> lines, const std::string& role,
                                           std::optional<Pull> pull) {
    const auto lock = state_->locked();
    if (auto checked = check_gpio_lines(*this, lines); !checked) return tl::unexpected(checked.error());
    if (auto done = state_->call(); !done) return tl::unexpected(done.error());
    if (std::any_of(lines.begin(), lines.end(),
                    [this](unsigned line) { return !state_->lines[line].consumer.empty(); }))
      return gpio_refusal(*this, lines, EBUSY);
    for (const unsigned line : lines) state_->lines[line].pull = pull;
    return std::make_unique<Request>(state_, lines, role);
  }

  std::shared_ptr<FakeGpio::State> state_;
};

}  // namespace

FakeGpio::FakeGpio(BusClock& clock) : state_(std::make_shared<State>(clock)) {}

BusResult<std::unique_ptr<GpioChip>> FakeGpio::open(const std::string& /*label_or_path*/) {
  return std::make_unique<Chip>(state_);
}

void FakeGpio::wire_output(unsigned line, std::function<void(bool)> takes) {
  const auto lock = state_->locked();
  state_->lines[line].takes = std::move(takes);
}

void FakeGpio::wire_input(unsigned line, std::function<bool()> gives) {
  const auto lock = state_->locked();
  state_->lines[line].gives = std::move(gives);
}

void FakeGpio::edge(unsigned number, bool active) {
  const auto lock = state_->locked();
  FakeGpio::State::Line& line = state_->lines[number];
  line.level = active;
  if (line.edges_fd < 0) throw std::logic_error("nobody asked for the edges of this line");
  if (line.loses_edges) return;
  line.edges.push_back({state_->clock->now(), active});
  const std::uint64_t one = 1;
  if (::write(line.edges_fd, &one, sizeof one) != sizeof one) throw std::runtime_error("an eventfd that is full");
}

void FakeGpio::bounce(unsigned line, int times) {
  const bool rest = level(line);
  for (int i = 0; i < times; ++i) {
    edge(line, (i + times) % 2 == 0 ? !rest : rest);
    state_->clock->wait(std::chrono::milliseconds(1));
  }
}

void FakeGpio::lose_edges(unsigned line) {
  const auto lock = state_->locked();
  state_->lines[line].loses_edges = true;
}

void FakeGpio::leave_high(unsigned line) {
  const auto lock = state_->locked();
  state_->lines[line].level = true;
}

void FakeGpio::hold(unsigned line, std::string consumer) {
  const auto lock = state_->locked();
  state_->lines[line].consumer = std::move(consumer);
}

void FakeGpio::break_down(std::optional<BusFault> fault) {
  const auto lock = state_->locked();
  state_->fault = fault;
}

void FakeGpio::post_writes() {
  const auto lock = state_->locked();
  state_->posts_writes = true;
}

void FakeGpio::interrupt_call(int number, Nanos length) {
  const auto lock = state_->locked();
  state_->interrupted_call = number;
  state_->interruption = length;
}

bool FakeGpio::level(unsigned line) const {
  const auto lock = state_->locked();
  return state_->lines[line].level;
}

std::vector<FakeGpio::Change> FakeGpio::changes(unsigned line) const {
  const auto lock = state_->locked();
  return state_->lines[line].changes;
}

std::string FakeGpio::consumer(unsigned line) const {
  const auto lock = state_->locked();
  return state_->lines[line].consumer;
}

std::optional<Pull> FakeGpio::pull(unsigned line) const {
  const auto lock = state_->locked();
  return state_->lines[line].pull;
}

int FakeGpio::calls() const {
  const auto lock = state_->locked();
  return state_->calls;
}

}  // namespace chairhub
