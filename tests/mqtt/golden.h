// Compares text with an approved file in tests/mqtt/golden. To approve what
// the program says now, run the test with CHAIRHUB_APPROVE=1 and read the diff.

#pragma once

#include <string>

namespace chairhub {

// JSON is compared, and kept, with one key a line.
void expect_golden(const std::string& file, const std::string& json);

}  // namespace chairhub
