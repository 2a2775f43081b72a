#include "drivers/bus/bus_error.h"

#include <string_view>
#include <system_error>

#include <fmt/format.h>

namespace chairhub {
namespace {

enum class Family : std::uint8_t { i2c, spi, gpio, other };

Family family_of(std::string_view where) {
  if (where.find("/dev/i2c-") != std::string_view::npos) return Family::i2c;
  if (where.find("/dev/spidev") != std::string_view::npos) return Family::spi;
  if (where.find("gpiochip") != std::string_view::npos || where.find("GPIO") != std::string_view::npos)
    return Family::gpio;
  return Family::other;
}

std::string_view what_is_wrong(BusFault fault) {
  switch (fault) {
    case BusFault::nack:
      return "nobody answers";
    case BusFault::timeout:
      return "no answer in time";
    case BusFault::arbitration:
      return "another master on the bus is always faster";
    case BusFault::short_io:
      return "fewer bytes came than were asked for";
    case BusFault::not_ready:
      return "the chip answers, but its conversion does not end";
    case BusFault::integrity:
      return "what came cannot be right";
    case BusFault::driver_bound:
      return "a kernel driver owns the chip";
    case BusFault::busy:
      return "somebody else holds it";
    case BusFault::no_device:
      return "there is no such device";
    case BusFault::permission:
      return "access is refused";
    case BusFault::unsupported:
      return "the adapter cannot do this";
    case BusFault::system:
      return "a system call failed";
  }
  return "";
}

std::string_view how_to_enable(Family family) {
  switch (family) {
    case Family::i2c:
      return "enable I2C: dtparam=i2c_arm=on in config.txt, then restart; see what there is with i2cdetect -l";
    case Family::spi:
      return "enable SPI: dtparam=spi=on in config.txt, then restart";
    case Family::gpio:
      return "see what there is with gpiodetect";
    case Family::other:
      break;
  }
  return "";
}

std::string_view how_to_be_allowed(Family family) {
  switch (family) {
    case Family::i2c:
      return "add the user to group i2c: usermod -aG i2c USER";
    case Family::spi:
      return "add the user to group spi: usermod -aG spi USER";
    case Family::gpio:
      return "add the user to group gpio: usermod -aG gpio USER";
    case Family::other:
      break;
  }
  return "";
}

std::string_view what_helps(BusFault fault, Family family) {
  const bool on_i2c = family == Family::i2c;
  switch (fault) {
    case BusFault::nack:
      return on_i2c ? "check its supply, ground, SDA and SCL, and its address with i2cdetect"
                    : "check its supply and its wires";
    case BusFault::timeout:
      return on_i2c ? "check for a short circuit at SDA and SCL, and for a chip without supply"
                    : "check its supply and its wires";
    case BusFault::not_ready:
    case BusFault::integrity:
      return "check its supply, keep its cable short, and see that nobody else uses it";
    case BusFault::driver_bound:
      return "take its dtoverlay out of config.txt, or read it with the driver iio";
    case BusFault::busy:
      return family == Family::gpio ? "see who with gpioinfo" : "stop whatever uses it";
    case BusFault::no_device:
      return how_to_enable(family);
    case BusFault::permission:
      return how_to_be_allowed(family);
    case BusFault::arbitration:
      return "only one master may be on the bus";
    case BusFault::short_io:
    case BusFault::unsupported:
    case BusFault::system:
      break;
  }
  return "";
}

}  // namespace

std::string fault_in_words(const BusError& error) {
  std::string words = fmt::format("{}: {}", error.where, what_is_wrong(error.fault));
  if (error.system_errno != 0) words += fmt::format(" ({})", std::generic_category().message(error.system_errno));
  if (!error.detail.empty()) words += fmt::format(": {}", error.detail);
  return words;
}

std::string cure_in_words(const BusError& error) {
  return std::string(what_helps(error.fault, family_of(error.where)));
}

std::string in_words(const BusError& error) {
  const std::string cure = cure_in_words(error);
  return fault_in_words(error) + (cure.empty() ? "" : "; " + cure);
}

}  // namespace chairhub
