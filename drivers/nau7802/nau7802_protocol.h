// The NAU7802 load-cell converter as registers and bits. Pure.
// Source: its data sheet, and the Linux driver nau7802.c for what it leaves out.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "drivers/bus/bus_clock.h"

namespace chairhub::nau7802 {

inline constexpr std::uint8_t address = 0x2A;  // of every one

// Registers.
inline constexpr std::uint8_t pu_ctrl = 0x00;
inline constexpr std::uint8_t ctrl1 = 0x01;
inline constexpr std::uint8_t ctrl2 = 0x02;
inline constexpr std::uint8_t adc_output = 0x12;  // three bytes, the most significant first
inline constexpr std::uint8_t adc_control = 0x15;
inline constexpr std::uint8_t power_control = 0x1C;

// Bits of pu_ctrl.
inline constexpr std::uint8_t register_reset = 0x01;
inline constexpr std::uint8_t power_up_digital = 0x02;
inline constexpr std::uint8_t power_up_analog = 0x04;
inline constexpr std::uint8_t power_up_ready = 0x08;
inline constexpr std::uint8_t cycle_start = 0x10;
inline constexpr std::uint8_t cycle_ready = 0x20;
inline constexpr std::uint8_t supply_from_ldo = 0x80;
// What a chip that converts has set; after a reset none of it.
inline constexpr std::uint8_t running = power_up_digital | power_up_analog | cycle_start | supply_from_ldo;

// Bits of ctrl2. Its calibration mode 0 is the internal one, which needs no empty chair.
inline constexpr std::uint8_t calibration_start = 0x04;
inline constexpr std::uint8_t calibration_error = 0x08;

inline constexpr std::uint8_t chopper_clock_off = 0x30;  // adc_control
inline constexpr std::uint8_t capacitor_on = 0x80;       // power_control: the one at the second input's pins

struct Settings {
  int gain = 128;
  int rate_sps = 80;
  double ldo_volts = 3.0;
};

std::span<const int> gains();
std::span<const int> rates_sps();
std::span<const double> ldos_volts();

std::uint8_t ctrl1_of(const Settings& settings);
std::uint8_t ctrl2_of(const Settings& settings);

// Time of so many conversions, with a tenth on top for the chip's oscillator.
Nanos time_of(int conversions, const Settings& settings);

std::int32_t counts_of(std::span<const std::uint8_t, 3> bytes);
// The codes at both ends stand for "beyond".
bool is_out_of_range(std::int32_t counts);

}  // namespace chairhub::nau7802
