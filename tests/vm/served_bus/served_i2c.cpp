#include "tests/vm/served_bus/served_i2c.h"

#include <linux/i2c-dev.h>
#include <linux/i2c.h>

#include <cerrno>

namespace chairhub {
namespace {

constexpr unsigned long abilities = I2C_FUNC_I2C;

std::vector<i2c_msg> messages_of(const Ioctl& call) {
  const auto list = object_at<i2c_rdwr_ioctl_data>(call.read);
  std::vector<i2c_msg> messages(list.nmsgs);
  for (std::size_t i = 0; i < messages.size(); ++i)
    messages[i] = object_at<i2c_msg>(call.read, sizeof list + i * sizeof(i2c_msg));
  return messages;
}

bool reads(const i2c_msg& message) {
  return (message.flags & I2C_M_RD) != 0;
}

// A write, a read, or a read behind a write to the same chip: all that a driver of ours asks for.
bool is_one_transfer(const std::vector<i2c_msg>& messages) {
  if (messages.size() == 1) return true;
  return messages.size() == 2 && !reads(messages[0]) && reads(messages[1]) && messages[0].addr == messages[1].addr;
}

int errno_of(Answer answer) {
  switch (answer) {
    case Answer::ack:
      return 0;
    case Answer::nack:
      return EREMOTEIO;
    case Answer::timeout:
      return ETIMEDOUT;
    case Answer::arbitration:
      return EAGAIN;
  }
  return EIO;
}

}  // namespace

ServedI2c::ServedI2c(BusClock& clock) {
  for (const auto& [name, address] : {std::pair("0x48", 0x48), std::pair("0x49", 0x49)}) {
    Ads111x& chip = converters_.try_emplace(name, Ads111x::Kind::ads1115, clock).first->second;
    chips_[name] = &chip;
    wire_.put(static_cast<std::uint8_t>(address), chip);
  }
  wire_.put(0x70, multiplexer_);
  for (unsigned port = 0; port < 4; ++port) {
    Nau7802& chip = load_cells_.try_emplace(std::to_string(port), clock).first->second;
    chips_[std::to_string(port)] = &chip;
    wire_.put_behind(multiplexer_, port, 0x2A, chip);
  }
}

Reach ServedI2c::reach(const Ioctl& call) const {
  if (call.request == I2C_FUNCS) return {{}, {{call.argument, sizeof abilities}}};
  if (call.request != I2C_RDWR) return {};
  const auto list = object_at<i2c_rdwr_ioctl_data>(call.read);
  Reach reach{{{call.argument, sizeof list}}, {}};
  if (call.read.size() < sizeof list) return reach;
  reach.reads.push_back({reinterpret_cast<std::uintptr_t>(list.msgs), list.nmsgs * sizeof(i2c_msg)});
  if (call.read.size() < sizeof list + list.nmsgs * sizeof(i2c_msg)) return reach;
  for (const i2c_msg& message : messages_of(call)) {
    auto& side = reads(message) ? reach.writes : reach.reads;
    side.push_back({reinterpret_cast<std::uintptr_t>(message.buf), message.len});
  }
  return reach;
}

IoctlReply ServedI2c::answer(const Ioctl& call) {
  switch (call.request) {
    case I2C_FUNCS: {
      const auto* bytes = reinterpret_cast<const std::uint8_t*>(&abilities);
      return {0, {bytes, bytes + sizeof abilities}};
    }
    case I2C_RDWR:
      return transfer(call);
    default:
      return {-ENOTTY, {}};
  }
}

IoctlReply ServedI2c::transfer(const Ioctl& call) {
  const std::vector<i2c_msg> messages = messages_of(call);
  if (!is_one_transfer(messages)) return {-EOPNOTSUPP, {}};
  const i2c_msg& first = messages.front();
  const i2c_msg& last = messages.back();
  // What is sent comes last of all that is read of the caller.
  const auto sent = call.read.last(reads(first) ? 0 : first.len);
  std::vector<std::uint8_t> wanted(reads(last) ? last.len : 0);
  const Answer answer = wire_.transfer(static_cast<std::uint8_t>(first.addr), sent, wanted);
  if (answer != Answer::ack) return {-errno_of(answer), {}};
  return {static_cast<int>(messages.size()), wanted};
}

bool ServedI2c::command(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string name;
  std::string what;
  words >> name >> what;
  const auto chip = chips_.find(name);
  if (chip == chips_.end()) return false;
  if (what == "counts") return set_counts(name, words);
  if (what == "nack" || what == "reset") {
    int transfers = 0;
    if (!(words >> transfers)) return false;
    if (what == "nack")
      chip->second->answer_next(Answer::nack, transfers);
    else
      chip->second->reset_after(transfers);
    return true;
  }
  if (what == "vanish")
    chip->second->vanish();
  else if (what == "return")
    chip->second->come_back();
  else if (const auto converter = converters_.find(name); converter != converters_.end() && what == "hold")
    converter->second.hold_conversions(true);
  else if (converter != converters_.end() && what == "release")
    converter->second.hold_conversions(false);
  else
    return false;
  return true;
}

bool ServedI2c::set_counts(const std::string& chip, std::istringstream& words) {
  std::vector<std::int32_t> counts;
  for (std::int32_t value = 0; words >> value;) counts.push_back(value);
  if (const auto cell = load_cells_.find(chip); cell != load_cells_.end()) {
    if (counts.size() == 1) cell->second.set_counts(counts[0]);
    return counts.size() == 1;
  }
  if (counts.size() != 4) return false;
  for (std::size_t input = 0; input < 4; ++input) converters_.at(chip).set_counts(input, counts[input]);
  return true;
}

}  // namespace chairhub
