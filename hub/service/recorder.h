// Writes one recording of a chair's raw frames, on a thread of its own, because
// a card may stall. Ends by itself after so much of the chair's time.
//
// Thread rule: made and used on the loop's thread.

#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "drivers/replay/recording_writer.h"
#include "hub/core/frame.h"
#include "hub/platform/mailbox.h"
#include "hub/web/action_json.h"

namespace chairhub {

class Recorder {
 public:
  // A new file in the folder, named by the chair and the moment; fails with a sentence when it cannot be made.
  static Result<std::unique_ptr<Recorder>> begin(const std::filesystem::path& folder, const Chair& chair, WallTime now,
                                                 Seconds length);
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  void take(const Frame& frame);
  void end();

  RecordingView view() const;
  const std::filesystem::path& file() const { return file_; }

 private:
  Recorder(std::filesystem::path file, RecordingWriter writer, WallTime now, Seconds length);
  void work(const std::stop_token& stop, RecordingWriter writer);
  bool write_waiting(RecordingWriter& writer);
  void note(const Result<void>& done);

  std::filesystem::path file_;
  WallTime started_;
  Seconds length_;
  std::optional<SteadyTime> first_;
  bool ended_ = false;  // nothing more is taken
  Mailbox<Frame> frames_{4096};
  std::atomic<std::uint64_t> rows_ = 0;
  std::atomic<bool> written_ = false;  // all that was taken is on the disk, or there is trouble
  mutable std::mutex mutex_;
  std::string trouble_;  // with the mutex
  std::jthread thread_;
};

}  // namespace chairhub
