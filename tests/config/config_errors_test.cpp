#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/config/config.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::config_errors_test {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string refusal(const std::string& text) {
  const auto config = parse_config(text, "c.toml");
  return config ? "accepted" : config.error().message;
}

// One wrong file: what is written, where the error points, what it says.
struct Wrong {
  const char* name;
  std::string text;
  std::string place;
  std::string says;
  std::string allowed;
};

const std::string desk = "[[chair]]\nid = \"desk\"\nkit = { driver = \"simulated\" }\n";

class WrongConfig : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongConfig, IsRefusedWithPlaceReasonAndWhatIsAllowed) {
  const Wrong& wrong = GetParam();
  const std::string message = refusal(wrong.text);
  EXPECT_THAT(message, AllOf(StartsWith(wrong.place + ": "), HasSubstr(wrong.says), HasSubstr(wrong.allowed)));
  EXPECT_THAT(message, Not(HasSubstr("\n"))) << "one mistake, one sentence";
}

std::string own_pads(const std::string& last) {
  return desk + "[[chair.pad]]\nname = \"a\"\nzone = \"seat\"\nx = 0\ny = 0\n[[chair.pad]]\n" + last;
}

INSTANTIATE_TEST_SUITE_P(
    Files, WrongConfig,
    ::testing::Values(
        Wrong{"ChannelIsAList", own_pads("name = \"b\"\nzone = \"seat\"\nx = 0\ny = 0\nchannel = [1]\n"),
              "c.toml:14:11", "'chair[desk].pad[b].channel' is a list", "such as 3 or \"0x49:2\""},
        Wrong{"ChannelOfOnePadOnly", own_pads("name = \"b\"\nzone = \"seat\"\nx = 0\ny = 0\nchannel = 1\n"),
              "c.toml:4:1", "'channel' is missing", "every pad has one, or none has"},
        Wrong{"Empty", "", "c.toml:1:1", "there is no chair", "write at least one [[chair]]"},
        Wrong{"ChairIsNoList", "[chair]\nid = \"desk\"\n", "c.toml:1:1", "'chair' is a table", "[[chair]]"},
        Wrong{"UnknownTable", desk + "[mqt]\n", "c.toml:4:2", "unknown key 'mqt'; did you mean 'mqtt'?",
              "mqtt, storage"},
        Wrong{"UnknownKey", desk + "[mqtt]\nprot = 1883\n", "c.toml:5:1", "did you mean 'port'?", "known in mqtt: "},
        Wrong{"UnknownThreshold", desk + "[chair.thresholds]\nstatic_wan_min = 9\n", "c.toml:5:1",
              "did you mean 'static_warn_min'?", "known in chair[desk].thresholds: "},
        Wrong{"UnknownCause", desk + "[chair.alerts]\nbent_foward = true\n", "c.toml:5:1",
              "did you mean 'bent_forward'?", ""},
        Wrong{"WrongType", desk + "[mqtt]\nport = \"1883\"\n", "c.toml:5:8", "'mqtt.port' is the text \"1883\"",
              "a whole number from 1 to 65535"},
        Wrong{"NotWhole", desk + "[mqtt]\nport = 1883.5\n", "c.toml:5:8", "is the number 1883.5", "a whole number"},
        Wrong{"FlagAsText", desk + "[mqtt]\ntls = \"yes\"\n", "c.toml:5:7", "is the text \"yes\"",
              "true or false is allowed"},
        Wrong{"OutOfRange", desk + "[chair.thresholds]\nstatic_warn_min = 99\n", "c.toml:5:19", "is 99",
              "a number from 8 to 30"},
        Wrong{"NotANumber", desk + "[chair.thresholds]\nstatic_warn_min = nan\n", "c.toml:5:19", "is nan",
              "a number from 8 to 30"},
        Wrong{"Protocol", desk + "[mqtt]\nprotocol = 4\n", "c.toml:5:12", "'mqtt.protocol' is 4", "allowed: 311, 5"},
        Wrong{"TopicWithWildcard", desk + "[mqtt]\ntopic_root = \"a/#\"\n", "c.toml:5:14", "\"a/#\"", "without +, #"},
        Wrong{"PrefixEmpty", desk + "[home_assistant]\ndiscovery_prefix = \"\"\n", "c.toml:5:20", "\"\"",
              "without +, #"},
        Wrong{"HostEmpty", desk + "[mqtt]\nhost = \"\"\n", "c.toml:5:8", "'host' is empty", "leave the key out"},
        Wrong{"HalfACertificate", desk + "[mqtt]\ntls = true\nclient_cert_file = \"c\"\n", "c.toml:6:20",
              "belong together", "both or neither"},
        Wrong{"CertificateInTheClear", desk + "[mqtt]\nca_file = \"ca.pem\"\n", "c.toml:5:11",
              "'ca_file' needs tls = true", ""},
        Wrong{"PasswordOfNobody", desk + "[mqtt]\npassword_file = \"p\"\n", "c.toml:5:17", "needs a user", ""},
        Wrong{"Retention", desk + "[storage]\nretention_events_days = 0\n", "c.toml:5:25", "is 0", "1 to 3650"},
        Wrong{"DatabaseEmpty", desk + "[storage]\ndatabase = \"\"\n", "c.toml:5:12", "'database' is empty", ""},
        Wrong{"NoId", "[[chair]]\nkit = { driver = \"simulated\" }\n", "c.toml:1:1", "'chair[1].id' is missing", "a-z"},
        Wrong{"OddId", "[[chair]]\nid = \"Desk 1\"\nkit = { driver = \"simulated\" }\n", "c.toml:1:1",
              "'Desk 1' is not allowed", "a-z"},
        Wrong{"IdTwice", desk + desk, "c.toml:5:6", "\"desk\" is taken at c.toml:1:1", "an id of its own"},
        Wrong{"NoKit", "[[chair]]\nid = \"desk\"\n", "c.toml:1:1", "'kit' is missing", "kit = { driver"},
        Wrong{"KitIsNoTable", "[[chair]]\nid = \"desk\"\nkit = \"simulated\"\n", "c.toml:3:7", "the text \"simulated\"",
              "a table is allowed"},
        Wrong{"NoDriver", "[[chair]]\nid = \"desk\"\nkit = { speed = 1 }\n", "c.toml:3:7",
              "'chair[desk].kit.driver' is missing", "the name of a driver"},
        Wrong{"TooFast", "[[chair]]\nid = \"desk\"\nkit = { driver = \"simulated\", rate_hz = 100 }\n", "c.toml:3:41",
              "is 100", "2 to 50"},
        Wrong{"KitOptionIsAList", "[[chair]]\nid = \"desk\"\nkit = { driver = \"simulated\", a = [1] }\n",
              "c.toml:3:35", "is a list", "true, false, a number or text"},
        Wrong{"UnknownLayout", desk + "layout = \"standart8\"\n", "c.toml:4:10", "did you mean 'standard8'?",
              "allowed: standard8"},
        Wrong{"BadRange", desk + "range = [0]\n", "c.toml:4:9", "is a list", "two different whole numbers"},
        Wrong{"FlatRange", desk + "range = [5, 5]\n", "c.toml:4:9", "is a list", "two different whole numbers"},
        Wrong{"HugeRange", desk + "range = [0, 99999999999]\n", "c.toml:4:9", "is a list",
              "two different whole numbers"},
        Wrong{"OnePad", desk + "[[chair.pad]]\nname = \"a\"\nzone = \"seat\"\nx = 0\ny = 0\n", "c.toml:1:1",
              "has 1 pads", "2 to 64"},
        Wrong{"NoSeat",
              desk + "[[chair.pad]]\nname = \"a\"\nzone = \"back\"\nx = 0\ny = 0\n[[chair.pad]]\nname = \"b\"\nzone = "
                     "\"back\"\nx = 0\ny = 0\n",
              "c.toml:1:1", "no pad in the seat", ""},
        Wrong{"PadTwice", own_pads("name = \"a\"\nzone = \"seat\"\nx = 0\ny = 0\n"), "c.toml:1:1", "'a' is there twice",
              ""},
        Wrong{"PadZone", own_pads("name = \"b\"\nzone = \"saet\"\nx = 0\ny = 0\n"), "c.toml:11:8",
              "did you mean 'seat'?", "allowed: seat, back"},
        Wrong{"PadPlace", own_pads("name = \"b\"\nzone = \"seat\"\nx = 2\ny = 0\n"), "c.toml:12:5",
              "'chair[desk].pad[b].x' is 2", "from -1 to 1"},
        Wrong{"PadName", own_pads("name = \"B b\"\nzone = \"seat\"\nx = 0\ny = 0\n"), "c.toml:9:1",
              "'B b' is not allowed", "a-z"},
        Wrong{"PadWithoutPlace", own_pads("name = \"b\"\nzone = \"seat\"\nx = 0\n"), "c.toml:9:1",
              "'chair[desk].pad[b].y' is missing", "0 (rear"},
        Wrong{"LayoutAndPads",
              desk + "layout = \"standard8\"\n" +
                  own_pads("name = \"b\"\nzone = \"seat\"\nx = 0\ny = 0\n").substr(desk.size()),
              "c.toml:4:10", "exclude each other", "keep one of them"}),
    [](const auto& test) { return test.param.name; });

