#include "hub/platform/unique_fd.h"

#include <unistd.h>

namespace chairhub {

UniqueFd::~UniqueFd() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace chairhub
