// Who may ask what. Turns other sites away, logs in and out (/api/session), and
// hands on what is left with what its sender may do. Without a password
// everybody who reaches the server is its owner.
//
// Thread rule: on the loop's thread; only the work of comparing a password goes
// elsewhere, because it takes a good part of a second.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "hub/web/http.h"
#include "hub/web/login_limit.h"
#include "hub/web/sessions.h"

namespace chairhub {

struct GateSettings {
  std::vector<std::string> names;  // of this server, besides the machine's own
  std::string password_hash;       // empty: there is none
  bool guests_read = false;        // without log-in
};

// Does `work` on another thread and then calls `done` on the loop's.
using Background = std::function<void(std::function<void()> work, std::function<void()> done)>;

class Gate {
 public:
  Gate(GateSettings settings, Background background, Handler next);

  void pass(const HttpRequest& request, const Reply& reply);

 private:
  void try_password(const HttpRequest& request, std::string password, const Reply& reply, std::function<void()> right);
  void pass_by_authorization(const HttpRequest& request, const Reply& reply);
  void admit(const HttpRequest& request, const std::string& session, const Reply& reply);
  void answer_session(const HttpRequest& request, const std::string& session, const Reply& reply);
  void log_in(const HttpRequest& request, const Reply& reply);
  HttpResponse described(Access access, const std::string& session) const;
  Access access_without_login() const;

  GateSettings settings_;
  Background background_;
  Handler next_;
  Sessions sessions_;
  LoginLimit limit_;
  int being_tried_ = 0;
  std::string known_authorization_;  // hash of the last that was right
};

}  // namespace chairhub
