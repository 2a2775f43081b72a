// GPIO through libgpiod 2 (Debian 13), which speaks the kernel's second GPIO interface.

#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <gpiod.hpp>

#include "drivers/bus/gpio.h"
#include "drivers/bus/gpio_chips.h"
#include "drivers/bus/gpio_errors.h"

namespace chairhub {
namespace {

// Edges that the kernel keeps for us; a button that bounces makes some tens (engineering default).
constexpr std::size_t kept_edges = 64;

class Outputs final : public GpioOutputs {
 public:
  Outputs(std::string where, gpiod::line_request request)
      : where_(std::move(where)),
        request_(std::move(request)),
        values_(request_.num_lines(), gpiod::line::value::INACTIVE) {}
  ~Outputs() override {
    values_.assign(values_.size(), gpiod::line::value::INACTIVE);
    (void)drive();
  }

  BusResult<void> set(std::span<const bool> values) override {
    if (values.size() != values_.size()) throw std::logic_error("one value for each GPIO output");
    for (std::size_t i = 0; i < values.size(); ++i)
      values_[i] = values[i] ? gpiod::line::value::ACTIVE : gpiod::line::value::INACTIVE;
    return drive();
  }

 private:
  BusResult<void> drive() {
    return guarded(where_, [this] { request_.set_values(values_); });
  }

  std::string where_;
  gpiod::line_request request_;
  gpiod::line::values values_;
};

class Inputs final : public GpioInputs {
 public:
  Inputs(std::string where, gpiod::line_request request)
      : where_(std::move(where)),
        request_(std::move(request)),
        values_(request_.num_lines(), gpiod::line::value::INACTIVE) {}

  BusResult<void> get(std::span<bool> values) override {
    if (values.size() != values_.size()) throw std::logic_error("room for each GPIO input");
    return guarded(where_, [this, values] {
      request_.get_values(values_);
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = values_[i] == gpiod::line::value::ACTIVE;
    });
  }

 private:
  std::string where_;
  gpiod::line_request request_;
  gpiod::line::values values_;
};

class Edges final : public GpioEdges {
 public:
  Edges(std::string where, gpiod::line_request request)
      : where_(std::move(where)), request_(std::move(request)), line_(request_.offsets().front()) {}

  int fd() const override { return request_.fd(); }

  BusResult<std::vector<GpioEdge>> take() override {
    return guarded(where_, [this] {
      std::vector<GpioEdge> edges;
      while (request_.wait_edge_events(std::chrono::nanoseconds(0))) {
        request_.read_edge_events(buffer_);
        for (const gpiod::edge_event& event : buffer_)
          edges.push_back({Nanos(static_cast<std::int64_t>(event.timestamp_ns().ns())),
                           event.type() == gpiod::edge_event::event_type::RISING_EDGE});
      }
      return edges;
    });
  }

  BusResult<bool> active() override {
    return guarded(where_, [this] { return request_.get_value(line_) == gpiod::line::value::ACTIVE; });
  }

 private:
  std::string where_;
  gpiod::line_request request_;
  gpiod::line::offset line_;
  gpiod::edge_event_buffer buffer_{kept_edges};
};

gpiod::line::bias bias_of(Pull pull) {
  switch (pull) {
    case Pull::up:
      return gpiod::line::bias::PULL_UP;
    case Pull::down:
      return gpiod::line::bias::PULL_DOWN;
    case Pull::none:
      return gpiod::line::bias::DISABLED;
  }
  throw std::logic_error("an unknown pull");
}

class Chip final : public GpioChip {
 public:
  Chip(std::string name, gpiod::chip chip)
      : name_(std::move(name)), chip_(std::move(chip)), lines_(static_cast<unsigned>(chip_.get_info().num_lines())) {}

  std::string name() const override { return name_; }
  unsigned lines() const override { return lines_; }

  BusResult<GpioLineInfo> info(unsigned line) override {
    return guarded(name_, [this, line] {
      const gpiod::line_info found = chip_.get_line_info(line);
      return GpioLineInfo{found.name(), found.consumer(), found.used()};
    });
  }

  BusResult<std::unique_ptr<GpioOutputs>> request_outputs(std::span<const unsigned> lines,
                                                          const std::string& role) override {
    return request<GpioOutputs, Outputs>(lines, role,
                                         gpiod::line_settings()
                                             .set_direction(gpiod::line::direction::OUTPUT)
                                             .set_output_value(gpiod::line::value::INACTIVE));
  }

  BusResult<std::unique_ptr<GpioInputs>> request_inputs(std::span<const unsigned> lines, Pull pull,
                                                        const std::string& role) override {
    return request<GpioInputs, Inputs>(
        lines, role, gpiod::line_settings().set_direction(gpiod::line::direction::INPUT).set_bias(bias_of(pull)));
  }

  // No debounce in the kernel: version 1 of libgpiod has none, and the button
  // shall behave alike with both.
  BusResult<std::unique_ptr<GpioEdges>> request_edges(unsigned line, Pull pull, bool active_low,
                                                      const std::string& role) override {
    const unsigned lines[] = {line};
    return request<GpioEdges, Edges>(lines, role,
                                     gpiod::line_settings()
                                         .set_direction(gpiod::line::direction::INPUT)
                                         .set_edge_detection(gpiod::line::edge::BOTH)
                                         .set_event_clock(gpiod::line::clock::MONOTONIC)
                                         .set_bias(bias_of(pull))
                                         .set_active_low(active_low));
  }

 private:
  template <class Port, class Request>
  BusResult<std::unique_ptr<Port>> request(std::span<const unsigned> lines, const std::string& role,
                                           const gpiod::line_settings& settings) {
    if (auto checked = check_gpio_lines(*this, lines); !checked) return tl::unexpected(checked.error());
    try {
      return std::make_unique<Request>(name_, chip_.prepare_request()
                                                  .set_consumer(gpio_consumer(role))
                                                  .set_event_buffer_size(kept_edges)
                                                  .add_line_settings({lines.begin(), lines.end()}, settings)
                                                  .do_request());
    } catch (const std::system_error& error) {
      return gpio_refusal(*this, lines, error.code().value());
    }
  }

  std::string name_;
  gpiod::chip chip_;
  unsigned lines_;
};

}  // namespace

BusResult<std::unique_ptr<GpioChip>> open_gpio_chip(const std::string& label_or_path) {
  const auto file = find_gpio_chip(label_or_path);
  if (!file) return tl::unexpected(file.error());
  return guarded(file->path, [&file]() -> std::unique_ptr<GpioChip> {
    return std::make_unique<Chip>(name_of(*file), gpiod::chip(file->path));
  });
}

}  // namespace chairhub
