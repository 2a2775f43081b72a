// When each chair wants its next turn, so that the loop looks only at those
// with something to do. Pure.

#pragma once

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "hub/core/time.h"

namespace chairhub {

class Schedule {
 public:
  explicit Schedule(std::size_t chairs) : when_(chairs, never) {}

  // Replaces what was said of this chair before.
  void at(std::size_t chair, SteadyTime when) {
    if (when_.at(chair) != never) due_.erase({when_[chair], chair});
    when_[chair] = when;
    if (when != never) due_.emplace(when, chair);
  }
  // Something has happened: as soon as possible.
  void at_once(std::size_t chair) { at(chair, SteadyTime::min()); }

  // Whose time has come; they have none until at() is called again.
  std::vector<std::size_t> take_due(SteadyTime now) {
    std::vector<std::size_t> chairs;
    while (!due_.empty() && due_.begin()->first <= now) {
      chairs.push_back(due_.begin()->second);
      when_[due_.begin()->second] = never;
      due_.erase(due_.begin());
    }
    return chairs;
  }

  // SteadyTime::max() when nobody has one.
  SteadyTime next() const { return due_.empty() ? never : due_.begin()->first; }

 private:
  static constexpr SteadyTime never = SteadyTime::max();

  std::vector<SteadyTime> when_;
  std::set<std::pair<SteadyTime, std::size_t>> due_;
};

}  // namespace chairhub
