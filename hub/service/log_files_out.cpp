#include "hub/service/log_files_out.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "hub/core/log_data.h"
#include "hub/platform/unique_fd.h"
#include "hub/service/log_views.h"
#include "hub/web/log_export.h"

namespace chairhub {
namespace {

constexpr std::size_t piece_bytes = std::size_t{256} * 1024;
constexpr std::chrono::days rows_of{7};
constexpr const char* too_many = "too many ask the log at once: try again in a few seconds";

// The next piece of something, on the reader's thread; an empty one is the end.
using NextPiece = std::function<std::optional<std::string>(Result<ReaderThread::Desk*>)>;

Pieces pieces_on(ReaderThread& reader, NextPiece next) {
  return [&reader, next = std::move(next)](const TakePiece& take) {
    const bool asked = reader.ask([next, take](Result<ReaderThread::Desk*> desk) -> ReaderThread::Answer {
      return [take, piece = next(std::move(desk))] { take(piece); };
    });
    if (!asked) take(std::nullopt);
  };
}

// What has begun before the range was part of the piece before.
template <class Row>
void drop_earlier(std::vector<Row>& rows, WallTime from) {
  std::erase_if(rows, [from](const Row& row) { return row.start < from; });
}

class Table {
 public:
  Table(ExportRequest request, WallRange range, WallTime now)
      : request_(std::move(request)), range_(range), now_(now), at_(range.from) {}

  std::optional<std::string> next(Result<ReaderThread::Desk*> desk) {
    if (!desk) return std::nullopt;
    if (!has_begun_) return begin((*desk)->log);
    while (at_ < range_.to) {
      auto rows = read((*desk)->log);
      if (!rows) return std::nullopt;
      if (!rows->empty()) return rows;
    }
    if (std::exchange(has_ended_, true)) return "";
    return request_.as_json ? "\n]\n" : "";
  }

 private:
  std::optional<std::string> begin(LogReader& log) {
    has_begun_ = true;
    // Days before the first row and behind the last are not gone through one by one.
    const auto extent = log.extent(request_.chair);
    if (!extent) return std::nullopt;
    at_ = std::max(at_, extent->from);
    range_.to = std::min(range_.to, extent->to);
    LogData none;
    return request_.as_json ? "[\n" : csv(none, request_.table);
  }

  std::optional<std::string> read(LogReader& log) {
    const WallRange step{at_, std::min<WallTime>(at_ + rows_of, range_.to)};
    LogData data;
    if (!fill(log, step, data)) return std::nullopt;
    at_ = step.to;
    std::string rows = request_.as_json ? json_rows(data, request_.table) : csv_rows(data, request_.table);
    if (request_.as_json && !rows.empty() && std::exchange(has_rows_, true)) rows.insert(0, ",\n");
    return rows;
  }

  template <class Rows>
  bool keep(Result<Rows> read, Rows& into) {
    if (!read) return false;
    into = std::move(*read);
    return true;
  }
  template <class Row>
  bool keep_long(Result<std::vector<Row>> read, std::vector<Row>& into, WallTime from) {
    if (!keep(std::move(read), into)) return false;
    if (!std::exchange(is_first_, false)) drop_earlier(into, from);
    for (Row& row : into)
      if (row.is_open) row.end = std::max(row.end, now_);
    return true;
  }

  bool fill(LogReader& log, WallRange step, LogData& data) {
    const std::string& chair = request_.chair;
    if (request_.table == "minutes") return keep(log.minutes(chair, step), data.minutes);
    if (request_.table == "alerts") return keep(log.alerts(chair, step), data.alerts);
    if (request_.table == "events") return keep(log.events(chair, step), data.events);
    if (request_.table == "sittings") return keep_long(log.sittings(chair, step), data.sittings, step.from);
    if (request_.table == "holds") return keep_long(log.holds(chair, step), data.holds, step.from);
    return keep_long(log.spans(chair, step), data.spans, step.from);
  }

  ExportRequest request_;
  WallRange range_;
  WallTime now_;
  WallTime at_;
  bool has_begun_ = false;
  bool is_first_ = true;
  bool has_rows_ = false;
  bool has_ended_ = false;
};

std::string system_says() {
  return std::generic_category().message(errno);
}

std::optional<std::string> next_of_file(int fd) {
  std::string piece(piece_bytes, '\0');
  const ssize_t size = ::read(fd, piece.data(), piece.size());
  if (size < 0) return std::nullopt;
  piece.resize(static_cast<std::size_t>(size));
  return piece;
}

Pieces pieces_of_file(ReaderThread& reader, std::shared_ptr<UniqueFd> fd) {
  return pieces_on(reader,
                   [fd = std::move(fd)](const Result<ReaderThread::Desk*>&) { return next_of_file(fd->value()); });
}

// A file of its own beside the database, where there is room and nobody else may read.
Result<std::shared_ptr<UniqueFd>> copied(LogReader& log, const std::filesystem::path& database) {
  std::string name = database.string() + ".copy-XXXXXX";
  auto fd = std::make_shared<UniqueFd>(::mkostemp(name.data(), O_CLOEXEC));
  if (!fd->valid())
    return failure(fmt::format("{}: a copy cannot be made beside it: {}", database.string(), system_says()));
  const auto done = log.copy_to(name);
  ::unlink(name.c_str());
  if (!done) return tl::unexpected(done.error());
  return fd;
}

}  // namespace

Pieces table_pieces(ReaderThread& reader, ExportRequest request, WallTime now) {
  const AskedRange& asked = request.range;
  const WallRange range = asked.day
                              ? range_of(asked, now)
                              : WallRange{asked.from.value_or(WallTime{}),
                                          asked.to.value_or(std::max(now, asked.from.value_or(now)) + Minutes(1))};
  auto table = std::make_shared<Table>(std::move(request), range, now);
  return pieces_on(
      reader, [table = std::move(table)](Result<ReaderThread::Desk*> desk) { return table->next(std::move(desk)); });
}

void copy_pieces(ReaderThread& reader, std::filesystem::path database,
                 const std::function<void(Result<Pieces>)>& answer) {
  const auto question = [&reader, database = std::move(database), answer](Result<ReaderThread::Desk*> desk) {
    auto fd = desk ? copied((*desk)->log, database) : Result<std::shared_ptr<UniqueFd>>(tl::unexpected(desk.error()));
    return [&reader, answer, fd = std::move(fd)] {
      if (!fd) return answer(tl::unexpected(fd.error()));
      answer(pieces_of_file(reader, *fd));
    };
  };
  if (!reader.ask(question)) answer(failure(too_many));
}

Result<Pieces> file_pieces(ReaderThread& reader, const std::filesystem::path& file) {
  auto fd = std::make_shared<UniqueFd>(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd->valid()) return failure(fmt::format("{}: cannot be read: {}", file.string(), system_says()));
  return pieces_of_file(reader, std::move(fd));
}

}  // namespace chairhub
