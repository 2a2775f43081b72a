// The page's files.

#include "hub/web/files.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace chairhub::files_test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class FilesTest : public ::testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) const {
    const auto path = folder_.path() / "page" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
  HttpResponse ask(const std::string& path, const std::string& accept_encoding = "",
                   const std::string& method = "GET") const {
    const auto files = Files::read(folder_.path() / "page");
    EXPECT_TRUE(files) << files.error().message;
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.accept_encoding = accept_encoding;
    return files->answer(request);
  }

  TemporaryFolder folder_;
};

TEST_F(FilesTest, GivesEachFileAsWhatItIs) {
  write("index.html", "<p>page");
  write("assets/app-ABC123.js", "run()");
  write("style.css", "p{}");
  write("chair.svg", "<svg/>");
  EXPECT_EQ(ask("/index.html").content_type, "text/html; charset=utf-8");
  EXPECT_EQ(ask("/assets/app-ABC123.js").body, "run()");
  EXPECT_EQ(ask("/assets/app-ABC123.js").content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(ask("/style.css").content_type, "text/css; charset=utf-8");
  EXPECT_EQ(ask("/chair.svg").content_type, "image/svg+xml");
}

TEST_F(FilesTest, KeepsForeverOnlyWhatHasAHashInItsName) {
  for (const char* name : {"index.html", "app-ABC123.js", "app-840cbc71e7.js"}) write(name, "x");
  for (const char* name : {"side-menu.js", "blue-facade.css", "icon-512.png"}) write(name, "x");
  for (const char* path : {"/app-ABC123.js", "/app-840cbc71e7.js"})
    EXPECT_THAT(std::string(ask(path).header("Cache-Control")), HasSubstr("immutable")) << path;
  for (const char* path : {"/side-menu.js", "/blue-facade.css", "/icon-512.png"})
    EXPECT_EQ(ask(path).header("Cache-Control"), "no-cache") << path;
  EXPECT_EQ(ask("/").header("Cache-Control"), "no-cache");
  EXPECT_THAT(ask("/").version, ::testing::SizeIs(32));
}

TEST_F(FilesTest, LeavesThePagesAddressesToThePage) {
  write("index.html", "<p>page");
  for (const char* path : {"/", "/day", "/chairs/desk/day"}) EXPECT_EQ(ask(path).body, "<p>page") << path;
  for (const char* path : {"/missing.js", "/.env", "/a/b.css"}) EXPECT_EQ(ask(path).status, 404) << path;
}

TEST_F(FilesTest, GivesThePackedFileToWhoCanUnpackIt) {
  write("app.js", "plain");
  write("app.js.gz", "packed beside it");
  write("long.css", std::string(5000, 'x'));
  EXPECT_EQ(ask("/app.js").body, "plain");
  EXPECT_EQ(ask("/app.js", "gzip").body, "packed beside it");
  EXPECT_EQ(ask("/app.js", "gzip").header("Content-Encoding"), "gzip");
  EXPECT_EQ(ask("/app.js").header("Vary"), "Accept-Encoding");
  EXPECT_LT(ask("/long.css", "gzip").body.size(), 100U);
  EXPECT_EQ(ask("/app.js.gz").status, 404);
}

TEST_F(FilesTest, NoPathLeadsOutOfTheFolder) {
  write("index.html", "<p>page");
  std::ofstream(folder_.path() / "secret.txt") << "secret";
  std::filesystem::create_symlink(folder_.path() / "secret.txt", folder_.path() / "page/link.txt");
  std::filesystem::create_directory_symlink(folder_.path(), folder_.path() / "page/out");
  std::filesystem::create_symlink("nowhere", folder_.path() / "page/broken.txt");
  for (const char* path : {"/../secret.txt", "/link.txt", "/out/secret.txt", "/broken.txt", "//etc/passwd.txt",
                           "/./../secret.txt", "/page/../../secret.txt"})
    EXPECT_EQ(ask(path).status, 404) << path;
}

TEST_F(FilesTest, AFileMayBeALinkWithinTheFolder) {
  write("index.html", "<p>page");
  std::filesystem::create_symlink("index.html", folder_.path() / "page/start.html");
  EXPECT_EQ(ask("/start.html").body, "<p>page");
}

TEST_F(FilesTest, SaysWhereThePageWasLookedFor) {
  const HttpResponse answer = ask("/");
  EXPECT_EQ(answer.status, 404);
  EXPECT_EQ(answer.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(answer.body, HasSubstr("it was looked for in " + (folder_.path() / "page").string()));
  EXPECT_EQ(ask("/day").status, 404);
}

TEST_F(FilesTest, RefusesAFolderThatIsNoPages) {
  for (std::size_t i = 0; i <= max_page_files; ++i) write(std::to_string(i), "");
  const auto files = Files::read(folder_.path() / "page");
  ASSERT_FALSE(files);
  EXPECT_THAT(files.error().message, HasSubstr("is it the right folder?"));
}

TEST_F(FilesTest, IsOnlyRead) {
  write("index.html", "<p>page");
  EXPECT_EQ(ask("/", "", "POST").status, 405);
  EXPECT_EQ(ask("/", "", "OPTIONS").header("Allow"), "GET");
}

}  // namespace chairhub::files_test
