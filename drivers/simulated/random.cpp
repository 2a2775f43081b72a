#include "drivers/simulated/random.h"

namespace chairhub::simulated {
namespace {

constexpr double two_to_minus_53 = 1.0 / 9007199254740992.0;
constexpr double root_of_3 = 1.7320508075688772;

// Scrambles all bits (the finaliser known as splitmix64).
std::uint64_t scrambled(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

std::uint64_t bits_at(std::uint64_t seed, std::uint64_t stream, std::uint64_t n) {
  return scrambled(scrambled(scrambled(seed) ^ stream) ^ n);
}

double unit(std::uint64_t bits) {
  return static_cast<double>(bits >> 11U) * two_to_minus_53;
}

}  // namespace

Random::Random(std::uint64_t seed, std::uint64_t purpose) : engine_(scrambled(scrambled(seed) ^ purpose)) {}

double Random::between(double low, double high) {
  return low + (high - low) * unit(engine_());
}

Millis Random::between(Millis low, Millis high) {
  return low + Millis(static_cast<std::int64_t>(static_cast<double>((high - low).count()) * unit(engine_())));
}

double even_at(std::uint64_t seed, std::uint64_t stream, std::uint64_t n) {
  return 2 * unit(bits_at(seed, stream, n)) - 1;
}

// The sum of four even numbers is close enough to a bell; its tails end at 3.5.
double bell_at(std::uint64_t seed, std::uint64_t stream, std::uint64_t n) {
  const std::uint64_t bits = bits_at(seed, stream, n);
  double sum = 0;
  for (unsigned part = 0; part < 4; ++part) sum += static_cast<double>((bits >> (16U * part)) & 0xFFFFU);
  return (sum / 65535 - 2) * root_of_3;
}

}  // namespace chairhub::simulated
