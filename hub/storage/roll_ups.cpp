#include "hub/storage/roll_ups.h"

#include <algorithm>
#include <iterator>

#include "hub/storage/minute_sums.h"

namespace chairhub {
namespace {

// Rows wait in memory for seconds, or longer on a disk in trouble.
constexpr Minutes written_after{10};
// A day's minutes can be drawn by the minute, a fortnight's by a quarter of an hour; what is longer is read in these.
constexpr Minutes grain{30};

WallTime grain_of(WallTime t) {
  return WallTime(t.time_since_epoch() - t.time_since_epoch() % Millis(grain));
}

}  // namespace

void RollUps::forget() {
  chairs_.clear();
}

Result<RollUps::Known*> RollUps::known(LogReader& log, std::string_view chair) {
  const auto generation = log.generation();
  if (!generation) return tl::unexpected(generation.error());
  if (*generation != generation_) forget();
  generation_ = *generation;
  const auto found = chairs_.find(chair);
  return found != chairs_.end() ? &found->second : &chairs_[std::string(chair)];
}

Result<std::vector<DayTotals>> RollUps::days(LogReader& log, std::string_view chair, WallRange range,
                                             const LocalTime& local_time, WallTime now) {
  const auto its = known(log, chair);
  if (!its) return tl::unexpected(its.error());
  auto& remembered = (*its)->days;
  const auto extent = log.extent(chair);
  if (!extent) return tl::unexpected(extent.error());
  std::vector<DayTotals> days;
  WallTime day = local_time.midnight_before(range.from);
  if (day < range.from) day = local_time.midnight_after(day);
  for (WallTime next; day < range.to; day = next) {
    next = local_time.midnight_after(day);
    if (const auto found = remembered.find(day); found != remembered.end()) {
      days.push_back({day, found->second});
      continue;
    }
    if (next <= extent->from || extent->from == extent->to || day > now) {  // nothing can be there
      days.push_back({day, {}});
      continue;
    }
    const auto summed = log.totals(chair, {day, next});
    if (!summed) return tl::unexpected(summed.error());
    days.push_back({day, *summed});
    if (next + written_after <= now) remembered.emplace(day, *summed);
  }
  return days;
}

// Extends what is known to the range; both are of whole grains.
Result<void> RollUps::learn_grains(LogReader& log, std::string_view chair, Known& its, WallRange range) {
  const bool apart =
      its.grains_of.from == its.grains_of.to || range.from > its.grains_of.to || range.to < its.grains_of.from;
  if (apart) {
    its.grains.clear();
    its.grains_of = {range.from, range.from};
  }
  const auto read = [&](WallRange more) -> Result<std::vector<Minute>> {
    if (more.from >= more.to) return std::vector<Minute>{};
    const auto minutes = log.minutes(chair, more);
    if (!minutes) return tl::unexpected(minutes.error());
    return summed(*minutes, grain);
  };
  auto before = read({range.from, its.grains_of.from});
  if (!before) return tl::unexpected(before.error());
  const auto behind = read({its.grains_of.to, range.to});
  if (!behind) return tl::unexpected(behind.error());
  its.grains.insert(its.grains.begin(), before->begin(), before->end());
  its.grains.insert(its.grains.end(), behind->begin(), behind->end());
  its.grains_of = {std::min(its.grains_of.from, range.from), std::max(its.grains_of.to, range.to)};
  return {};
}

Result<std::vector<Minute>> RollUps::minutes(LogReader& log, std::string_view chair, WallRange range, Seconds stride,
                                             WallTime now) {
  const auto its = known(log, chair);
  if (!its) return tl::unexpected(its.error());
  const WallTime finished = grain_of(now - written_after);
  const WallRange whole{std::min(grain_of(range.from + grain - Millis(1)), finished),
                        std::min(grain_of(range.to), finished)};
  if (stride < grain || stride % grain != Seconds{0} || whole.from >= whole.to) {
    const auto minutes = log.minutes(chair, range);
    if (!minutes) return tl::unexpected(minutes.error());
    return summed(*minutes, stride);
  }
  if (auto learned = learn_grains(log, chair, **its, whole); !learned) return tl::unexpected(learned.error());
  auto all = log.minutes(chair, {range.from, whole.from});
  if (!all) return tl::unexpected(all.error());
  std::copy_if((*its)->grains.begin(), (*its)->grains.end(), std::back_inserter(*all),
               [whole](const Minute& one) { return one.start >= whole.from && one.start < whole.to; });
  const auto rest = log.minutes(chair, {whole.to, range.to});
  if (!rest) return tl::unexpected(rest.error());
  all->insert(all->end(), rest->begin(), rest->end());
  return summed(*all, stride);
}

}  // namespace chairhub
