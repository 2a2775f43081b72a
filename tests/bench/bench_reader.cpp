// How many rows a second the recording reader takes, on a day of 10 Hz x 8
// pads, and how many frames the simulated kit makes.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "drivers/catalogue.h"
#include "drivers/replay/recording_reader.h"
#include "tests/support/temporary_folder.h"

namespace chairhub {
namespace {

constexpr int rows_in_a_day = 864000;

Chair eight_pads() {
  Chair chair{"bench", "Bench", {}};
  for (int i = 0; i < 8; ++i)
    chair.pads.push_back(
        {fmt::format("pad_{}", i), i < 4 ? Zone::seat : Zone::back, i % 2 ? 1.0 : -1.0, i / 2 % 2 ? 1.0 : 0.0, {}});
  return chair;
}

// Counts wander as real ones do, so that their digits cannot be guessed.
std::string a_day() {
  std::string text = "t_ms";
  for (const Pad& pad : eight_pads().pads) text += "," + pad.name;
  text += '\n';
  std::uint32_t random = 1;
  std::vector<int> counts(8, 2000);
  for (int row = 0; row < rows_in_a_day; ++row) {
    fmt::format_to(std::back_inserter(text), "{}", 1772438400000 + 100LL * row);
    for (int& count : counts) {
      random = random * 1664525U + 1013904223U;
      count = std::clamp(count + static_cast<int>(random >> 27U) - 15, 0, 4095);
      fmt::format_to(std::back_inserter(text), ",{}", count);
    }
    text += '\n';
  }
  return text;
}

void read_a_day(benchmark::State& state) {
  const TemporaryFolder folder;
  const auto file = folder.write("day.csv", a_day());
  const Chair chair = eight_pads();
  std::int64_t rows = 0;
  for (auto _ : state) {
    auto reader = RecordingReader::open(file, chair);
    Frame frame;
    while (reader->next(frame).value()) {
      benchmark::DoNotOptimize(frame.pads[3].counts);
      ++rows;
    }
  }
  state.SetItemsProcessed(rows);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(std::filesystem::file_size(file)));
}
BENCHMARK(read_a_day)->Unit(benchmark::kMillisecond);

void simulate_a_day(benchmark::State& state) {
  const KitConfig config{"simulated", 10, {{"scenario", std::string("ordinary-office-day"), "bench"}}, "bench", "."};
  std::int64_t frames = 0;
  for (auto _ : state) {
    const auto kit = make_kit(config, eight_pads()).value();
    for (Frame frame; kit->scan(Moment{}, frame);) ++frames;
  }
  state.SetItemsProcessed(frames);
}
BENCHMARK(simulate_a_day)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace chairhub

BENCHMARK_MAIN();
