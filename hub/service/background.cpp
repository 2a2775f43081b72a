#include "hub/service/background.h"

#include <utility>

namespace chairhub {

void BackgroundWork::run(std::function<void()> work, std::function<void()> done) {
  worker_.post([this, work = std::move(work), done = std::move(done)] {
    work();
    done_.put(done);
  });
}

void BackgroundWork::finish() {
  for (const auto& done : done_.take()) done();
}

}  // namespace chairhub
