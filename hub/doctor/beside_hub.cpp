#include "hub/doctor/beside_hub.h"

#include "hub/doctor/examine.h"

namespace chairhub {

std::vector<DoctorFinding> examine_beside_hub(const Config& config, WallTime now) {
  const Machine machine = this_machine();
  std::vector<DoctorFinding> told;
  for (Finding& one : examine(machine, config, now, Millis{0}, machine.process))
    told.push_back(
        {to_string(one.severity), std::move(one.name), std::move(one.chair), std::move(one.what), std::move(one.cure)});
  return told;
}

}  // namespace chairhub
