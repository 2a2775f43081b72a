#include "hub/config/new_config.h"

#include <gmock/gmock.h>

#include "hub/config/layouts.h"
#include "hub/config/replace_files.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::new_config_test {

using testing::HasSubstr;
using testing::Not;

NewConfig two_pads() {
  NewConfig config;
  config.chair.chair = {"desk",
                        "Anna's \"desk\" \\ \x01",
                        {{"left", Zone::seat, -0.4, 0.3, {12, 25000}}, {"top", Zone::back, 0, 0.8, {25000, 0}}}};
  config.chair.kit.driver = "ads1115";
  config.chair.kit.rate_hz = 12.5;
  config.chair.kit.options = {{"bus", std::string("/dev/i2c-1"), ""},
                              {"end_of_line", true, ""},
                              {"data_rate", std::int64_t{250}, ""},
                              {"supply_volts", 3.3, ""}};
  config.chair.kit.channels = {{"channel", std::string("0x48:2"), ""}, {"channel", std::string("3"), ""}};
  config.chair.calibration = "desk-calibration.toml";
  config.pad_notes = {"read 12 unloaded", "read 25000 unloaded"};
  return config;
}

TEST(NewConfigTest, ReadsBackAsItWasMeant) {
  const NewConfig written = two_pads();
  const auto config = parse_config(config_text(written), "/home/anna/hub.toml");
  ASSERT_TRUE(config) << config.error().message;
  const ChairConfig& chair = config->chairs.at(0);
  EXPECT_EQ(chair.chair.id, "desk");
  EXPECT_EQ(chair.chair.name, written.chair.chair.name);
  EXPECT_EQ(chair.calibration, "/home/anna/desk-calibration.toml");
  ASSERT_EQ(chair.chair.pads.size(), 2U);
  EXPECT_EQ(chair.chair.pads[0].name, "left");
  EXPECT_EQ(chair.chair.pads[1].zone, Zone::back);
  EXPECT_EQ(chair.chair.pads[1].range, (CountRange{25000, 0}));
  EXPECT_DOUBLE_EQ(chair.chair.pads[0].x, -0.4);
  EXPECT_DOUBLE_EQ(chair.kit.rate_hz, 12.5);
  EXPECT_EQ(chair.kit.options.size(), 4U);
  ASSERT_EQ(chair.kit.channels.size(), 2U);
  EXPECT_EQ(std::get<std::string>(chair.kit.channels[0].value), "0x48:2");
  EXPECT_EQ(std::get<std::int64_t>(chair.kit.channels[1].value), 3);
}

TEST(NewConfigTest, SaysForAPersonWhereEachPadIs) {
  EXPECT_THAT(config_text(two_pads()),
              HasSubstr("# seat, rear left; read 12 unloaded\n[[chair.pad]]\nname = \"left\""));
  EXPECT_EQ(place_in_words({"p", Zone::back, 0, 0.8, {}}), "backrest, top centre");
  EXPECT_EQ(place_in_words({"p", Zone::seat, 0.3, 0.5, {}}), "seat, middle right");
}

TEST(NewConfigTest, TakesOverWhatAnotherSaysBesidesChairs) {
  NewConfig config = two_pads();
  config.others = other_tables(
      "# my chairs\nlanguage = \"de\" # mine\n\n[[chair]]\nid = \"old\"\n[chair.thresholds]\nlean_on = 0.4\n"
      "# with Home Assistant\r\n[mqtt]\r\nhost = \"a\"\n# the usual\nport = 1883\n\n#off = 1\n\n [storage]\ndatabase = "
      "\"b.db\"\n");
  EXPECT_TRUE(config.others.has_storage);
  const std::string text = config_text(config);
  EXPECT_THAT(text, Not(HasSubstr("\"old\"")));
  EXPECT_THAT(text, Not(HasSubstr("lean_on")));
  EXPECT_THAT(text, HasSubstr("# with Home Assistant\r\n[mqtt]"));
  EXPECT_THAT(text, HasSubstr("# the usual\nport = 1883\n"));
  const auto read = parse_config(text, "hub.toml");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->mqtt.host, "a");
  EXPECT_EQ(read->storage.database, "b.db");
  EXPECT_EQ(read->chairs.size(), 1U);
}

TEST(NewConfigTest, TakesOverNothingOfNothing) {
  const OtherTables others = other_tables("");
  EXPECT_EQ(others.top + others.tables, "");
  EXPECT_FALSE(others.has_storage);
}

TEST(LayoutsTest, RowsOfPadsMakeAChairForAnyNumber) {
  for (std::size_t seat = 1; seat <= 32; ++seat)
    for (const std::size_t back : {std::size_t{1}, std::size_t{5}, std::size_t{32}})
      EXPECT_TRUE(validate(Chair{"desk", "desk", pads_in_rows(seat, back)})) << seat << " and " << back;
  EXPECT_EQ(pads_in_rows(3, 0)[2].x, 0);
}

TEST(ReplaceFilesTest, ReplacesAllOrNone) {
  const TemporaryFolder folder;
  const auto mine = folder.write("mine.toml", "old");
  std::filesystem::permissions(mine, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const std::vector<NewFile> wrong = {{mine, "new"}, {folder.path() / "nowhere" / "b.toml", "new"}};
  const auto refused = replace_files(wrong);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("nowhere/b.toml.new: cannot be written"));
  EXPECT_EQ(folder.read("mine.toml"), "old");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "mine.toml.new"));

  const std::vector<NewFile> right = {{mine, "new"}, {folder.path() / "b.toml", "too"}};
  ASSERT_TRUE(replace_files(right));
  EXPECT_EQ(folder.read("mine.toml"), "new");
  EXPECT_EQ(folder.read("b.toml"), "too");
  EXPECT_EQ(std::filesystem::status(mine).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(ReplaceFilesTest, KeepsEachBackup) {
  const TemporaryFolder folder;
  const auto file = folder.write("hub.toml", "first");
  EXPECT_EQ(keep_backup(file).value().filename(), "hub.toml.bak");
  folder.write("hub.toml", "second");
  EXPECT_EQ(keep_backup(file).value().filename(), "hub.toml.bak2");
  EXPECT_EQ(folder.read("hub.toml.bak"), "first");
  EXPECT_EQ(folder.read("hub.toml.bak2"), "second");
  EXPECT_FALSE(keep_backup(folder.path() / "none.toml"));
}

}  // namespace chairhub::new_config_test
