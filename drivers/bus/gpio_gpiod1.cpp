// GPIO through libgpiod 1.6 (Debian 12), which speaks the kernel's first GPIO interface.

#include <chrono>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <gpiod.hpp>

#include "drivers/bus/gpio.h"
#include "drivers/bus/gpio_chips.h"
#include "drivers/bus/gpio_errors.h"

namespace chairhub {
namespace {

// Lines stay requested as long as anybody holds the chip, so each request
// gives its own back.
class Lines {
 public:
  explicit Lines(gpiod::line_bulk bulk) : bulk_(std::move(bulk)) {}
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;
  ~Lines() {
    (void)guarded("", [this] { bulk_.release(); });
  }  // nothing is left to do when it fails

  gpiod::line_bulk* operator->() { return &bulk_; }

 private:
  gpiod::line_bulk bulk_;
};

class Outputs final : public GpioOutputs {
 public:
  Outputs(std::string where, gpiod::line_bulk bulk)
      : where_(std::move(where)), values_(bulk.size(), 0), lines_(std::move(bulk)) {}
  ~Outputs() override {
    values_.assign(values_.size(), 0);
    (void)drive();
  }

  BusResult<void> set(std::span<const bool> values) override {
    if (values.size() != values_.size()) throw std::logic_error("one value for each GPIO output");
    values_.assign(values.begin(), values.end());
    return drive();
  }

 private:
  BusResult<void> drive() {
    return guarded(where_, [this] { lines_->set_values(values_); });
  }

  std::string where_;
  std::vector<int> values_;
  Lines lines_;
};

class Inputs final : public GpioInputs {
 public:
  Inputs(std::string where, gpiod::line_bulk bulk)
      : where_(std::move(where)), size_(bulk.size()), lines_(std::move(bulk)) {}

  BusResult<void> get(std::span<bool> values) override {
    if (values.size() != size_) throw std::logic_error("room for each GPIO input");
    return guarded(where_, [this, values] {
      const std::vector<int> read = lines_->get_values();
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = read[i] != 0;
    });
  }

 private:
  std::string where_;
  std::size_t size_;
  Lines lines_;
};

class Edges final : public GpioEdges {
 public:
  Edges(std::string where, gpiod::line_bulk bulk)
      : where_(std::move(where)), line_(bulk.get(0)), lines_(std::move(bulk)), fd_(line_.event_get_fd()) {}

  int fd() const override { return fd_; }

  BusResult<std::vector<GpioEdge>> take() override {
    return guarded(where_, [this] {
      std::vector<GpioEdge> edges;
      while (line_.event_wait(std::chrono::nanoseconds(0)))
        for (const gpiod::line_event& event : line_.event_read_multiple())
          edges.push_back({event.timestamp, event.event_type == gpiod::line_event::RISING_EDGE});
      return edges;
    });
  }

  BusResult<bool> active() override {
    return guarded(where_, [this] { return line_.get_value() != 0; });
  }

 private:
  std::string where_;
  gpiod::line line_;
  Lines lines_;
  int fd_;
};

std::bitset<32> flag_of(Pull pull) {
  switch (pull) {
    case Pull::up:
      return gpiod::line_request::FLAG_BIAS_PULL_UP;
    case Pull::down:
      return gpiod::line_request::FLAG_BIAS_PULL_DOWN;
    case Pull::none:
      return gpiod::line_request::FLAG_BIAS_DISABLE;
  }
  throw std::logic_error("an unknown pull");
}

class Chip final : public GpioChip {
 public:
  Chip(std::string name, gpiod::chip chip) : name_(std::move(name)), chip_(std::move(chip)) {}

  std::string name() const override { return name_; }
  unsigned lines() const override { return chip_.num_lines(); }

  BusResult<GpioLineInfo> info(unsigned line) override {
    return guarded(name_, [this, line] {
      gpiod::line found = chip_.get_line(line);
      found.update();
      return GpioLineInfo{found.name(), found.consumer(), found.is_used()};
    });
  }

  BusResult<std::unique_ptr<GpioOutputs>> request_outputs(std::span<const unsigned> lines,
                                                          const std::string& role) override {
    return request<GpioOutputs, Outputs>(
        lines, {gpio_consumer(role), gpiod::line_request::DIRECTION_OUTPUT, std::bitset<32>{}},
        std::vector<int>(lines.size(), 0));
  }

  BusResult<std::unique_ptr<GpioInputs>> request_inputs(std::span<const unsigned> lines, Pull pull,
                                                        const std::string& role) override {
    return request<GpioInputs, Inputs>(lines,
                                       {gpio_consumer(role), gpiod::line_request::DIRECTION_INPUT, flag_of(pull)}, {});
  }

  BusResult<std::unique_ptr<GpioEdges>> request_edges(unsigned line, Pull pull, bool active_low,
                                                      const std::string& role) override {
    std::bitset<32> flags = flag_of(pull);
    if (active_low) flags |= gpiod::line_request::FLAG_ACTIVE_LOW;
    const unsigned lines[] = {line};
    return request<GpioEdges, Edges>(lines, {gpio_consumer(role), gpiod::line_request::EVENT_BOTH_EDGES, flags}, {});
  }

 private:
  template <class Port, class Request>
  BusResult<std::unique_ptr<Port>> request(std::span<const unsigned> lines, const gpiod::line_request& wanted,
                                           const std::vector<int>& values) {
    if (auto checked = check_gpio_lines(*this, lines); !checked) return tl::unexpected(checked.error());
    try {
      gpiod::line_bulk bulk = chip_.get_lines({lines.begin(), lines.end()});
      bulk.request(wanted, values);
      return std::make_unique<Request>(name_, std::move(bulk));
    } catch (const std::system_error& error) {
      return gpio_refusal(*this, lines, error.code().value());
    }
  }

  std::string name_;
  gpiod::chip chip_;
};

}  // namespace

BusResult<std::unique_ptr<GpioChip>> open_gpio_chip(const std::string& label_or_path) {
  const auto file = find_gpio_chip(label_or_path);
  if (!file) return tl::unexpected(file.error());
  return guarded(file->path, [&file]() -> std::unique_ptr<GpioChip> {
    return std::make_unique<Chip>(name_of(*file), gpiod::chip(file->path, gpiod::chip::OPEN_BY_PATH));
  });
}

}  // namespace chairhub
