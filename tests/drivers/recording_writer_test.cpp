#include "drivers/replay/recording_writer.h"

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <string>

#include <gtest/gtest.h>

#include "drivers/replay/recording_reader.h"
#include "tests/drivers/chairs.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::recording_writer_test {

Frame frame_at(std::int64_t t_ms, std::int32_t left, std::int32_t right) {
  Frame frame;
  frame.at.wall = WallTime(Millis(t_ms));
  frame.pad_count = 3;
  frame.pads[0] = {left, Signal::ok};
  frame.pads[1] = {right, Signal::ok};
  return frame;  // the third pad is missing
}

class RecordingWriterTest : public testing::Test {
 protected:
  RecordingWriter created() {
    auto writer = RecordingWriter::create(file_, small_chair());
    EXPECT_TRUE(writer) << writer.error().message;
    return std::move(*writer);
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "new.csv";
};

TEST_F(RecordingWriterTest, WritesAHeaderAndOneRowAFrameWithBlanksForWhatIsMissing) {
  RecordingWriter writer = created();
  ASSERT_TRUE(writer.write(frame_at(1684505505149, 12, -7)));
  ASSERT_TRUE(writer.write(frame_at(1684505505249, 13, 0)));
  ASSERT_TRUE(writer.finish());
  EXPECT_EQ(folder_.read("new.csv"), "t_ms,left,right,back\n1684505505149,12,-7,\n1684505505249,13,0,\n");
}

TEST_F(RecordingWriterTest, WritesWhatTheReaderReads) {
  constexpr int count = 10000;  // more than one block
  RecordingWriter writer = created();
  for (int i = 0; i < count; ++i) ASSERT_TRUE(writer.write(frame_at(1000 + 100 * i, i, -i)));
  ASSERT_TRUE(writer.finish());
  auto reader = RecordingReader::open(file_, small_chair());
  ASSERT_TRUE(reader);
  Frame frame;
  for (int i = 0; i < count; ++i) {
    ASSERT_TRUE(reader->next(frame).value());
    ASSERT_EQ(frame.at.wall, WallTime(Millis(1000 + 100 * i)));
    ASSERT_EQ(frame.pads[0].counts, i);
    ASSERT_EQ(frame.pads[1].counts, -i);
    ASSERT_EQ(frame.pads[2].signal, Signal::missing);
  }
  EXPECT_FALSE(reader->next(frame).value());
}

TEST_F(RecordingWriterTest, NeverOverwritesAFile) {
  folder_.write("new.csv", "precious");
  const auto writer = RecordingWriter::create(file_, small_chair());
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().message, file_.string() + ": is already there and is not overwritten; choose another name");
  EXPECT_EQ(folder_.read("new.csv"), "precious");
}

TEST_F(RecordingWriterTest, SaysWhyAFileCannotBeCreated) {
  const auto nowhere = folder_.path() / "no" / "new.csv";
  const auto writer = RecordingWriter::create(nowhere, small_chair());
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().message, nowhere.string() + ": cannot be created: No such file or directory");
}

// Lets no file of this process grow beyond `bytes`, as a full disk would.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &usual_);
    const rlimit tight{bytes, usual_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &usual_);
    std::signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  void (*handler_)(int);
  rlimit usual_{};
};

TEST_F(RecordingWriterTest, SaysWhenTheDiskIsFullAndLosesNothingWhenThereIsRoomAgain) {
  RecordingWriter writer = created();
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(writer.write(frame_at(1000 + 100 * i, i, i)));
  {
    const FullDisk full(1000);
    const auto finished = writer.finish();
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.error().message, file_.string() + ": cannot be written: File too large");
  }
  ASSERT_TRUE(writer.finish());
  const std::string text = folder_.read("new.csv");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 101);
  EXPECT_TRUE(text.ends_with("10900,99,99,\n"));
}

}  // namespace chairhub::recording_writer_test
