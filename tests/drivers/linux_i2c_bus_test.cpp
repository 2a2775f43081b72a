// The kernel is played by the test: it hears the system calls and answers them.

#include "drivers/bus/linux_i2c_bus.h"

#include <linux/i2c-dev.h>
#include <linux/i2c.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/bus/bus_clock.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::linux_i2c_bus_test {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

using Bytes = std::vector<std::uint8_t>;

// Registers of 16 bits, in the order of the wire, of the one chip at 0x48.
class PlayedKernel {
 public:
  explicit PlayedKernel(unsigned long functions) : functions_(functions) {}

  void fail_next(int error_number, int times) {
    error_number_ = error_number;
    failures_ = times;
  }
  std::unique_ptr<I2cBus> open(const std::string& chips = "/nowhere") {
    auto bus = make_linux_i2c_bus({"/dev/i2c-1", chips, [this](unsigned long request, std::uintptr_t argument) {
                                     return control(request, argument);
                                   }});
    if (!bus) throw std::runtime_error(in_words(bus.error()));
    return std::move(*bus);
  }

  std::map<std::uint8_t, Bytes> registers;
  int transfers = 0;
  std::vector<std::size_t> messages;  // of each I2C_RDWR
  std::vector<std::uint16_t> words;   // written by SMBus
  int done_instead = -1;              // what I2C_RDWR claims to have done

 private:
  int control(unsigned long request, std::uintptr_t argument) {
    if (request == I2C_FUNCS) {
      *reinterpret_cast<unsigned long*>(argument) = functions_;
      return 0;
    }
    if (request == I2C_SLAVE) return 0;
    // I2C_TIMEOUT and I2C_RETRIES change the adapter for everybody.
    if (request != I2C_RDWR && request != I2C_SMBUS) throw std::logic_error("a request that nobody should make");
    ++transfers;
    if (failures_ > 0) {
      --failures_;
      errno = error_number_;
      return -1;
    }
    return request == I2C_RDWR ? combined(*reinterpret_cast<i2c_rdwr_ioctl_data*>(argument))
                               : smbus(*reinterpret_cast<i2c_smbus_ioctl_data*>(argument));
  }

  int combined(const i2c_rdwr_ioctl_data& data) {
    messages.push_back(data.nmsgs);
    std::uint8_t reg = 0;
    for (std::uint32_t i = 0; i < data.nmsgs; ++i) {
      const i2c_msg& message = data.msgs[i];
      if ((message.flags & I2C_M_RD) != 0) {
        const Bytes& stored = registers[reg];
        std::copy_n(stored.begin(), std::min<std::size_t>(message.len, stored.size()), message.buf);
      } else if (message.len > 0) {
        reg = message.buf[0];
        if (message.len > 1) registers[reg].assign(message.buf + 1, message.buf + message.len);
      }
    }
    return done_instead >= 0 ? done_instead : static_cast<int>(data.nmsgs);
  }

  // SMBus sends a word's low byte first.
  int smbus(const i2c_smbus_ioctl_data& call) {
    Bytes& stored = registers[call.command];
    const bool reads = call.read_write == I2C_SMBUS_READ;
    if (call.size == I2C_SMBUS_WORD_DATA && reads) {
      call.data->word = static_cast<std::uint16_t>(stored.at(1) << 8U | stored.at(0));
    } else if (call.size == I2C_SMBUS_WORD_DATA) {
      words.push_back(call.data->word);
      stored = {static_cast<std::uint8_t>(call.data->word & 0xFFU), static_cast<std::uint8_t>(call.data->word >> 8U)};
    } else if (call.size == I2C_SMBUS_I2C_BLOCK_DATA && reads) {
      std::copy_n(stored.begin(), call.data->block[0], &call.data->block[1]);
    } else if (call.size == I2C_SMBUS_BYTE_DATA && reads) {
      call.data->byte = stored.at(0);
    } else if (call.size == I2C_SMBUS_BYTE_DATA) {
      stored = {call.data->byte};
    } else {
      errno = EOPNOTSUPP;
      return -1;
    }
    return 0;
  }

  unsigned long functions_;
  int error_number_ = 0;
  int failures_ = 0;
};

constexpr unsigned long like_a_pi = I2C_FUNC_I2C | I2C_FUNC_SMBUS_WORD_DATA;
constexpr unsigned long like_i2c_stub = I2C_FUNC_SMBUS_WORD_DATA | I2C_FUNC_SMBUS_BYTE_DATA;

