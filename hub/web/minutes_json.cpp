#include <algorithm>
#include <array>

#include "hub/web/day_json.h"
#include "hub/web/json.h"

namespace chairhub {
namespace {

double occupied_s(const Minute& minute) {
  double sum = 0;
  for (std::size_t i = 0; i < posture_count; ++i)
    if (i != static_cast<std::size_t>(Posture::empty) && i != static_cast<std::size_t>(Posture::object))
      sum += minute.seconds.at(i);
  return sum;
}

Posture longest_of(const Minute& minute) {
  const auto longest = std::max_element(minute.seconds.begin(), minute.seconds.end());
  return static_cast<Posture>(longest - minute.seconds.begin());
}

// Column by column, because a chart wants them so and every key is written once.
class Columns {
 public:
  void add(const Minute& minute) {
    const double occupied = occupied_s(minute);
    at_.push_back(unix_ms(minute.start));
    const bool sat = occupied > 0;
    const std::array values = {
        minute.seat_total.mean, minute.seat_total.min,  minute.seat_total.max,
        minute.back_share.mean, minute.left_right.mean, minute.front_back.mean,
    };
    for (std::size_t i = 0; i < values.size(); ++i)
      loads_.at(i).push_back(sat ? rounded(values.at(i), 3) : Json(nullptr));
    shifts_.push_back(minute.shifts);
    postures_.push_back(to_string(longest_of(minute)));
    occupied_.push_back(rounded(occupied, 1));
  }
  void add_gap(WallTime at) {
    at_.push_back(unix_ms(at));
    for (Json& column : loads_) column.push_back(nullptr);
    shifts_.push_back(nullptr);
    postures_.push_back(nullptr);
    occupied_.push_back(0);
  }
  void put_into(Json& json) && {
    constexpr std::array<const char*, 6> names = {"seat_total", "seat_total_min", "seat_total_max",
                                                  "back_share", "left_right",     "front_back"};
    json["at_ms"] = std::move(at_);
    for (std::size_t i = 0; i < names.size(); ++i) json[names.at(i)] = std::move(loads_.at(i));
    json["shifts"] = std::move(shifts_);
    json["posture"] = std::move(postures_);
    json["occupied_s"] = std::move(occupied_);
  }

 private:
  Json at_ = Json::array();
  std::array<Json, 6> loads_ = {Json::array(), Json::array(), Json::array(),
                                Json::array(), Json::array(), Json::array()};
  Json shifts_ = Json::array();
  Json postures_ = Json::array();
  Json occupied_ = Json::array();
};

}  // namespace

std::string minutes_json(WallRange range, Seconds resolution, const std::vector<Minute>& minutes) {
  Columns columns;
  std::optional<WallTime> next;
  for (const Minute& minute : minutes) {
    if (next && minute.start > *next) columns.add_gap(*next);
    columns.add(minute);
    next = minute.start + resolution;
  }
  Json json = {{"from_ms", unix_ms(range.from)}, {"to_ms", unix_ms(range.to)}, {"resolution_s", resolution.count()}};
  std::move(columns).put_into(json);
  return body_of(json);
}

}  // namespace chairhub
