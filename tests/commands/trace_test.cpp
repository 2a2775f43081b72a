#include "hub/commands/trace.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace chairhub::trace_test {

TEST(TraceTest, WritesTheColumnsOfARow) {
  Observation observation;
  observation.posture = Posture::bent_forward;
  observation.occupied = true;
  observation.supported = false;
  observation.forward = true;
  observation.lean = Lean::left;
  observation.calibrated = true;
  observation.active[static_cast<std::size_t>(Cause::bent_forward)] = true;
  observation.active[static_cast<std::size_t>(Cause::static_too_long)] = true;
  EXPECT_EQ(trace_columns(observation), ",bent_forward,1,0,1,left,1,bent_forward;static_too_long\n");
}

TEST(TraceTest, LeavesSupportBlankWhereItCannotBeKnown) {
  EXPECT_EQ(trace_columns(Observation{}), ",unknown,0,,0,none,0,\n");
}

TEST(TraceTest, KeepsTheRecordingsOwnTimeText) {
  const TemporaryFolder folder;
  auto trace = Trace::create(folder.path() / "trace.csv");
  ASSERT_TRUE(trace);
  ASSERT_TRUE(trace->add("0017", Observation{}));
  ASSERT_TRUE(trace->finish());
  EXPECT_EQ(folder.read("trace.csv"),
            "t_ms,posture,occupied,supported,forward,lean,calibrated,alerts\n0017,unknown,0,,0,none,0,\n");
}

TEST(TraceTest, SaysWhenItCannotBeWritten) {
  const auto trace = Trace::create("/nowhere/trace.csv");
  ASSERT_FALSE(trace);
  EXPECT_NE(trace.error().message.find("/nowhere/trace.csv"), std::string::npos);
}

TEST(TraceTest, AFullDiskIsAnError) {
  auto trace = Trace::create("/dev/full");
  ASSERT_TRUE(trace);
  EXPECT_FALSE(trace->finish());
}

}  // namespace chairhub::trace_test
