#include "tests/kits/bench.h"

#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <stdexcept>
#include <vector>

#include "drivers/ads1115/ads111x_kit.h"
#include "drivers/hx711/hx711_kit.h"
#include "drivers/mcp3008/mcp_kit.h"
#include "drivers/nau7802/nau7802_kit.h"
#include "drivers/nau7802/nau7802_protocol.h"
#include "drivers/wireless/wireless_kit.h"
#include "tests/drivers/sent_frames.h"
#include "tests/support/chips/ads111x.h"
#include "tests/support/chips/fake_gpio.h"
#include "tests/support/chips/fake_i2c_bus.h"
#include "tests/support/chips/fake_spi_bus.h"
#include "tests/support/chips/hx711_model.h"
#include "tests/support/chips/mcp3xxx.h"
#include "tests/support/chips/mux4067.h"
#include "tests/support/chips/nau7802.h"
#include "tests/support/chips/tca9548a.h"
#include "tests/support/places.h"

namespace chairhub {
namespace {

// As the documents wire them: S0 first, and the clock of all HX711.
constexpr std::array<unsigned, 4> select_lines = {17, 27, 22, 23};
constexpr unsigned hx711_clock_line = 20;
constexpr unsigned multiplexer_address = 0x70;

// 3 of "CH3" with the words "CH"; throws when the input is called otherwise.
unsigned number_after(const std::string& words, const std::string& input) {
  if (!input.starts_with(words)) throw std::runtime_error("no chip here has an input '" + input + "'");
  return static_cast<unsigned>(std::stoul(input.substr(words.size())));
}

class Ads1115Bench final : public Bench {
 public:
  Ads1115Bench() {
    for (auto& [address, chip] : chips_) bus_->put(address, chip);
  }
  void put(const std::string& input, std::int32_t counts) override {
    const auto address = static_cast<std::uint8_t>(std::stoul(input, nullptr, 16));
    chips_.at(address).set_counts(number_after("A", input.substr(input.find(' ') + 1)), counts);
  }
  Result<std::unique_ptr<Kit>> make(const KitConfig& config, const Options& options, const Chair& chair) override {
    return make_ads111x_kit_on(bus_, clock, config, options, chair);
  }

 private:
  std::shared_ptr<FakeI2cBus> bus_ = std::make_shared<FakeI2cBus>(clock);
  std::map<std::uint8_t, Ads111x> chips_{{0x48, Ads111x(Ads111x::Kind::ads1115, clock)},
                                         {0x49, Ads111x(Ads111x::Kind::ads1115, clock)}};
};

class McpBench final : public Bench {
 public:
  explicit McpBench(unsigned bits, bool has_mux) : has_mux_(has_mux), chip_(bits, 8) {
    if (!has_mux) return;
    mux_.wire(gpio_, select_lines);
    chip_.measure_with([this](unsigned input) { return input == 0 ? mux_.code() : 0; });
  }
  void put(const std::string& input, std::int32_t counts) override {
    if (has_mux_)
      mux_.set_code(number_after("Y", input), static_cast<std::uint32_t>(counts));
    else
      chip_.set_code(number_after("CH", input), static_cast<std::uint32_t>(counts));
  }
  Result<std::unique_ptr<Kit>> make(const KitConfig& config, const Options& options, const Chair& chair) override {
    const McpHardware hardware{[this](const std::string& device, std::uint32_t) -> BusResult<std::unique_ptr<SpiBus>> {
                                 if (device != "/dev/spidev0.0") return bus_failure(BusFault::no_device, device);
                                 return std::make_unique<FakeSpiBus>(chip_, clock);
                               },
                               [this](const std::string& label) { return gpio_.open(label); }, clock};
    return make_mcp_kit_on(hardware, config, options, chair);
  }

 private:
  bool has_mux_;
  FakeGpio gpio_{clock};
  Mux4067 mux_{clock};
  Mcp3xxx chip_;
};

class Hx711Bench final : public Bench {
 public:
  Hx711Bench() {
    gpio_.wire_output(hx711_clock_line, [this](bool level) {
      for (auto& [line, chip] : chips_) chip.set_clock(level);
    });
  }
  void put(const std::string& input, std::int32_t counts) override {
    constexpr double as_rate_is_wired = 10;
    const unsigned line = number_after("GPIO ", input);
    Hx711Model& chip = chips_.try_emplace(line, as_rate_is_wired, clock).first->second;
    chip.set_counts(counts);
    gpio_.wire_input(line, [&chip] { return chip.data(); });
  }
  Result<std::unique_ptr<Kit>> make(const KitConfig& config, const Options& options, const Chair& chair) override {
    return make_hx711_kit_on([this](const std::string& label) { return gpio_.open(label); }, clock, config, options,
                             chair);
  }

