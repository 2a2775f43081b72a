#include "hub/core/coach.h"

#include <array>

namespace chairhub {
namespace {

constexpr Exercise back_extension{
    "back_extension",
    "Back extension",
    false,
    true,
    "10 to 20 times, about a second at the end of each",
    "Put your hands behind your head, lift your chest and arch over the backrest, then come back.",
    "Keep your head level and the movement gentle."};
constexpr Exercise mid_back_rotation{
    "mid_back_rotation",
    "Mid-back rotation",
    false,
    true,
    "10 to 20 times to each side",
    "Cross your arms on your chest and turn your upper body to the left and to the right.",
    "Without swing and never into pain; let your arms hang if your shoulders are sore."};
constexpr Exercise side_bend{
    "side_bend",
    "Side bend",
    false,
    true,
    "10 seconds on each side, 5 to 10 rounds",
    "Raise one arm over your head, let the other shoulder sink and curve to that side; then swap.",
    "Bend the spine, not the hips; stand up for it if armrests are in the way."};
constexpr Exercise curl_down{
    "standing_curl_down",
    "Standing curl-down",
    false,
    false,
    "3 to 5 times, slowly",
    "Stand with feet hip-wide and soft knees, bring the chin to the chest and roll down from the top, then up again.",
    "Only as far as it is comfortable, with the tummy lightly tense."};
constexpr Exercise arm_opener{
    "arm_opener",
    "Arm opener",
    false,
    false,
    "3 to 5 times on each side",
    "Lie on your side with hips and knees bent, lift the upper arm over and let it sink behind you, head following.",
    "A strong stretch: leave it out when the upper back is very painful; keep the hips stacked."};
constexpr Exercise band_rows{
    "band_rows",
    "Band rows",
    true,
    true,
    "3 rounds of 10 to 15, a minute of rest between them",
    "Fix a band at hip height, sit tall and pull until your elbows pass your sides, then return slowly.",
    "Keep the back straight and move the shoulder blades, not only the arms."};
constexpr Exercise prone_salute{
    "prone_salute",
    "Prone salute",
    true,
    false,
    "hold 5 to 10 seconds, rest as long, 10 times",
    "Lie on your front, forehead and palms down, and lift head and shoulders with the back.",
    "Do not push with the arms; a pillow under the tummy helps a sensitive low back."};

constexpr std::array all{back_extension, mid_back_rotation, side_bend, curl_down, arm_opener, band_rows, prone_salute};

// Which exercises fit a cause, the best one first. Only what can be done in
// the chair, but for sitting too long: that one begins with getting up.
constexpr std::array<const Exercise*, 2> fits_forward{&back_extension, &mid_back_rotation};
constexpr std::array<const Exercise*, 3> fits_static{&mid_back_rotation, &side_bend, &back_extension};
constexpr std::array<const Exercise*, 2> fits_unsupported{&mid_back_rotation, &side_bend};
constexpr std::array<const Exercise*, 1> fits_too_long{&curl_down};
constexpr std::array<const Exercise*, 1> fits_asymmetric{&side_bend};

struct Remedy {
  std::string_view text;
  std::span<const Exercise* const> fits;
};

Remedy remedy_for(Cause cause) {
  switch (cause) {
    case Cause::sitting_too_long:
      return {"Get up for about five minutes; a flight of stairs will do.", fits_too_long};
    case Cause::bent_forward:
      return {"Move the chair closer to the desk and raise the screen until its top edge is at eye level.",
              fits_forward};
    case Cause::static_too_long:
      return {"Change your position: lean back, sit up or stand for a moment.", fits_static};
    case Cause::unsupported_upright:
      return {"Lean back for a while; where the backrest misses your low back, put a cushion there.", fits_unsupported};
    case Cause::asymmetric:
      return {"Shift your weight to the other side and check whether an armrest or a wallet tilts you.",
              fits_asymmetric};
  }
  return {"", {}};
}

}  // namespace

std::span<const Exercise> exercises() {
  return all;
}

Advice advice_for(Cause cause, std::uint64_t turn) {
  const Remedy remedy = remedy_for(cause);
  Advice advice;
  advice.remedy = remedy.text;
  if (remedy.fits.empty()) return advice;
  const Exercise& exercise = *remedy.fits[turn % remedy.fits.size()];
  advice.exercise_id = exercise.id;
  advice.exercise_name = exercise.name;
  advice.exercise_dose = exercise.dose;
  advice.exercise_how = exercise.how;
  advice.precaution = exercise.precaution;
  return advice;
}

}  // namespace chairhub
