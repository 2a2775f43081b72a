// What the doctor found, for a terminal and as JSON. Pure.

#pragma once

#include <span>
#include <string>

#include "hub/core/time.h"
#include "hub/doctor/finding.h"

namespace chairhub {

// Whose findings these are.
struct DoctorSubject {
  std::string version;  // of the program
  std::string config;
  std::string user;
  std::string model;  // of the machine; may be empty
  WallTime at{};
};

struct ReportLook {
  std::size_t width = 100;  // columns
  bool colours = false;
};

// A block for the machine and one for each chair; sentences are broken to the width.
std::string doctor_table(const DoctorSubject& subject, std::span<const Finding> findings, const ReportLook& look);
std::string doctor_json(const DoctorSubject& subject, std::span<const Finding> findings);

}  // namespace chairhub
