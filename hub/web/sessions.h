// Who has logged in. A session is a random token in a cookie; kept is only its
// hash, in memory, so a restart ends them all and nobody reads one out of a
// core or a disk. A second token, made of the first, shows that a request comes
// from a page that could ask for it (CSRF).

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/core/time.h"

namespace chairhub {

// Engineering defaults.
inline constexpr Millis max_session_idle{7LL * 24 * 3600 * 1000};
inline constexpr Millis max_session{30LL * 24 * 3600 * 1000};
inline constexpr std::size_t max_sessions = 64;  // of more, the one idle longest ends

class Sessions {
 public:
  Sessions();

  // A new one; its token.
  std::string open(SteadyTime now);
  // Whether there is such a session; one that is asked for is no longer idle.
  bool is_open(std::string_view token, SteadyTime now);
  void close(std::string_view token);

  // The second token of a session.
  std::string csrf_token(std::string_view token) const;
  bool is_csrf_token(std::string_view token, std::string_view csrf_token) const;

 private:
  struct Session {
    std::string hash;
    SteadyTime opened;
    SteadyTime used;
  };

  std::vector<Session> sessions_;
  std::string key_;
};

}  // namespace chairhub
