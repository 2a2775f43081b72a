#include "hub/service/web_site.h"

#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "hub/platform/journal.h"
#include "hub/web/files.h"
#include "hub/web/origin.h"

namespace chairhub {
namespace {

Result<std::string> read_pem(const std::filesystem::path& file) {
  if (file.empty()) return std::string();
  std::ifstream stream(file, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(stream), {});
  if (!stream || text.empty()) return failure("web: " + file.string() + " cannot be read; the hub's user needs to");
  return text;
}

// Why the hub is not well is nothing for strangers.
Reply without_reasons(const HttpRequest& request, const Reply& reply) {
  if (request.access != Access::none) return reply;
  return [reply](HttpResponse response) {
    if (response.status != 200) response.body = "not well; log in to see why\n";
    reply(std::move(response));
  };
}

void tell(const WebConfig& config, int port) {
  const bool encrypted = !config.certificate.empty();
  const bool to_all = config.address == "0.0.0.0" || config.address == "::";
  const bool local = config.address.starts_with("127.") || config.address == "::1";
  const std::string host = local || to_all                                 ? "localhost"
                           : config.address.find(':') != std::string::npos ? "[" + config.address + "]"
                                                                           : config.address;
  log_info(fmt::format("web: {}://{}:{}/{}", encrypted ? "https" : "http", host, port,
                       to_all ? " and on every network" : ""));
  if (!local && !encrypted)
    log_warning("web: nothing is encrypted, so others in the network can read the password; a certificate ends that");
}

}  // namespace

Result<std::unique_ptr<WebServer>> open_site(const WebConfig& config, Handler data, Background background) {
  auto files = Files::read(config.files);
  if (!files) return tl::unexpected(files.error());
  auto certificate = read_pem(config.certificate);
  if (!certificate) return tl::unexpected(certificate.error());
  auto key = read_pem(config.key);
  if (!key) return tl::unexpected(key.error());
  const auto behind_the_gate = [data = std::move(data), files = std::move(*files)](const HttpRequest& request,
                                                                                   const Reply& reply) {
    if (request.path == "/healthz") return data(request, without_reasons(request, reply));
    if (is_data(request)) return data(request, reply);
    reply(files.answer(request));
  };
  const auto gate = std::make_shared<Gate>(GateSettings{config.names, config.password_hash, config.guests_read},
                                           std::move(background), behind_the_gate);
  auto server =
      WebServer::listen({config.address, config.port, std::move(*certificate), std::move(*key)},
                        [gate](const HttpRequest& request, const Reply& reply) { gate->pass(request, reply); });
  if (server) tell(config, (*server)->port());
  return server;
}

}  // namespace chairhub
