// What every answer has in common.

#include "hub/web/finish.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "hub/web/gzip.h"

namespace chairhub::finish_test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string unpacked(const std::string& packed) {
  std::string text(1'000'000, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

HttpRequest get(const std::string& accept_encoding = "", const std::string& if_none_match = "") {
  HttpRequest request;
  request.method = "GET";
  request.accept_encoding = accept_encoding;
  request.if_none_match = if_none_match;
  return request;
}

HttpResponse json(const std::string& body) {
  HttpResponse response;
  response.body = body;
  return response;
}

std::string tag_of(const HttpResponse& response) {
  return std::string(response.header("ETag"));
}

TEST(Finish, ABrowserMayDoNothingButWhatThePageNeeds) {
  const HttpResponse answer = finished(error_response(404, "nothing"), get());
  EXPECT_THAT(std::string(answer.header("Content-Security-Policy")),
              AllOf(HasSubstr("default-src 'none'"), HasSubstr("frame-ancestors 'none'"), Not(HasSubstr("unsafe"))));
  EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(answer.header("Referrer-Policy"), "no-referrer");
  EXPECT_EQ(answer.header("Cross-Origin-Opener-Policy"), "same-origin");
  EXPECT_EQ(answer.header("Cross-Origin-Resource-Policy"), "same-origin");
  EXPECT_THAT(std::string(answer.header("Permissions-Policy")), HasSubstr("camera=()"));
  EXPECT_EQ(answer.header("Cache-Control"), "no-store");
}

TEST(Finish, WhoGivesAnAnswerMaySayHowLongItHolds) {
  HttpResponse response = json("{}");
  response.headers.emplace_back("Cache-Control", "no-cache");
  EXPECT_EQ(finished(response, get()).header("Cache-Control"), "no-cache");
}

TEST(Finish, WhatHasNotChangedIsNotSentAgain) {
  const std::string tag = tag_of(finished(json("{}"), get()));
  EXPECT_EQ(tag.size(), 34U);
  for (const std::string& known : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")}) {
    const HttpResponse again = finished(json("{}"), get("", known));
    EXPECT_EQ(again.status, 304) << known;
    EXPECT_THAT(again.body, IsEmpty());
    EXPECT_EQ(tag_of(again), tag);
  }
  EXPECT_EQ(finished(json("[]"), get("", tag)).status, 200);
  EXPECT_EQ(finished(json("{}"), get("", "\"other\"")).status, 200);
}

TEST(Finish, WhoGivesAnAnswerMaySayWhatItIsKnownBy) {
  HttpResponse response = json("{}");
  response.version = "day-2026-03-02";
  EXPECT_EQ(tag_of(finished(response, get())), "\"day-2026-03-02\"");
  EXPECT_EQ(finished(response, get("", "\"day-2026-03-02\"")).status, 304);
}

TEST(Finish, ErrorsAndCommandsHaveNoTag) {
  EXPECT_THAT(tag_of(finished(error_response(404, "nothing"), get())), IsEmpty());
  HttpRequest post = get();
  post.method = "POST";
  EXPECT_THAT(tag_of(finished(json("{}"), post)), IsEmpty());
  EXPECT_THAT(tag_of(finished(json(std::string(max_hashed_bytes + 1, 'x')), get())), IsEmpty());
}

TEST(Finish, LongTextsArePackedForWhoCanUnpackThem) {
  const std::string text = "[" + std::string(5000, '1') + "]";
  const HttpResponse packed = finished(json(text), get("br, gzip"));
  EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
  EXPECT_EQ(packed.header("Vary"), "Accept-Encoding");
  EXPECT_LT(packed.body.size(), 200U);
  EXPECT_EQ(unpacked(packed.body), text);
  const HttpResponse plain = finished(json(text), get("br"));
  EXPECT_EQ(plain.body, text);
  EXPECT_EQ(plain.header("Vary"), "Accept-Encoding");
  EXPECT_NE(tag_of(plain), tag_of(packed)) << "other bytes have another tag";
  EXPECT_EQ(finished(json(text), get("gzip", tag_of(packed))).status, 304);
}

TEST(Finish, ShortTextsAndPicturesAreNotPacked) {
  EXPECT_THAT(finished(json("{}"), get("gzip")).header("Content-Encoding"), IsEmpty());
  HttpResponse picture = json(std::string(5000, '1'));
  picture.content_type = "image/png";
  EXPECT_THAT(finished(picture, get("gzip")).header("Content-Encoding"), IsEmpty());
}

TEST(Finish, ReadsWhatAClientCanUnpack) {
  for (const char* yes : {"gzip", "deflate, gzip", "gzip;q=0.5", "*", "br;q=1.0, gzip;q=0.8, *;q=0.1"})
    EXPECT_TRUE(accepts_gzip(yes)) << yes;
  for (const char* no : {"", "br", "gzip;q=0", "gzip; q=0.000", "identity", "gzipped", "*;q=0"})
    EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(Finish, TellsWhatIsAllowedWhereItIsAskedFor) {
  HttpResponse refused = error_response(405, "only GET is allowed here");
  refused.headers.emplace_back("Allow", "GET");
  EXPECT_EQ(finished(refused, get()).header("Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(finished(refused, get()).status, 405);
  HttpRequest options = get();
  options.method = "OPTIONS";
  const HttpResponse told = finished(refused, options);
  EXPECT_EQ(told.status, 204);
  EXPECT_THAT(told.body, IsEmpty());
  EXPECT_EQ(told.header("Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(finished(error_response(404, "nothing"), options).status, 404);
}

}  // namespace chairhub::finish_test
