#include "hub/service/reader_thread.h"

#include <poll.h>

#include <future>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/service/log_files_out.h"
#include "hub/storage/logbook.h"
#include "tests/support/moments.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::reader_thread_test {

using ::testing::HasSubstr;

// A log with one sitting, and whoever asks about it.
class ReaderThreadTest : public ::testing::Test {
 protected:
  void hub_has_run() {
    const Chair chair{"desk", "Desk", {{"left", Zone::seat, -1, 0, {}}, {"right", Zone::seat, 1, 0, {}}}};
    auto log = Logbook::open(files, {"boot", "1", morning(), true, {chair}});
    ASSERT_TRUE(log) << log.error().message;
    log->append("desk", SittingStarted{morning()});
    log->append("desk", SittingEnded{morning(), morning() + Minutes(20), 3});
    ASSERT_TRUE(log->close(morning() + Minutes(30)));
  }
  // Gives answers until `done`.
  void wait_for(const bool& done) {
    while (!done) {
      pollfd waiting{reader.fd(), POLLIN, 0};
      ASSERT_EQ(::poll(&waiting, 1, 20'000), 1);
      reader.give_answers();
    }
  }
  // All pieces, one after the other; unset when they break off.
  std::optional<std::string> all_of(const Pieces& pieces) {
    std::string all;
    for (bool more = true; more;) {
      bool done = false;
      std::optional<std::string> piece;
      pieces([&](std::optional<std::string> given) {
        piece = std::move(given);
        done = true;
      });
      wait_for(done);
      if (!piece) return std::nullopt;
      more = !piece->empty();
      all += *piece;
    }
    return all;
  }

  TemporaryFolder folder;
  LogFiles files{folder.path() / "log.db", {}};
  ReaderThread reader{files};
};

TEST_F(ReaderThreadTest, SaysWhyThereIsNoLogAndReadsItOnceThereIs) {
  std::string answer;
  bool done = false;
  const auto question = [&](Result<ReaderThread::Desk*> desk) -> ReaderThread::Answer {
    const std::string found = desk ? std::to_string((*desk)->log.chairs()->size()) : desk.error().message;
    return [&, found] {
      answer = found;
      done = true;
    };
  };
  ASSERT_TRUE(reader.ask(question));
  wait_for(done);
  EXPECT_THAT(answer, HasSubstr("there is no log yet"));
  hub_has_run();
  done = false;
  ASSERT_TRUE(reader.ask(question));
  wait_for(done);
  EXPECT_EQ(answer, "1");
}

TEST_F(ReaderThreadTest, TakesOnlySoManyQuestionsAtOnce) {
  std::promise<void> go_on;
  const std::shared_future<void> stuck = go_on.get_future().share();
  std::size_t answered = 0;
  const auto question = [&, stuck](const Result<ReaderThread::Desk*>&) -> ReaderThread::Answer {
    stuck.wait();  // as on a card that stalls
    return [&] { ++answered; };
  };
  for (std::size_t i = 0; i < ReaderThread::capacity; ++i) ASSERT_TRUE(reader.ask(question));
  EXPECT_FALSE(reader.ask(question));
  go_on.set_value();
  while (answered < ReaderThread::capacity) {
    pollfd waiting{reader.fd(), POLLIN, 0};
    ASSERT_EQ(::poll(&waiting, 1, 20'000), 1);
    reader.give_answers();
  }
  EXPECT_TRUE(reader.ask(question));
}

TEST_F(ReaderThreadTest, HandsOutATableOnceAndWhole) {
  hub_has_run();
  EXPECT_THAT(all_of(table_pieces(reader, {"desk", "sittings", false, {}}, morning().wall)).value(),
              HasSubstr("start,end,open,shifts\n2026-03-02T08:00:00.000+00:00,2026-03-02T08:20:00.000+00:00,0,3\n"));
  EXPECT_THAT(all_of(table_pieces(reader, {"desk", "sittings", true, {}}, morning().wall)).value(),
              HasSubstr(R"("shifts":3})"));
  // A range of all the years that there are takes no longer than the log.
  const AskedRange ever{WallTime{}, WallTime(Millis(253'402'300'799'999)), {}};
  EXPECT_EQ(all_of(table_pieces(reader, {"desk", "spans", false, ever}, morning().wall)),
            "start,end,open,posture,why\n");
}

TEST_F(ReaderThreadTest, CopiesTheLogIntoAFileWithoutAName) {
  hub_has_run();
  bool done = false;
  Result<Pieces> copy = failure("");
  copy_pieces(reader, files.database, [&](Result<Pieces> given) {
    copy = std::move(given);
    done = true;
  });
  wait_for(done);
  ASSERT_TRUE(copy) << copy.error().message;
  EXPECT_THAT(all_of(*copy).value(), HasSubstr("SQLite format 3"));
  for (const auto& file : std::filesystem::directory_iterator(folder.path()))
    EXPECT_EQ(file.path().filename().string().find("copy"), std::string::npos);
}

}  // namespace chairhub::reader_thread_test