 private:
  FakeGpio gpio_{clock};
  std::map<unsigned, Hx711Model> chips_;
};

class Nau7802Bench final : public Bench {
 public:
  Nau7802Bench() { bus_->put(multiplexer_address, ports_); }
  void put(const std::string& input, std::int32_t counts) override {
    const unsigned port = number_after("port ", input);
    Nau7802& chip = chips_.try_emplace(port, clock).first->second;
    chip.set_counts(counts);
    bus_->put_behind(ports_, port, nau7802::address, chip);
  }
  Result<std::unique_ptr<Kit>> make(const KitConfig& config, const Options& options, const Chair& chair) override {
    return make_nau7802_kit_on(bus_, clock, config, options, chair);
  }

 private:
  std::shared_ptr<FakeI2cBus> bus_ = std::make_shared<FakeI2cBus>(clock);
  Tca9548a ports_;
  std::map<unsigned, Nau7802> chips_;
};

// Scanned, it has an ESP32 send a frame of what its inputs read at that moment.
class PlayedRadio final : public Kit {
 public:
  PlayedRadio(std::unique_ptr<Kit> kit, std::vector<std::optional<std::int32_t>> pads)
      : kit_(std::move(kit)), sending_{7, 0, 0, std::move(pads)} {}

  std::string describe() const override { return kit_->describe(); }
  Pace pace() const override { return kit_->pace(); }
  bool scan(Moment now, Frame& frame) override {
    ++sending_.sequence;
    sending_.kit_ms += 100;
    return kit_->receiver()->receive(as_json(sending_), now, frame);
  }

 private:
  std::unique_ptr<Kit> kit_;
  Sending sending_;
};

// An ESP32 with the configuration of docs/examples: it says which pin is which place in a frame.
class WirelessBench final : public Bench {
 public:
  void put(const std::string& input, std::int32_t counts) override { counts_[number_after("GPIO ", input)] = counts; }
  Result<std::unique_ptr<Kit>> make(const KitConfig& config, const Options& options, const Chair& chair) override {
    auto kit = make_wireless_kit(config, options, chair);
    if (!kit) return kit;
    std::vector<std::optional<std::int32_t>> pads;
    for (const unsigned pin : pins_of_a_frame()) pads.emplace_back(counts_.at(pin));
    return std::make_unique<PlayedRadio>(std::move(*kit), std::move(pads));
  }

 private:
  static std::vector<unsigned> pins_of_a_frame() {
    std::ifstream file(source_folder() / "docs/examples/esphome-kit.yaml");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::map<std::string, unsigned> pin_of;
    const std::regex sensor(R"(id: (\w+)\s+pin: GPIO(\d+))");
    for (std::sregex_iterator found(text.begin(), text.end(), sensor), end; found != end; ++found)
      pin_of[(*found)[1]] = static_cast<unsigned>(std::stoul((*found)[2]));
    std::vector<unsigned> pins;
    const std::regex place(R"(id\((\w+)\))");
    for (std::sregex_iterator found(text.begin(), text.end(), place), end; found != end; ++found)
      pins.push_back(pin_of.at((*found)[1]));
    return pins;
  }

  std::map<unsigned, std::int32_t> counts_;
};

}  // namespace

std::unique_ptr<Bench> bench_for(const KitConfig& config) {
  bool has_mux = false;
  for (const KitOption& option : config.options) has_mux = has_mux || option.key == "mux_lines";
  if (config.driver == "ads1115") return std::make_unique<Ads1115Bench>();
  if (config.driver == "mcp3008") return std::make_unique<McpBench>(10, has_mux);
  if (config.driver == "mcp3208") return std::make_unique<McpBench>(12, has_mux);
  if (config.driver == "hx711") return std::make_unique<Hx711Bench>();
  if (config.driver == "nau7802") return std::make_unique<Nau7802Bench>();
  if (config.driver == "wireless") return std::make_unique<WirelessBench>();
  throw std::runtime_error(config.where + ": tests/kits/bench.cpp has no chips for the driver '" + config.driver + "'");
}

}  // namespace chairhub
