#include "drivers/replay/recording_reader.h"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/drivers/chairs.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::recording_reader_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::int32_t none = -1;  // a missing reading, in the rows below

class RecordingReaderTest : public testing::Test {
 protected:
  void given(std::string_view text) { file_ = folder_.write("r.csv", text); }

  // Everything the reader says about the recording.
  void read() {
    auto reader = RecordingReader::open(file_, small_chair());
    ASSERT_TRUE(reader) << reader.error().message;
    Frame frame;
    for (;;) {
      const auto more = reader->next(frame);
      ASSERT_TRUE(more) << more.error().message;
      if (!*more) break;
      std::vector<std::int32_t> row;
      for (const PadReading& pad : frame.readings()) row.push_back(pad.signal == Signal::ok ? pad.counts : none);
      rows_.push_back(row);
      times_.emplace_back(reader->t_ms_text());
    }
    for (const std::string& warning : reader->warnings().kept()) {
      EXPECT_THAT(warning, testing::StartsWith(file_.string() + ":"));
      warnings_.push_back(warning.substr(file_.string().size() + 1));
    }
    warning_count_ = reader->warnings().count();
  }

  std::string refusal() {
    const auto reader = RecordingReader::open(file_, small_chair());
    return reader ? "accepted" : reader.error().message;
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "r.csv";
  std::vector<std::vector<std::int32_t>> rows_;
  std::vector<std::string> times_;
  std::vector<std::string> warnings_;
  std::uint64_t warning_count_ = 0;
};

TEST_F(RecordingReaderTest, FillsThePadsInTheChairsOrderAndIgnoresOtherColumns) {
  given("label,back,t_ms,right,left\nsits,3,1000,2,1\nbent,6,1100,5,4\n");
  read();
  EXPECT_THAT(rows_, ElementsAre(ElementsAre(1, 2, 3), ElementsAre(4, 5, 6)));
  EXPECT_THAT(times_, ElementsAre("1000", "1100"));
  EXPECT_THAT(warnings_, IsEmpty());
}

struct Oddity {
  std::string_view name;
  std::string_view row;
  std::vector<std::int32_t> counts;
  std::string_view warning;  // empty: none is due
};

void PrintTo(const Oddity& odd, std::ostream* out) {
  *out << odd.name;
}

class OddRow : public RecordingReaderTest, public testing::WithParamInterface<Oddity> {};

TEST_P(OddRow, IsReadAsFarAsItGoes) {
  const Oddity& odd = GetParam();
  given("t_ms,left,right,back\n" + std::string(odd.row));
  read();
  EXPECT_THAT(rows_, ElementsAre(testing::ElementsAreArray(odd.counts)));
  std::vector<std::string> due;
  if (!odd.warning.empty()) due.emplace_back(odd.warning);
  EXPECT_EQ(warnings_, due);
}

INSTANTIATE_TEST_SUITE_P(
    Table, OddRow,
    testing::Values(
        Oddity{"Plain", "1000,1,2,3\n", {1, 2, 3}, ""}, Oddity{"NoNewlineAtTheEnd", "1000,1,2,3", {1, 2, 3}, ""},
        Oddity{"WindowsLineEnd", "1000,1,2,3\r\n", {1, 2, 3}, ""},
        Oddity{"WindowsLineEndAndNoNewline", "1000,1,2,3\r", {1, 2, 3}, ""},
        Oddity{"BlankLinesBetween", "\n1000,1,2,3\n\r\n\n", {1, 2, 3}, ""},
        Oddity{"Quoted", "\"1000\",\"1\",2,\"3\"\n", {1, 2, 3}, ""},
        Oddity{"BlanksAround", "1000, 1,2 ,\t3 \n", {1, 2, 3}, ""},
        Oddity{"NegativeCounts", "1000,-8388608,2,3\n", {-8388608, 2, 3}, ""},
        Oddity{"LargeCounts", "1000,2147483647,2,3\n", {2147483647, 2, 3}, ""},
        Oddity{"WholeDecimals", "1000,12.0,2,3\n", {12, 2, 3}, ""},
        Oddity{
            "Decimals", "1000,12.6,2,3\n", {13, 2, 3}, "2:6: pad 'left' reads '12.6'; counts are whole, taken as 13"},
        Oddity{"BlankCell", "1000,1,,3\n", {1, none, 3}, "2:8: pad 'right' is blank; taken as missing"},
        Oddity{"BlankLastCell", "1000,1,2,\n", {1, 2, none}, "2:10: pad 'back' is blank; taken as missing"},
        Oddity{"TextCell",
               "1000,1,n/a,3\n",
               {1, none, 3},
               "2:8: pad 'right' reads 'n/a', which is not a number of counts; taken as missing"},
        Oddity{"NotANumber",
               "1000,nan,2,3\n",
               {none, 2, 3},
               "2:6: pad 'left' reads 'nan', which is not a number of counts; taken as missing"},
        Oddity{"NumberAndText",
               "1000,12x,2,3\n",
               {none, 2, 3},
               "2:6: pad 'left' reads '12x', which is not a number of counts; taken as missing"},
        Oddity{"TooLarge",
               "1000,2147483648,2,3\n",
               {none, 2, 3},
               "2:6: pad 'left' reads '2147483648', which is not a number of counts; taken as missing"},
        Oddity{"TooFewCells",
               "1000,1\n",
               {1, none, none},
               "2:7: the row has 2 cells, the header 4; the pads without one are missing"},
        Oddity{"TooManyCells",
               "1000,1,2,3,4\n",
               {1, 2, 3},
               "2:12: the row has more cells than the header's 4; they are ignored"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(RecordingReaderTest, AcceptsAByteOrderMarkQuotesAndWindowsLineEndsInTheHeader) {
  given("\xEF\xBB\xBF\"t_ms\",left, right ,\"back\"\r\n1000,1,2,3\r\n");
  read();
  EXPECT_THAT(rows_, ElementsAre(ElementsAre(1, 2, 3)));
}

TEST_F(RecordingReaderTest, LetsAnIgnoredColumnHoldQuotedCommas) {
  given("t_ms,label,left,right,back\n1000,\"sits, upright\",1,2,3\n");
  read();
  EXPECT_THAT(rows_, ElementsAre(ElementsAre(1, 2, 3)));
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(RecordingReaderTest, AQuoteThatIsNeverClosedTakesTheRestOfItsRow) {
  given("t_ms,left,right,back\n1000,\"1,2,3\n1100,4,5,6\n");
  read();
  EXPECT_THAT(rows_, ElementsAre(ElementsAre(none, none, none), ElementsAre(4, 5, 6)));
  EXPECT_EQ(warning_count_, 2U);
}

TEST_F(RecordingReaderTest, ForgetsTheLastRowsReadingWhenACellIsMissing) {
  given("t_ms,left,right,back\n1000,1,2,3\n1100,4\n");
  read();
  EXPECT_THAT(rows_.back(), ElementsAre(4, none, none));
}

TEST_F(RecordingReaderTest, KeepsTheFirstWarningsAndCountsTheRest) {
  std::string text = "t_ms,left,right,back\n";
  for (int row = 0; row < 50; ++row) text += std::to_string(1000 + row * 100) + ",1,,3\n";
  given(text);
  read();
  EXPECT_EQ(warnings_.size(), Warnings::most_kept);
  EXPECT_EQ(warning_count_, 50U);
  EXPECT_EQ(rows_.size(), 50U);
}

TEST_F(RecordingReaderTest, ReadsRowsThatCrossTheBordersOfItsBlocks) {
  std::string text = "t_ms,left,right,back\n";
  constexpr int count = 60000;  // some five blocks
  for (int row = 0; row < count; ++row)
    text += std::to_string(1000000 + row * 100) + "," + std::to_string(row) + "," + std::to_string(row % 7) + ",3\n";
  given(text);
  read();
  ASSERT_EQ(rows_.size(), static_cast<std::size_t>(count));
  for (int row = 0; row < count; ++row) ASSERT_THAT(rows_[static_cast<std::size_t>(row)], ElementsAre(row, row % 7, 3));
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(RecordingReaderTest, RefusesAnEmptyFile) {
  given("");
  EXPECT_EQ(refusal(), file_.string() + ":1:1: the file is empty; a recording begins with t_ms and the pads' names");
}

TEST_F(RecordingReaderTest, RefusesAFileThatIsNotThere) {
  EXPECT_EQ(refusal(), file_.string() + ": cannot be read: No such file or directory");
}

TEST_F(RecordingReaderTest, RefusesAFolder) {
  file_ = folder_.path();
  EXPECT_THAT(refusal(), HasSubstr("Is a directory"));
}

TEST_F(RecordingReaderTest, RefusesAHeaderWithoutTime) {
  given("time,left,right,back\n1,2,3,4\n");
  EXPECT_EQ(refusal(), file_.string() +
                           ":1:1: the header has no column 't_ms' (Unix milliseconds); it has time, left, right, back");
}

TEST_F(RecordingReaderTest, NamesThePadsThatHaveNoColumnAndWhatMayBeMeant) {
  given("t_ms,lefd,back\n");
  EXPECT_EQ(refusal(), file_.string() +
                           ":1:1: the header has no column for these pads of chair 'desk': "
                           "left (is 'lefd' meant?), right; it has t_ms, lefd, back");
}

TEST_F(RecordingReaderTest, RefusesAColumnThatIsThereTwice) {
  given("t_ms,left,right,back,left\n");
  EXPECT_EQ(refusal(), file_.string() + ":1:1: the column 'left' is there twice; once is allowed");
}

TEST_F(RecordingReaderTest, RefusesALineWithoutEnd) {
  given(std::string(300000, 'x'));
  EXPECT_THAT(refusal(), HasSubstr("this is not a recording"));
}

TEST_F(RecordingReaderTest, HasNoRowsWhenThereIsOnlyAHeader) {
  given("t_ms,left,right,back");
  read();
  EXPECT_THAT(rows_, IsEmpty());
}

}  // namespace chairhub::recording_reader_test
