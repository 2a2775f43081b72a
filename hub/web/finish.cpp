#include "hub/web/finish.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "hub/web/gzip.h"

namespace chairhub {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 8> usual_headers = {{
    {"Cache-Control", "no-store"},
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src "
     "'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy",
     "accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
     "magnetometer=(), microphone=(), payment=(), serial=(), usb=()"},
    {"X-Frame-Options", "DENY"},
}};

// A list of tags as browsers send it; what is weak there means the same content.
bool names_tag(std::string_view list, std::string_view tag) {
  if (list == "*") return true;
  for (auto at = list.find(tag); at != std::string_view::npos; at = list.find(tag, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ' || list[at - 1] == ',' || list[at - 1] == '/';
    if (begins) return true;
  }
  return false;
}

void drop_content(HttpResponse& response, int status) {
  response.status = status;
  response.content_type.clear();
  response.body.clear();
}

// Where a GET is allowed, a HEAD is, and everywhere it may be asked what is.
void complete_allow(HttpResponse& response, bool only_asked) {
  const auto allow = std::find_if(response.headers.begin(), response.headers.end(),
                                  [](const auto& header) { return header.first == "Allow"; });
  if (allow == response.headers.end()) return;
  std::string& methods = allow->second;
  if (methods.find("GET") != std::string::npos) methods += ", HEAD";
  methods += ", OPTIONS";
  if (only_asked && response.status == 405) drop_content(response, 204);
}

void pack(HttpResponse& response, const HttpRequest& request) {
  const bool is_packed = !response.header("Content-Encoding").empty();
  const bool may_vary = response.header("Vary").empty();
  if (is_packed || !may_vary || response.body.size() < min_gzip_bytes || !is_text(response.content_type)) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!accepts_gzip(request.accept_encoding)) return;
  response.body = gzipped(response.body, Effort::quick);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

// The tag, or none where the answer is no content.
std::string tag_of(const HttpResponse& response, const HttpRequest& request) {
  if (response.status != 200 || request.method != "GET" || response.events || response.pieces) return "";
  if (!response.version.empty()) return response.version;
  return response.body.size() <= max_hashed_bytes ? content_hash(response.body) : "";
}

}  // namespace

std::string content_hash(std::string_view content) {
  std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(content.data()), content.size(),
                     nullptr, 0);
  std::array<char, 2 * crypto_generichash_BYTES_MIN + 1> text{};
  return sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
}

HttpResponse finished(HttpResponse response, const HttpRequest& request) {
  complete_allow(response, request.method == "OPTIONS");
  if (std::string tag = tag_of(response, request); !tag.empty()) {
    pack(response, request);
    // Packed, it is the same content in other bytes, and a strong tag stands for bytes.
    if (response.header("Content-Encoding") == "gzip") tag += "-gzip";
    tag = '"' + tag + '"';
    response.headers.emplace_back("ETag", tag);
    if (names_tag(request.if_none_match, tag)) drop_content(response, 304);
  } else if (!response.events && !response.pieces) {
    pack(response, request);
  }
  for (const auto& [name, value] : usual_headers)
    if (response.header(name).empty()) response.headers.emplace_back(name, value);
  return response;
}

}  // namespace chairhub
