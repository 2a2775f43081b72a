// Answers that come later, in pieces, or as a stream of events.

#include <gmock/gmock.h>

#include "hub/web/event_stream.h"
#include "tests/web/client.h"

namespace chairhub::web_test {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

HttpResponse text(const std::string& body) {
  HttpResponse response;
  response.content_type = "text/plain";
  response.body = body;
  return response;
}

class AnswersLaterTest : public ServerTest {
 protected:
  // Keeps the way back for later.
  void answer_later() {
    answer_ = [this](const HttpRequest& /*request*/, const Reply& reply) { replies_.push_back(reply); };
  }
  void answer_with_events() {
    answer_ = [this](const HttpRequest& /*request*/, const Reply& reply) {
      streams_.push_back(std::make_shared<EventStream>());
      HttpResponse response;
      response.content_type = "text/event-stream";
      response.events = streams_.back();
      reply(std::move(response));
    };
  }
  void answer_in_pieces(Pieces pieces) {
    answer_ = [pieces](const HttpRequest& /*request*/, const Reply& reply) {
      HttpResponse response;
      response.pieces = pieces;
      reply(std::move(response));
    };
  }

  std::vector<Reply> replies_;
  std::vector<std::shared_ptr<EventStream>> streams_;
};

TEST_F(AnswersLaterTest, AnAnswerMayComeLater) {
  answer_later();
  Client first(server_->port());
  first.say(request("GET", "/first"));
  Client second(server_->port());
  second.say(request("POST", "/second", "body"));
  work();
  ASSERT_EQ(replies_.size(), 2U);
  replies_[1](text("to the second"));
  EXPECT_THAT(second.hear(*server_, "to the second"), StartsWith("HTTP/1.1 200"));
  replies_[0](text("to the first"));
  replies_[0](text("once more"));
  EXPECT_THAT(first.hear(*server_, "to the first"), Not(HasSubstr("once more")));
}

TEST_F(AnswersLaterTest, WhoHasGoneNeedsNoAnswer) {
  answer_later();
  Client client(server_->port());
  client.say(request("GET", "/"));
  work();
  client.leave();
  work();
  replies_.at(0)(text("too late"));
  work();
  EXPECT_EQ(server_->connections(), 0U);
}

TEST_F(AnswersLaterTest, TheServerMayGoBeforeTheAnswer) {
  answer_later();
  Client client(server_->port());
  client.say(request("GET", "/"));
  work();
  server_.reset();
  replies_.at(0)(text("too late"));
}

TEST_F(AnswersLaterTest, WhoIsLeftWaitingIsToldSo) {
  answer_later();
  Client client(server_->port());
  client.say(request("GET", "/"));
  work();
  EXPECT_THAT(client.hear(*server_, "took too long", SteadyTime{} + max_http_answer), StartsWith("HTTP/1.1 503"));
  replies_.at(0)(text("too late"));
  work();
}

TEST_F(AnswersLaterTest, EventsComeAsTheyHappen) {
  answer_with_events();
  Client client(server_->port());
  client.say(request("GET", "/events"));
  EXPECT_THAT(client.hear(*server_, "retry: 2000\n\n"), StartsWith("HTTP/1.1 200"));
  EXPECT_TRUE(streams_.at(0)->send("state", R"({"posture": "upright"})", "7"));
  EXPECT_THAT(client.hear(*server_, "upright\"}\n\n"),
              HasSubstr("id: 7\nevent: state\ndata: {\"posture\": \"upright\"}\n\n"));
  EXPECT_TRUE(streams_[0]->send("", "two\nlines"));
  EXPECT_THAT(client.hear(*server_, "lines\n\n"), HasSubstr("\r\ndata: two\ndata: lines\n\n"));
  streams_[0]->close();
  client.say(request("GET", "/events"));  // on the same connection
  work();
  EXPECT_EQ(streams_.size(), 2U);
}

TEST_F(AnswersLaterTest, AQuietStreamIsKeptAlive) {
  answer_with_events();
  Client client(server_->port());
  client.say(request("GET", "/events"));
  client.hear(*server_, "retry: 2000\n\n");
  client.forget();
  SteadyTime now{};
  for (int i = 0; i < 20; ++i) {
    now += event_keep_alive;
    EXPECT_THAT(client.hear(*server_, ":\n\n", now), HasSubstr(":\n\n")) << i;
    client.forget();
  }
  EXPECT_TRUE(streams_.at(0)->is_open());
}

TEST_F(AnswersLaterTest, WhoHasGoneIsNoticed) {
  answer_with_events();
  Client client(server_->port());
  client.say(request("GET", "/events"));
  work();
  client.leave();
  SteadyTime now{};
  for (int i = 0; i < 3; ++i) work(now += event_keep_alive);
  EXPECT_FALSE(streams_.at(0)->send("state", "{}"));
  EXPECT_EQ(server_->connections(), 0U);
}

TEST_F(AnswersLaterTest, WhoNeverReadsIsClosedAndDelaysNobody) {
  answer_with_events();
  Client deaf(server_->port());
  deaf.say(request("GET", "/events"));
  work();
  Client keen(server_->port());
  keen.say(request("GET", "/events"));
  keen.hear(*server_, "retry: 2000\n\n");
  ASSERT_EQ(streams_.size(), 2U);
  EventStreams all;
  for (const auto& stream : streams_) all.add(stream);
  for (int i = 0; i < 2000; ++i) {
    const std::string number = std::to_string(i);
    all.send("state", std::string(1000, '.') + number);
    keen.forget();
    EXPECT_THAT(keen.hear(*server_, number + "\n\n"), HasSubstr(number));
  }
  EXPECT_FALSE(streams_[0]->is_open());
  EXPECT_TRUE(streams_[0]->is_too_slow());
  EXPECT_TRUE(streams_[1]->is_open());
  EXPECT_EQ(all.size(), 1U);
  work();
  EXPECT_EQ(server_->connections(), 1U);
}

TEST_F(AnswersLaterTest, OnlySoManyMayWatch) {
  answer_with_events();
  std::vector<std::unique_ptr<Client>> clients;
  for (std::size_t i = 0; i <= max_event_streams; ++i) {
    clients.push_back(std::make_unique<Client>(server_->port()));
    clients.back()->say(request("GET", "/events"));
    work();
  }
  EXPECT_THAT(clients.back()->hear(*server_, "no more are allowed"), StartsWith("HTTP/1.1 503"));
  EXPECT_FALSE(streams_.back()->is_open());
  EXPECT_EQ(server_->event_streams(), max_event_streams);
}

TEST_F(AnswersLaterTest, AHeadOfAStreamOpensNone) {
  answer_with_events();
  Client client(server_->port());
  client.say(request("HEAD", "/events"));
  EXPECT_THAT(client.hear(*server_, "\r\n\r\n"), HasSubstr("text/event-stream"));
  EXPECT_FALSE(streams_.at(0)->is_open());
}

TEST_F(AnswersLaterTest, AServerThatGoesEndsItsStreams) {
  answer_with_events();
  Client client(server_->port());
  client.say(request("GET", "/events"));
  work();
  server_.reset();
  EXPECT_FALSE(streams_.at(0)->send("state", "{}"));
}

TEST_F(AnswersLaterTest, ALongAnswerComesPieceByPiece) {
  int made = 0;
  answer_in_pieces(pieces_of([&made] { return made++ < 300 ? std::string(10'000, 'x') : std::string(); }));
  Client client(server_->port());
  client.say(request("GET", "/export"));
  work();
  EXPECT_LT(made, 200) << "made only as fast as it is taken";
  EXPECT_THAT(client.hear(*server_, "0\r\n\r\n"), EndsWith("0\r\n\r\n"));
  EXPECT_EQ(made, 301);
  EXPECT_GT(client.heard().size(), 3'000'000U);
}

TEST_F(AnswersLaterTest, APieceMayComeLater) {
  std::vector<TakePiece> asked;
  answer_in_pieces([&asked](TakePiece take) { asked.push_back(std::move(take)); });
  Client client(server_->port());
  client.say(request("GET", "/export"));
  work();
  ASSERT_EQ(asked.size(), 1U);
  asked[0]("first piece");
  EXPECT_THAT(client.hear(*server_, "first piece"), HasSubstr("first piece"));
  work();
  ASSERT_EQ(asked.size(), 2U);
  asked[1](std::nullopt);
  EXPECT_TRUE(client.is_closed(*server_));
  EXPECT_THAT(client.heard(), Not(EndsWith("0\r\n\r\n"))) << "half must not look like the whole";
}

TEST_F(AnswersLaterTest, WhoTakesNothingOfALongAnswerIsClosed) {
  answer_in_pieces(pieces_of([] { return std::string(10'000, 'x'); }));
  Client deaf(server_->port());
  deaf.say(request("GET", "/export"));
  work();
  EXPECT_EQ(server_->connections(), 1U);
  work(SteadyTime{} + max_http_answer);
  EXPECT_EQ(server_->connections(), 0U);
}

}  // namespace chairhub::web_test