Bytes read(I2cBus& bus, std::uint8_t reg, std::size_t size) {
  Bytes bytes(size);
  const std::array from = {reg};
  if (const auto done = bus.transfer(0x48, from, bytes); !done) throw std::runtime_error(in_words(done.error()));
  return bytes;
}

TEST(LinuxI2cBus, WritesAndReadsInOneTransferThatNobodyCanComeBetween) {
  PlayedKernel kernel(like_a_pi);
  kernel.registers[0] = {0x67, 0x20};
  const auto bus = kernel.open();
  EXPECT_THAT(read(*bus, 0, 2), ElementsAre(0x67, 0x20));
  EXPECT_THAT(kernel.messages, ElementsAre(2U));
  ASSERT_TRUE(bus->transfer(0x48, Bytes{1, 0xC3, 0xA3}, {}));
  EXPECT_THAT(kernel.registers[1], ElementsAre(0xC3, 0xA3));
}

// Who takes a word of SMBus as it is gets its bytes the wrong way round.
TEST(LinuxI2cBus, KeepsTheOrderOfBytesOnAnAdapterThatKnowsSmbusOnly) {
  PlayedKernel kernel(like_i2c_stub);
  const auto bus = kernel.open();
  ASSERT_TRUE(bus->transfer(0x48, Bytes{1, 0xC3, 0xA3}, {}));
  EXPECT_THAT(kernel.words, ElementsAre(0xA3C3));
  EXPECT_THAT(read(*bus, 1, 2), ElementsAre(0xC3, 0xA3));
}

TEST(LinuxI2cBus, ReadsBytesAndBlocksBySmbus) {
  PlayedKernel kernel(like_i2c_stub);
  kernel.registers[0x12] = {1, 2, 3};
  const auto bus = kernel.open();
  EXPECT_THAT(read(*bus, 0x12, 3), ElementsAre(1, 2, 3));
  EXPECT_THAT(read(*bus, 0x12, 1), ElementsAre(1));
  ASSERT_TRUE(bus->transfer(0x48, Bytes{2, 0x30}, {}));
  EXPECT_THAT(kernel.registers[2], ElementsAre(0x30));
  const auto done = bus->transfer(0x48, Bytes{1, 2, 3, 4}, {});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().fault, BusFault::unsupported);
}

TEST(LinuxI2cBus, TriesADisturbedTransferTwiceMore) {
  for (const int error : {EREMOTEIO, ENXIO, EIO, ETIMEDOUT}) {
    PlayedKernel kernel(like_a_pi);
    kernel.registers[0] = {1, 2};
    const auto bus = kernel.open();
    kernel.fail_next(error, 2);
    EXPECT_THAT(read(*bus, 0, 2), ElementsAre(1, 2)) << error;
    kernel.transfers = 0;
    kernel.fail_next(error, 100);
    EXPECT_FALSE(bus->transfer(0x48, Bytes{0}, {}));
    EXPECT_EQ(kernel.transfers, 3) << error;
  }
}

TEST(LinuxI2cBus, DoesNotRepeatWhatTheKernelHasRepeatedAlready) {
  PlayedKernel kernel(like_a_pi);
  const auto bus = kernel.open();
  kernel.fail_next(EAGAIN, 100);
  const auto done = bus->transfer(0x48, Bytes{0}, {});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().fault, BusFault::arbitration);
  EXPECT_EQ(done.error().where, "0x48 on /dev/i2c-1");
  EXPECT_EQ(kernel.transfers, 1);
}

TEST(LinuxI2cBus, NamesWhatAnErrnoOfATransferMeans) {
  const std::pair<int, BusFault> meanings[] = {{EREMOTEIO, BusFault::nack},     {ENXIO, BusFault::nack},
                                               {EIO, BusFault::nack},           {ETIMEDOUT, BusFault::timeout},
                                               {EAGAIN, BusFault::arbitration}, {EOPNOTSUPP, BusFault::unsupported},
                                               {EBUSY, BusFault::driver_bound}, {EACCES, BusFault::permission},
                                               {ENOENT, BusFault::no_device},   {ENOMEM, BusFault::system}};
  for (const auto& [error, fault] : meanings) EXPECT_EQ(i2c_fault_of(error), fault) << error;
}

