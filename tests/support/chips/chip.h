// What all models of chips on an I2C bus have in common: an answer to a
// transfer, and the faults that a test or a virtual machine asks for. The
// models know bytes and a clock, nothing of drivers or tests.

#pragma once

#include <cstdint>
#include <span>

namespace chairhub {

// What a master sees of a transfer.
enum class Answer : std::uint8_t {
  ack,
  nack,         // nobody acknowledges the address
  timeout,      // a chip holds the bus
  arbitration,  // another master was faster
};

class I2cChip {
 public:
  virtual ~I2cChip() = default;

  // Writes, then reads after a repeated start; either side may be empty.
  Answer transfer(std::span<const std::uint8_t> write, std::span<std::uint8_t> read);

  // The chip is unplugged, and plugged in again with its registers reset.
  void vanish() { is_gone_ = true; }
  void come_back();
  // The supply has dipped: all registers as after power-up.
  virtual void reset() = 0;
  // That happens before so many further transfers have been answered; 0: before the next one.
  void reset_after(int transfers) { resets_in_ = transfers; }
  // The next transfers are answered like this.
  void answer_next(Answer answer, int transfers);
  // One transfer is answered like this, after so many others.
  void answer_after(int transfers, Answer answer);
  // In the next transfers that read, the chip lets go of the line after the first byte: the rest reads as ones.
  void tear_next(int transfers) { torn_ = transfers; }

  int transfers() const { return transfers_; }

 protected:
  virtual void write(std::span<const std::uint8_t> bytes) = 0;
  virtual void read(std::span<std::uint8_t> bytes) = 0;

 private:
  bool is_gone_ = false;
  Answer odd_answer_ = Answer::ack;
  int odd_answers_ = 0;
  int good_answers_ = 0;  // before the odd ones
  int torn_ = 0;
  int resets_in_ = -1;
  int transfers_ = 0;
};

}  // namespace chairhub
