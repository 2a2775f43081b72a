#include "drivers/bus/spi_message.h"

#include <array>
#include <stdexcept>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/temporary_folder.h"

namespace chairhub::spi_message_test {

using testing::AllOf;
using testing::Each;
using testing::Field;
using testing::HasSubstr;

struct Buffers {
  explicit Buffers(std::size_t count, std::size_t bytes = 3) : sent(count), received(count) {
    for (std::size_t i = 0; i < count; ++i) {
      sent[i].resize(bytes);
      received[i].resize(bytes);
      transfers.push_back({sent[i], received[i]});
    }
  }
  std::vector<std::vector<std::uint8_t>> sent, received;
  std::vector<SpiTransfer> transfers;
};

TEST(SpiMessageTest, DeselectsTheChipBetweenTransfersAndAfterTheLast) {
  const auto message = spi_message(Buffers(3).transfers, 1'000'000);
  ASSERT_EQ(message.size(), 3U);
  EXPECT_EQ(message[0].cs_change, 1);
  EXPECT_EQ(message[1].cs_change, 1);
  // A cs_change on the last transfer would leave the chip selected.
  EXPECT_EQ(message[2].cs_change, 0);
}

TEST(SpiMessageTest, SaysTheSpeedInEachTransferBecauseOthersMayChangeTheDevices) {
  EXPECT_THAT(spi_message(Buffers(8).transfers, 1'000'000), Each(Field(&spi_ioc_transfer::speed_hz, 1'000'000U)));
}

TEST(SpiMessageTest, LeavesEverythingElseToTheDevice) {
  EXPECT_THAT(spi_message(Buffers(2).transfers, 1'000'000),
              Each(AllOf(Field(&spi_ioc_transfer::bits_per_word, 0), Field(&spi_ioc_transfer::delay_usecs, 0),
                         Field(&spi_ioc_transfer::tx_nbits, 0), Field(&spi_ioc_transfer::rx_nbits, 0),
                         Field(&spi_ioc_transfer::len, 3U))));
}

TEST(SpiMessageTest, KeepsWithinTheKernelsBufferOn64Bits) {
  EXPECT_EQ(spi_message(Buffers(most_spi_transfers).transfers, 1'000'000).size(), 32U);
  EXPECT_THROW(spi_message(Buffers(most_spi_transfers + 1).transfers, 1'000'000), std::logic_error);
  EXPECT_THROW(spi_message(Buffers(1, longest_spi_transfer + 1).transfers, 1'000'000), std::logic_error);
}

TEST(SpiMessageTest, RefusesTransfersOfTwoLengths) {
  std::array<std::uint8_t, 3> sent{};
  std::array<std::uint8_t, 2> received{};
  const SpiTransfer transfers[] = {{sent, received}};
  EXPECT_THROW(spi_message(transfers, 1'000'000), std::logic_error);
}

TEST(LinuxSpiBusTest, SaysHowToSwitchSpiOnWhenThereIsNoDevice) {
  const auto bus = open_spi_bus("/dev/spidev99.9", 1'000'000);
  ASSERT_FALSE(bus);
  EXPECT_EQ(bus.error().fault, BusFault::no_device);
  EXPECT_THAT(in_words(bus.error()), AllOf(HasSubstr("/dev/spidev99.9"), HasSubstr("dtparam=spi=on")));
}

TEST(LinuxSpiBusTest, SaysThatAFileIsNoSpiDevice) {
  const TemporaryFolder folder;
  folder.write("plain", "");
  const auto bus = open_spi_bus((folder.path() / "plain").string(), 1'000'000);
  ASSERT_FALSE(bus);
  EXPECT_EQ(bus.error().fault, BusFault::unsupported);
  EXPECT_THAT(in_words(bus.error()), HasSubstr("no SPI device"));
}

}  // namespace chairhub::spi_message_test
