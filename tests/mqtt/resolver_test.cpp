// A name server that does not answer: Paho waits for it under a lock that all
// its calls take. The loop must not wait with it.

#include <atomic>
#include <chrono>
#include <cstring>
#include <future>
#include <memory>
#include <mutex>

#include <dlfcn.h>
#include <netdb.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mqtt/hub_client.h"
#include "tests/support/mosquitto.h"

namespace {

constexpr const char* unanswered = "unanswered.invalid";

// A question to the name server, and the answer that keeps it waiting.
struct Question {
  std::promise<void> asked;
  std::promise<void> answer;
  std::shared_future<void> answered = answer.get_future().share();
  std::atomic<bool> was_asked{false};
};
std::mutex question_mutex;
std::shared_ptr<Question> question;  // of the test that runs

std::shared_ptr<Question> current_question() {
  const std::scoped_lock lock(question_mutex);
  return question;
}

std::shared_ptr<Question> new_question() {
  const std::scoped_lock lock(question_mutex);
  return question = std::make_shared<Question>();
}

}  // namespace

// Stands before the C library's for the whole test program.
extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints, addrinfo** found) {
  using Resolver = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
  if (name == nullptr || std::strcmp(name, unanswered) != 0)
    return reinterpret_cast<Resolver>(::dlsym(RTLD_NEXT, "getaddrinfo"))(name, service, hints, found);
  const auto current = current_question();
  if (!current->was_asked.exchange(true)) current->asked.set_value();
  current->answered.wait();
  return EAI_AGAIN;
}

namespace chairhub {
namespace {

using Clock = std::chrono::steady_clock;

TEST(Resolver, ThatDoesNotAnswerHoldsUpNobody) {
  const auto name_server = new_question();
  Mosquitto broker;
  HubClient well(options_for(broker.port()));
  ASSERT_TRUE(well.connects());
  ConnectionOptions lost_options = options_for(broker.port());
  lost_options.host = unanswered;
  lost_options.client_id = "lost";
  HubClient lost(lost_options);
  lost.run_until([] { return true; });
  name_server->asked.get_future().wait();

  const auto before = Clock::now();
  well.connection->publish({.topic = "chairhub/desk/state", .payload = "{}", .qos = 1, .retain = true, .token = 1});
  well.connection->turn(well.now());
  EXPECT_LT(Clock::now() - before, Millis{500}) << "the loop goes on";
  lost.connection->close(Millis{300});
  EXPECT_LT(Clock::now() - before, Seconds{2}) << "and a stop does not wait either";

  name_server->answer.set_value();
  EXPECT_TRUE(well.run_until([&] { return !well.delivered.empty(); })) << "nothing was lost";
}

}  // namespace
}  // namespace chairhub
