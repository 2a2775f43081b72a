// Paho is not built with the sanitizers. The thread sanitizer therefore does
// not see how it counts the owners of its tokens; and its C library (1.3.12)
// loses a few bytes for each message still in flight when a client goes.

extern "C" const char* __tsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)

extern "C" const char* __tsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "race:mqtt::async_client::remove_token\n"
         "race:std::__shared_ptr<mqtt::token\n"
         "race:std::__shared_ptr<mqtt::delivery_token\n";
}

extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libpaho-mqtt3as\n";
}
