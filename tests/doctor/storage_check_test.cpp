#include "hub/doctor/storage_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/doctor/fake_machine.h"

namespace chairhub::storage_check_test {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::SizeIs;

class StorageCheckTest : public testing::Test {
 protected:
  StorageCheckTest() { mounted("ext4 rw,noatime"); }
  void mounted(const std::string& kind) const {
    pi.has("/proc/self/mounts", "/dev/root / " + kind + " 0 0\nproc /proc proc rw 0 0\ntmpfs /run tmpfs rw 0 0\n");
  }
  void has_space(std::uint64_t total_mib, std::uint64_t free_mib) {
    pi.machine.disk_space = [=](const std::filesystem::path&) { return DiskSpace{total_mib << 20U, free_mib << 20U}; };
  }
  void expect(const std::string& name, Severity severity) const {
    const Findings found = check_disk(pi.machine, storage);
    EXPECT_THAT(found, Contains(testing::AllOf(Field(&Finding::name, name), Field(&Finding::severity, severity))));
  }

  FakeMachine pi;
  StorageConfig storage;
};

TEST_F(StorageCheckTest, AMissingFolderIsMadeByOneCommand) {
  expect("disk.no_folder", Severity::problem);
  EXPECT_THAT(check_disk(pi.machine, storage)[0].cure, HasSubstr("sudo install -d -o pi -g pi /var/lib/chairhub"));
}

TEST_F(StorageCheckTest, AFolderWithRoomIsFine) {
  pi.has_folder("/var/lib/chairhub");
  EXPECT_THAT(check_disk(pi.machine, storage), SizeIs(1));
  expect("disk.free", Severity::ok);
}

TEST_F(StorageCheckTest, AFolderOfSomebodyElse) {
  pi.has_folder("/var/lib/chairhub", 0750);
  expect("disk.refused", Severity::problem);
}

TEST_F(StorageCheckTest, AFullDiskIsAProblemAndATightOneWearsTheCard) {
  pi.has_folder("/var/lib/chairhub");
  has_space(30'000, 50);
  expect("disk.full", Severity::problem);
  has_space(30'000, 2'000);
  expect("disk.tight", Severity::warning);
  has_space(30'000, 4'000);
  expect("disk.free", Severity::ok);
}

TEST_F(StorageCheckTest, AReadOnlyDisk) {
  pi.has_folder("/var/lib/chairhub");
  mounted("ext4 ro,noatime");
  expect("disk.read_only", Severity::problem);
}

TEST_F(StorageCheckTest, ADiskThatForgetsEverything) {
  pi.has_folder("/var/lib/chairhub");
  mounted("overlay rw");
  expect("disk.forgets", Severity::warning);
  mounted("ext4 rw");
  pi.has_folder("/run/chairhub");
  storage.database = "/run/chairhub/chairhub.db";
  expect("disk.forgets", Severity::warning);
}

TEST_F(StorageCheckTest, AHeartbeatOnACardWearsItOut) {
  pi.has_folder("/var/lib/chairhub");
  storage.heartbeat = "/run/chairhub/heartbeat";
  EXPECT_THAT(check_disk(pi.machine, storage), SizeIs(1));
  storage.heartbeat = "/var/lib/chairhub/heartbeat";
  expect("disk.heartbeat", Severity::warning);
}

TEST_F(StorageCheckTest, NoLogYetIsOnlyANote) {
  const Findings found = check_database(pi.machine, storage);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].name, "log.none");
}

TEST_F(StorageCheckTest, AFileThatIsNoLogSaysSo) {
  pi.has("/var/lib/chairhub/chairhub.db", std::string(5000, 'x'));
  ::chmod(pi.machine.at("/var/lib/chairhub/chairhub.db").c_str(), 0666);
  const Findings found = check_database(pi.machine, storage);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].name, "log.unusable");
  EXPECT_THAT(found[0].what, HasSubstr("not an SQLite database"));
}

TEST_F(StorageCheckTest, AWriteAheadLogThatRootLeftBehindKeepsTheHubOut) {
  pi.has("/var/lib/chairhub/chairhub.db");
  ::chmod(pi.machine.at("/var/lib/chairhub/chairhub.db").c_str(), 0666);
  pi.has("/var/lib/chairhub/chairhub.db-wal");
  ::chmod(pi.machine.at("/var/lib/chairhub/chairhub.db-wal").c_str(), 0600);
  const Findings found = check_database(pi.machine, storage);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].name, "log.refused");
  EXPECT_THAT(found[0].what, HasSubstr("chairhub.db-wal"));
}

}  // namespace chairhub::storage_check_test
