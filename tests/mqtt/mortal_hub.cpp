// A hub that connects, says `online` and then only waits to be killed: the
// test sees what the broker says on its behalf.

#include <cstdio>
#include <cstdlib>
#include <future>

#include "tests/mqtt/hub_client.h"
#include "tests/mqtt/samples.h"

int main(int argc, char** argv) {
  if (argc != 3) return 64;
  chairhub::ConnectionOptions options = chairhub::options_for(std::atoi(argv[1]));
  options.protocol = std::atoi(argv[2]);
  chairhub::HubClient hub(options);
  const chairhub::Message online{
      .topic = chairhub::desk_topics().availability, .payload = "online", .qos = 1, .retain = true, .token = 1};
  if (!hub.connects() || !hub.delivers(online)) return 1;
  std::puts("online");
  std::fflush(stdout);
  std::promise<void>().get_future().wait();
}