TEST(ConfigErrors, PointsAtWhatIsNoTomlAtAll) {
  EXPECT_THAT(refusal("[[chair]]\nid = desk\n"), AllOf(StartsWith("c.toml:2:"), HasSubstr("this is not TOML")));
  EXPECT_THAT(refusal("[[chair]]\nid = \"d\xff\"\n"), AllOf(StartsWith("c.toml:2:"), HasSubstr("utf-8")));
  EXPECT_THAT(refusal("[[chair]]\nid = \"a\"\nid = \"b\"\n"), AllOf(StartsWith("c.toml:3:"), HasSubstr("'id'")));
}

TEST(ConfigErrors, TellsAllMistakesOfAFileInItsOrder) {
  EXPECT_EQ(
      refusal("[[chair]]\nid = 5\nkit = { driver = \"simulated\" }\n[mqtt]\nport = 0\nhots = "
              "\"x\"\n[storage]\ndatabase = 1\n"),
      "c.toml:2:6: 'chair[1].id' is the number 5; text in quotes is allowed\n"
      "c.toml:5:8: 'mqtt.port' is 0; a whole number from 1 to 65535 is allowed\n"
      "c.toml:6:1: unknown key 'hots'; did you mean 'host'? known in mqtt: ca_file, client_cert_file, client_key_file, "
      "enabled, host, password_file, port, protocol, tls, topic_root, user\n"
      "c.toml:8:12: 'storage.database' is the number 1; a file name in quotes is allowed");
}

TEST(ConfigErrors, RefusesMorePadsThanAFrameHolds) {
  std::string text = desk;
  for (int i = 0; i < 65; ++i)
    text += "[[chair.pad]]\nname = \"p" + std::to_string(i) + "\"\nzone = \"seat\"\nx = 0\ny = 0\n";
  EXPECT_THAT(refusal(text), HasSubstr("has 65 pads; 2 to 64 are allowed"));
}

TEST(ConfigErrors, NamesAFileThatIsNotThere) {
  EXPECT_EQ(load_config("/nonexistent/c.toml").error().message,
            "/nonexistent/c.toml: cannot be read (No such file or directory)");
}

TEST(ConfigErrors, NamesAFolderGivenAsFile) {
  const TemporaryFolder folder;
  EXPECT_EQ(load_config(folder.path()).error().message, folder.path().string() + ": is a folder; a file is needed");
}

TEST(ConfigErrors, NamesTheFileAsItWasGiven) {
  const TemporaryFolder folder;
  const auto file = folder.write("c.toml", "[[chair]]\n");
  EXPECT_THAT(load_config(file).error().message, StartsWith(file.string() + ":1:1: "));
}

}  // namespace chairhub::config_errors_test
