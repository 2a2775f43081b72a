#include "hub/web/files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "hub/core/utf8.h"
#include "hub/web/finish.h"
#include "hub/web/gzip.h"

namespace chairhub {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
}};

std::string type_of(const std::string& name) {
  const auto found =
      std::find_if(types.begin(), types.end(), [&name](const auto& type) { return name.ends_with(type.first); });
  return found == types.end() ? "application/octet-stream" : std::string(found->second);
}

// "app-840cbc71e7.js" or "app-ABC123.js", as bundlers name what they make: a word has no digit.
bool has_hash(std::string_view name) {
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos) return false;
  const std::string_view hash = name.substr(dash + 1, name.find('.', dash) - dash - 1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_capital = [&](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); };
  const auto is_hexadecimal = [&](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
  return hash.size() >= 6 && std::any_of(hash.begin(), hash.end(), is_digit) &&
         (std::all_of(hash.begin(), hash.end(), is_capital) || std::all_of(hash.begin(), hash.end(), is_hexadecimal));
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end();
}

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '<' || c == '>' || c == '&')
      safe += fmt::format("&#{};", static_cast<int>(c));
    else
      safe += c;
  }
  return safe;
}

}  // namespace

Result<Files> Files::read(const fs::path& folder) {
  Files files(folder.string());
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error || !fs::is_directory(root, error)) return files;
  for (auto entry = fs::recursive_directory_iterator(root, error); !error && entry != fs::end(entry);
       entry.increment(error)) {
    std::error_code leads_nowhere;
    const fs::path real = fs::canonical(entry->path(), leads_nowhere);
    if (leads_nowhere || !fs::is_regular_file(real, leads_nowhere) || !lies_in(real, root)) continue;
    const std::string path = "/" + entry->path().lexically_relative(root).generic_string();
    if (auto added = files.add(path, real); !added) return tl::unexpected(added.error());
  }
  if (error) return failure("web: " + folder.string() + " cannot be read: " + error.message());
  files.pack();
  return files;
}

Result<void> Files::add(const std::string& path, const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string body(std::istreambuf_iterator<char>(stream), {});
  if (!stream.good() && !stream.eof()) return failure("web: " + file.string() + " cannot be read");
  bytes_ += body.size();
  if (bytes_ > max_page_bytes || files_.size() >= max_page_files)
    return failure(
        fmt::format("web: {} holds more than {} files or {} MB, and the page has less; is it the right folder?",
                    folder_, max_page_files, max_page_bytes >> 20U));
  files_.emplace(path, File{type_of(path), body, "", content_hash(body), has_hash(path)});
  return {};
}

// What lies packed beside a file serves that file.
void Files::pack() {
  for (auto& [path, file] : files_) {
    const auto beside = files_.find(path + ".gz");
    if (beside != files_.end())
      file.packed = beside->second.body;
    else if (is_text(file.content_type) && file.body.size() >= min_gzip_bytes)
      file.packed = gzipped(file.body, Effort::small);
  }
  std::erase_if(files_, [this](const auto& file) {
    return file.first.ends_with(".gz") && files_.contains(file.first.substr(0, file.first.size() - 3));
  });
}

const Files::File* Files::find(const std::string& path) const {
  if (const auto found = files_.find(path); found != files_.end()) return &found->second;
  const bool is_page = path.find('.', path.rfind('/')) == std::string::npos;
  const auto index = files_.find("/index.html");
  return is_page && index != files_.end() ? &index->second : nullptr;
}

HttpResponse Files::answer(const HttpRequest& request) const {
  HttpResponse response;
  if (request.method != "GET") {
    response = error_response(405, "only GET is allowed here");
    response.headers.emplace_back("Allow", "GET");
    return response;
  }
  if (const File* file = find(request.path)) {
    const bool packed = !file->packed.empty() && accepts_gzip(request.accept_encoding);
    response.content_type = file->content_type;
    response.body = packed ? file->packed : file->body;
    response.version = file->version;
    if (packed) response.headers.emplace_back("Content-Encoding", "gzip");
    if (!file->packed.empty()) response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back("Cache-Control",
                                  file->never_changes ? "public, max-age=31536000, immutable" : "no-cache");
    return response;
  }
  if (request.path != "/") return error_response(404, "there is nothing at " + quote(request.path));
  response.status = 404;
  response.content_type = "text/html; charset=utf-8";
  response.body = fmt::format(
      "<!doctype html><title>chairhub</title><p>The page is not installed: it was looked for in {}, and there is no "
      "index.html there. The API works without it.</p>\n",
      escaped(folder_));
  return response;
}

}  // namespace chairhub
