// The detection on recordings of real people. They belong to others and are
// not in this repository: without them these tests say so and are skipped.

#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/replay/recording_reader.h"
#include "tests/recordings/labelled_recording.h"
#include "tests/support/places.h"

namespace chairhub::recordings_test {

using testing::HasSubstr;

const std::set<std::string> back_free = {"upright_unsupported", "forward_elbows_on_knees", "forward_hands_on_knees"};
const std::set<std::string> bent = {"forward_elbows_on_knees", "forward_hands_on_knees"};

bool anything(const LabelledRow&) {
  return true;
}
bool sits(const LabelledRow& row) {
  return row.label != "empty";
}

class RecordingsTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("CHAIRHUB_RECORDINGS");
    if (folder == nullptr || !std::filesystem::is_directory(folder))
      GTEST_SKIP() << "CHAIRHUB_RECORDINGS names no folder with recordings of real people";
    folder_ = folder;
  }

  static ChairConfig config(const std::string& kit) {
    auto loaded = load_config(source_folder() / "tests/recordings" / (kit + ".toml"));
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
    return loaded->chairs.front();
  }
  std::filesystem::path file(const std::string& kit, const std::string& name) const {
    return folder_ / kit / (name + ".csv");
  }
  LabelledRecording office_chair(const std::string& name) const {
    return {config("office-chair-12"), file("office-chair-12", name), {"empty"}, {"upright_supported"}};
  }
  LabelledRecording wheelchair(const std::string& name) const {
    return {config("wheelchair-mats-24"), file("wheelchair-mats-24", name), {}, {"rest"}};
  }
  LabelledRecording cushion(const std::string& name) const {
    return {config("cushion-9"), file("cushion-9", name), {"empty"}, {"upright"}};
  }

  static void expect_lean(const LabelledRecording& recording, const std::string& left, const std::string& right,
                          const std::set<std::string>& still) {
    const auto asked = [&](const LabelledRow& row) {
      return row.label == left || row.label == right || still.count(row.label) > 0;
    };
    const auto seen_left = recording.score(
        asked, [&](const LabelledRow& row) { return row.label == left; },
        [](const LabelledRow& row) { return row.lean == Lean::left; });
    const auto seen_right = recording.score(
        asked, [&](const LabelledRow& row) { return row.label == right; },
        [](const LabelledRow& row) { return row.lean == Lean::right; });
    EXPECT_TRUE(!seen_left.decidable() || seen_left.value() >= 0.97) << seen_left.value();
    EXPECT_TRUE(!seen_right.decidable() || seen_right.value() >= 0.97) << seen_right.value();
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(RecordingsTest, SomebodyOnTheChairIsToldFromNobody) {
  const auto occupied = [](const LabelledRow& row) { return row.occupied; };
  for (const char* person : {"s1-prescribed", "s2-prescribed"})
    EXPECT_GE(office_chair(person).score(anything, sits, occupied).value(), 0.99) << person;
  for (const char* day : {"train1", "train2"})
    EXPECT_GE(cushion(day).score(anything, sits, occupied).value(), 0.99) << day;
}

TEST_F(RecordingsTest, AFreeBackIsToldFromASupportedOne) {
  const auto free = [](const LabelledRow& row) { return back_free.count(row.label) > 0; };
  const auto said = [](const LabelledRow& row) { return row.supported == false; };
  EXPECT_GE(office_chair("s1-prescribed").score(sits, free, said).value(), 0.985);
  // Where the label says upright this person touched the backrest, so it tells nothing.
  const auto trusted = [](const LabelledRow& row) { return sits(row) && row.label != "upright_unsupported"; };
  EXPECT_GE(office_chair("s2-prescribed").score(trusted, free, said).value(), 0.985);
}

TEST_F(RecordingsTest, BendingForwardIsToldFromSittingUpright) {
  const auto asked = [](const LabelledRow& row) { return back_free.count(row.label) > 0; };
  const auto truth = [](const LabelledRow& row) { return bent.count(row.label) > 0; };
  const auto said = [](const LabelledRow& row) { return row.forward; };
  EXPECT_GE(office_chair("s1-prescribed").score(asked, truth, said).value(), 0.97);
}

TEST_F(RecordingsTest, SlidingForwardIsSeen) {
  const auto truth = [](const LabelledRow& row) { return row.label == "slid_forward"; };
  const auto said = [](const LabelledRow& row) { return row.posture == Posture::slumped; };
  for (const char* person : {"s1-prescribed", "s2-prescribed"})
    EXPECT_GE(office_chair(person).score(sits, truth, said).value(), 0.97) << person;
}

TEST_F(RecordingsTest, LeaningIsSeenInAWheelchair) {
  for (const char* name : {"u1-speed1", "u1-speed3", "u2-speed1", "u2-speed3", "u3-speed1", "u3-speed3"}) {
    SCOPED_TRACE(name);
    expect_lean(wheelchair(name), "left", "right", {"rest"});
  }
}

TEST_F(RecordingsTest, LeaningIsSeenOnACushion) {
  for (const char* name : {"train1", "train2"}) {
    SCOPED_TRACE(name);
    expect_lean(cushion(name), "lean_left", "lean_right", {"upright", "hunched", "reclined"});
  }
}

TEST_F(RecordingsTest, ASeatWithoutABackrestNeverClaimsSupport) {
  const LabelledRecording recording = cushion("train1");
  for (const LabelledRow& row : recording.rows()) {
    ASSERT_FALSE(row.supported);
    ASSERT_TRUE(row.posture == Posture::unknown || row.posture == Posture::empty || row.posture == Posture::object);
  }
}

TEST_F(RecordingsTest, AStuckPadIsNamed) {
  const ChairConfig chair = config("office-chair-12");
  const LabelledRecording recording = office_chair("s2-prescribed");
  for (std::size_t i = 0; i < chair.chair.pads.size(); ++i) {
    if (chair.chair.pads[i].name != "seat_midrear_right") continue;
    EXPECT_GE(recording.pads()[i].times, 1u);
    return;
  }
  FAIL() << "the configuration has lost its pad";
}

TEST_F(RecordingsTest, AClockThatWasNeverSetIsNamedAndSurvived) {
  const ChairConfig chair = config("office-chair-12");
  auto reader = RecordingReader::open(file("office-chair-12", "clock-not-set"), chair.chair);
  ASSERT_TRUE(reader);
  Frame frame;
  SteadyTime before{};
  std::size_t rows = 0;
  while (reader->next(frame).value()) {
    ASSERT_GE(frame.at.steady, before);
    before = frame.at.steady;
    ++rows;
  }
  EXPECT_EQ(rows, 2000u);
  EXPECT_GT(reader->warnings().count(), 0u);
  EXPECT_THAT(reader->warnings().kept().front(), HasSubstr("clock-not-set.csv:"));
}

}  // namespace chairhub::recordings_test
