#include "tests/support/chips/chip.h"

#include <algorithm>

namespace chairhub {

Answer I2cChip::transfer(std::span<const std::uint8_t> written, std::span<std::uint8_t> wanted) {
  ++transfers_;
  if (is_gone_) return Answer::nack;
  if (resets_in_ >= 0 && resets_in_-- == 0) reset();
  if (odd_answers_ > 0 && good_answers_-- <= 0) {
    --odd_answers_;
    return odd_answer_;
  }
  if (!written.empty()) write(written);
  if (wanted.empty()) return Answer::ack;
  read(wanted);
  if (torn_ > 0) {
    --torn_;
    std::fill(wanted.begin() + 1, wanted.end(), std::uint8_t{0xFF});
  }
  return Answer::ack;
}

void I2cChip::come_back() {
  is_gone_ = false;
  reset();
}

void I2cChip::answer_next(Answer answer, int transfers) {
  odd_answer_ = answer;
  odd_answers_ = transfers;
  good_answers_ = 0;
}

void I2cChip::answer_after(int transfers, Answer answer) {
  answer_next(answer, 1);
  good_answers_ = transfers;
}

}  // namespace chairhub