TEST(LinuxI2cBus, HalfATransferIsAnError) {
  PlayedKernel kernel(like_a_pi);
  const auto bus = kernel.open();
  kernel.done_instead = 1;
  std::array<std::uint8_t, 2> bytes{};
  const auto done = bus->transfer(0x48, Bytes{0}, bytes);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().fault, BusFault::short_io);
}

// I2C_RDWR never asks whether a kernel driver uses the chip.
TEST(LinuxI2cBus, RefusesAChipThatAKernelDriverOwns) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "1-0048");
  std::filesystem::create_symlink("../drivers/ads1015", folder.path() / "1-0048" / "driver");
  std::filesystem::create_directories(folder.path() / "1-0049");
  PlayedKernel kernel(like_a_pi);
  const auto bus = kernel.open(folder.path().string());
  const auto claimed = bus->claim(0x48);
  ASSERT_FALSE(claimed);
  EXPECT_EQ(claimed.error().fault, BusFault::driver_bound);
  EXPECT_THAT(in_words(claimed.error()), AllOf(HasSubstr("0x48 on /dev/i2c-1"), HasSubstr("'ads1015'"),
                                               HasSubstr("dtoverlay"), HasSubstr("driver iio")));
  EXPECT_TRUE(bus->claim(0x49)) << "listed, but free";
  EXPECT_TRUE(bus->claim(0x4A)) << "not listed";
}

TEST(LinuxI2cBus, ABusThatTheKernelDoesNotListIsFree) {
  PlayedKernel kernel(like_a_pi);
  EXPECT_TRUE(kernel.open("/nowhere/at/all")->claim(0x48));
}

TEST(LinuxI2cBus, RefusesAnAdapterThatCanDoNeither) {
  const auto control = [](unsigned long, std::uintptr_t argument) {
    *reinterpret_cast<unsigned long*>(argument) = I2C_FUNC_SMBUS_QUICK;
    return 0;
  };
  const auto bus = make_linux_i2c_bus({"/dev/i2c-1", "/nowhere", control});
  ASSERT_FALSE(bus);
  EXPECT_EQ(bus.error().fault, BusFault::unsupported);
}

TEST(LinuxI2cBus, ABusThatIsNotThereSaysHowToEnableIt) {
  const auto bus = open_i2c_bus("/dev/i2c-of-nobody");
  ASSERT_FALSE(bus);
  EXPECT_THAT(in_words(bus.error()), AllOf(HasSubstr("/dev/i2c-of-nobody: "), HasSubstr("dtparam=i2c_arm=on")));
}

TEST(LinuxI2cBus, AFileThatIsNoBusIsRefused) {
  const auto bus = open_i2c_bus("/dev/null");
  ASSERT_FALSE(bus);
  EXPECT_THAT(in_words(bus.error()), HasSubstr("it is no I2C bus"));
}

TEST(BusErrorTest, APersonWithoutPermissionLearnsTheirGroup) {
  EXPECT_THAT(in_words({BusFault::permission, EACCES, "/dev/i2c-1", ""}), HasSubstr("group i2c"));
  EXPECT_THAT(in_words({BusFault::permission, EACCES, "/dev/spidev0.0", ""}), HasSubstr("group spi"));
  EXPECT_THAT(in_words({BusFault::permission, EACCES, "pinctrl-rp1 (/dev/gpiochip0)", ""}), HasSubstr("group gpio"));
}

TEST(BusErrorTest, IsOneSentenceWithPlaceReasonAndCure) {
  EXPECT_EQ(in_words({BusFault::nack, EREMOTEIO, "ads1115 at 0x48 on /dev/i2c-1", ""}),
            "ads1115 at 0x48 on /dev/i2c-1: nobody answers (Remote I/O error); check its supply, ground, SDA and SCL, "
            "and its address with i2cdetect");
  EXPECT_EQ(in_words({BusFault::short_io, 0, "x", "1 of 2 messages"}),
            "x: fewer bytes came than were asked for: 1 of 2 messages");
}

TEST(MonotonicBusClock, WaitsAtLeastAsLongAsAsked) {
  BusClock& clock = monotonic_bus_clock();
  const Nanos before = clock.now();
  clock.wait(std::chrono::microseconds(300));
  EXPECT_GE(clock.now() - before, std::chrono::microseconds(300));
}

}  // namespace chairhub::linux_i2c_bus_test
