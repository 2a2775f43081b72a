#include "hub/service/scan_thread.h"

#include <poll.h>

#include <thread>

#include <gtest/gtest.h>

#include "hub/platform/clock.h"

namespace chairhub::scan_thread_test {

using namespace std::chrono_literals;

// A kit of a given number of frames, each a tenth of a second of its own time.
class CountedKit : public Kit {
 public:
  CountedKit(int frames, bool own_time) : frames_(frames), own_time_(own_time) {}

  std::string describe() const override { return "counted"; }
  Pace pace() const override { return {1ms, own_time_, 0}; }
  bool scan(Moment now, Frame& frame) override {
    if (scanned_ == frames_) return false;
    frame.at = own_time_ ? Moment{SteadyTime(100ms * scanned_), {}} : now;
    frame.pad_count = 1;
    frame.pads[0] = {scanned_++, Signal::ok};
    return true;
  }

 private:
  int frames_;
  bool own_time_;
  int scanned_ = 0;
};

// Everything until the kit says that it has ended.
std::vector<Scan> collect(Mailbox<Scan>& scans) {
  std::vector<Scan> all;
  while (all.empty() || !all.back().ended) {
    pollfd waiting{scans.fd(), POLLIN, 0};
    if (::poll(&waiting, 1, 10'000) != 1) break;
    for (Scan& scan : scans.take()) all.push_back(scan);
  }
  return all;
}

TEST(ScanThreadTest, WhatIsPlayedLosesNothingThoughTheLoopIsSlow) {
  CountedKit kit(500, true);
  Mailbox<Scan> scans(4);
  const ScanThread thread(3, kit, scans);
  const auto all = collect(scans);
  ASSERT_EQ(all.size(), 501u);
  for (int i = 0; i < 500; ++i) EXPECT_EQ(all[static_cast<std::size_t>(i)].frame.pads[0].counts, i);
  EXPECT_EQ(all.back().chair, 3u);
  scans.close();
}

TEST(ScanThreadTest, ConvertersAreScannedInRealTime) {
  CountedKit kit(20, false);
  Mailbox<Scan> scans(100);
  const ScanThread thread(0, kit, scans);
  const auto all = collect(scans);
  ASSERT_EQ(all.size(), 21u);
  for (std::size_t i = 1; i < 20; ++i) EXPECT_GE(all[i].frame.at.steady, all[i - 1].frame.at.steady);
}

// One scan in the middle lasts until twenty more are due, as on a bus that hangs.
class HangingKit final : public Kit {
 public:
  std::string describe() const override { return "hanging"; }
  Pace pace() const override { return {interval, false, 0}; }
  bool scan(Moment now, Frame& frame) override {
    asked.push_back(now.steady);
    if (asked.size() == frames) return false;
    if (asked.size() == 3)
      while (moment_now().steady < now.steady + held) std::this_thread::yield();
    frame.at = now;
    return true;
  }

  static constexpr Millis interval{5};
  static constexpr Millis held = 20 * interval;
  static constexpr std::size_t frames = 6;
  std::vector<SteadyTime> asked;
};

TEST(ScanThreadTest, WhatWasMissedIsCountedAndSkippedNeverCaughtUpInABurst) {
  const SteadyTime before = moment_now().steady;
  HangingKit kit;
  Mailbox<Scan> scans(100);
  const ScanThread thread(0, kit, scans);
  ASSERT_EQ(collect(scans).size(), HangingKit::frames);
  ASSERT_EQ(kit.asked.size(), HangingKit::frames);
  // The third deadline was 10 ms after the first; while it was held twenty more went by, all but the last in vain.
  EXPECT_GE(thread.missed(), 19U);
  // Each deadline is kept or missed: caught up, the last scan would come earlier than all of them together.
  const auto deadlines = static_cast<std::int64_t>(HangingKit::frames - 1 + thread.missed());
  EXPECT_GE(kit.asked.back(), before + deadlines * HangingKit::interval);
}

TEST(ScanThreadTest, EndsWhileItWaitsForRoom) {
  CountedKit kit(1000, true);
  Mailbox<Scan> scans(1);
  {
    const ScanThread thread(0, kit, scans);
    scans.close();
  }
  SUCCEED() << "the thread let go";
}

}  // namespace chairhub::scan_thread_test
