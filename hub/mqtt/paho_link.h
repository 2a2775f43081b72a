// Everything that touches Paho for one connection. Private to connection.cpp.
//
// Thread rule: all calls but silence() come from one worker thread; events
// leave on Paho's threads. It is shared with the worker, because a call that
// hangs in a name server must not be waited for at the end.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include <mqtt/async_client.h>

#include "hub/mqtt/connection.h"

namespace chairhub {

class PahoLink {
 public:
  PahoLink(ConnectionOptions options, std::function<void(MqttEvent)> on_event);

  void connect(std::uint32_t session);
  void subscribe();  // to all filters
  void subscribe_to(const std::string& filter);
  void unsubscribe_from(const std::string& filter);
  void publish(const Message& message);
  // Returns when all that was published is delivered and the broker was told
  // goodbye, or when the time is over.
  void close(Millis at_most);

  // After this has returned on_event is not called any more. Any thread.
  void silence();

 private:
  // Paho calls one of these when a request is answered; which request, says
  // the number it carries.
  class OnConnect : public mqtt::iaction_listener {
   public:
    explicit OnConnect(PahoLink& link) : link_(link) {}
    void on_success(const mqtt::token& token) override;
    void on_failure(const mqtt::token& token) override;

   private:
    PahoLink& link_;
  };
  class OnSubscribe : public mqtt::iaction_listener {
   public:
    explicit OnSubscribe(PahoLink& link) : link_(link) {}
    void on_success(const mqtt::token&) override {}
    void on_failure(const mqtt::token& token) override;

   private:
    PahoLink& link_;
  };
  class OnPublish : public mqtt::iaction_listener {
   public:
    explicit OnPublish(PahoLink& link) : link_(link) {}
    void on_success(const mqtt::token& token) override;
    void on_failure(const mqtt::token&) override {}  // the lost connection tells more

   private:
    PahoLink& link_;
  };

  void emit(MqttEvent event);
  mqtt::connect_options connect_options();
  void make_client(std::uint32_t session);
  void ask_for(const std::string& filter);
  bool is_connected() const { return client_ && client_->is_connected(); }

  const ConnectionOptions options_;
  std::set<std::string> filters_;
  std::mutex gate_;  // held while an event leaves
  std::function<void(MqttEvent)> on_event_;
  std::uint32_t session_ = 0;
  OnConnect on_connect_{*this};
  OnSubscribe on_subscribe_{*this};
  OnPublish on_publish_{*this};
  mqtt::delivery_token_ptr last_;  // of the message published last
  // Last, so that it is destroyed first: no callback finds the rest gone.
  // One for each attempt, because Paho can still report the end of a connection
  // when the next one has begun; empty before the first.
  std::unique_ptr<mqtt::async_client> client_;
};

}  // namespace chairhub
