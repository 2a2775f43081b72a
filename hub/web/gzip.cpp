#include "hub/web/gzip.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <zlib.h>

namespace chairhub {
namespace {

constexpr std::array<std::string_view, 4> packed_texts = {"application/json", "application/manifest+json",
                                                          "image/svg+xml", "application/xml"};
// zlib's way to ask for gzip's head and tail around what it makes.
constexpr int gzip_window_bits = 15 + 16;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// "gzip;q=0" says no.
bool is_refused(std::string_view parameters) {
  const auto q = parameters.find("q=");
  return q != std::string_view::npos && parameters.substr(q + 2).find_first_of("123456789") == std::string_view::npos;
}

}  // namespace

std::string gzipped(std::string_view text, Effort effort) {
  z_stream stream{};
  const int level = effort == Effort::quick ? 4 : Z_BEST_COMPRESSION;
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib has no memory");
  std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  // zlib promises not to write there.
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int result = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("zlib did not come to an end");
  return packed;
}

bool accepts_gzip(std::string_view header) {
  for (std::size_t begin = 0; begin < header.size();) {
    const std::size_t end = std::min(header.find(',', begin), header.size());
    const std::string_view one = header.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t mark = std::min(one.find(';'), one.size());
    const std::string_view name = trimmed(one.substr(0, mark));
    if (name == "gzip" || name == "*") return !is_refused(one.substr(mark));
  }
  return false;
}

bool is_text(std::string_view content_type) {
  const std::string_view type = trimmed(content_type.substr(0, content_type.find(';')));
  return type.starts_with("text/") || std::find(packed_texts.begin(), packed_texts.end(), type) != packed_texts.end();
}

}  // namespace chairhub
