#include "tests/support/mosquitto.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/certificates.h"

namespace chairhub {
namespace {

// A port that was free a moment ago.
int free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  const bool bound = ::bind(fd, generic, length) == 0 && ::getsockname(fd, generic, &length) == 0;
  ::close(fd);
  if (!bound) throw std::runtime_error("this machine has no free port");
  return ntohs(address.sin_port);
}

std::filesystem::path temporary_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "chairhub_mosquitto_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
  return name;
}

// An access list in a file does not govern subscriptions; this does.
std::string access_plugin() {
  for (const auto& folder : std::filesystem::directory_iterator("/usr/lib"))
    if (const auto file = folder.path() / "mosquitto_dynamic_security.so"; std::filesystem::exists(file))
      return file.string();
  throw std::runtime_error("mosquitto_dynamic_security.so is not installed");
}

}  // namespace

Mosquitto::Mosquitto(MosquittoOptions options) : options_(std::move(options)), folder_(temporary_folder()) {
  if (options_.tls) make_certificates(folder_);
  if (!options_.user.empty())
    run({"/usr/bin/mosquitto_passwd", "-b", "-c", file("passwords"), options_.user, options_.password});
  for (const auto& [user, password] : options_.more_users)
    run({"/usr/bin/mosquitto_passwd", "-b", file("passwords"), user, password});
  // Somebody else may take the port before the broker does.
  for (int attempt = 0; attempt < 5; ++attempt) {
    port_ = free_port();
    write_configuration();
    if (try_start()) return;
  }
  throw std::runtime_error("mosquitto does not start: " + process_->output());
}

Mosquitto::~Mosquitto() {
  process_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void Mosquitto::start() {
  if (!try_start()) throw std::runtime_error("mosquitto does not start again: " + process_->output());
}

void Mosquitto::stop() {
  // Mosquitto overhears a signal that comes just after its start.
  for (int attempt = 0; attempt < 50; ++attempt) {
    process_->signal(SIGTERM);
    if (!process_->says(" terminating", std::chrono::milliseconds(200))) continue;
    process_->wait();
    return;
  }
  throw std::runtime_error("mosquitto does not stop: " + process_->output());
}

void Mosquitto::kill() {
  process_->signal(SIGKILL);
  process_->wait();
}

void Mosquitto::freeze() {
  process_->signal(SIGSTOP);
}
void Mosquitto::thaw() {
  process_->signal(SIGCONT);
}

void Mosquitto::write_configuration() const {
  std::ofstream out(file("mosquitto.conf"));
  out << "listener " << port_ << " 127.0.0.1\n"
      << "log_dest stderr\nlog_type error\nlog_type information\nconnection_messages false\npersistence false\n";
  if (::geteuid() == 0) out << "user root\n";  // else it could not read its files
  out << "allow_anonymous " << (options_.user.empty() ? "true" : "false") << "\n";
  if (!options_.user.empty()) out << "password_file " << file("passwords") << "\n";
  if (!options_.access_list.empty()) out << "acl_file " << options_.access_list << "\n";
  if (options_.refuses_subscriptions) {
    std::ofstream(file("access.json")) << R"({"defaultACLAccess": {"subscribe": false, "publishClientSend": true}})";
    out << "plugin " << access_plugin() << "\nplugin_opt_config_file " << file("access.json") << "\n";
  }
  if (!options_.tls) return;
  out << "cafile " << file("ca.crt") << "\ncertfile " << file("server.crt") << "\nkeyfile " << file("server.key")
      << "\n";
  if (options_.asks_for_client_certificate) out << "require_certificate true\n";
}

bool Mosquitto::try_start() {
  process_ =
      std::make_unique<ChildProcess>(std::vector<std::string>{"/usr/sbin/mosquitto", "-c", file("mosquitto.conf")});
  return process_->says(" running");
}

}  // namespace chairhub
