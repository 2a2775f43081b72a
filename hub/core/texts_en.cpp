#include "hub/core/texts.h"

namespace chairhub {
namespace {

constexpr TextTable english = table_of({
    {TextKey::alert_sitting_too_long, "Sitting for {minutes} min without a break; the limit is {limit}."},
    {TextKey::alert_bent_forward, "Bent forward for {minutes} min; the limit is {limit}."},
    {TextKey::alert_static_too_long, "No change of position for {minutes} min; the limit is {limit}."},
    {TextKey::alert_unsupported_upright, "Upright without support for {minutes} min; the limit is {limit}."},
    {TextKey::alert_asymmetric, "Leaning to one side for {minutes} min; the limit is {limit}."},
    {TextKey::alert_sitting_too_long_wheelchair,
     "In the seat for {minutes} min without a break; the limit is {limit}."},
    {TextKey::alert_static_too_long_wheelchair, "No weight shift for {minutes} min; the limit is {limit}."},

    {TextKey::remedy_sitting_too_long, "Get up for about five minutes; a flight of stairs will do."},
    {TextKey::remedy_bent_forward,
     "Move the chair closer to the desk and raise the screen until its top edge is at eye level."},
    {TextKey::remedy_static_too_long, "Change your position: lean back, sit up or stand for a moment."},
    {TextKey::remedy_unsupported_upright,
     "Lean back for a while; where the backrest misses your low back, put a cushion there."},
    {TextKey::remedy_asymmetric,
     "Shift your weight to the other side and check whether an armrest or a wallet tilts you."},
    // 15 s and clearly less load: the weight shift of WiSAT (Ahad 2021).
    {TextKey::remedy_sitting_too_long_wheelchair,
     "Take a break from the task and take the weight off: lean well forward or far to each side for 15 seconds or "
     "longer, as far as your balance allows."},
    {TextKey::remedy_static_too_long_wheelchair,
     "Shift your weight: lean forward or to one side until the seat is clearly unloaded, and stay for 15 seconds or "
     "longer."},
    {TextKey::remedy_asymmetric_wheelchair,
     "Shift your weight to the other side and check whether an armrest or the cushion tilts you."},

    {TextKey::back_extension_name, "Back extension"},
    {TextKey::back_extension_dose, "10 to 20 times, about a second at the end of each"},
    {TextKey::back_extension_steps,
     "Put your hands behind your head.\n"
     "Lift your chest and arch over the backrest.\n"
     "Stay for about a second, then come back."},
    {TextKey::back_extension_precaution, "Keep your head level and the movement gentle."},
    {TextKey::mid_back_rotation_name, "Mid-back rotation"},
    {TextKey::mid_back_rotation_dose, "10 to 20 times to each side"},
    {TextKey::mid_back_rotation_steps,
     "Cross your arms on your chest; hands behind the head make it stronger.\n"
     "Turn your upper body to the left.\n"
     "Turn it to the right, and go on from side to side."},
    {TextKey::mid_back_rotation_precaution,
     "Without swing and never into pain; let your arms hang if your shoulders are sore."},
    {TextKey::side_bend_name, "Side bend"},
    {TextKey::side_bend_dose, "10 seconds on each side, 5 to 10 rounds"},
    {TextKey::side_bend_steps,
     "Raise one arm over your head and let the other shoulder sink.\n"
     "Curve your spine towards the sinking shoulder and hold for 10 seconds.\n"
     "Come back and swap sides."},
    {TextKey::side_bend_precaution, "Bend the spine, not the hips."},
    {TextKey::side_bend_precaution_armrests,
     "Bend the spine, not the hips; if armrests are in the way, stand up for it."},
    {TextKey::side_bend_precaution_armrests_wheelchair,
     "Bend the spine, not the hips; leave it out if armrests are in the way."},
    {TextKey::curl_down_name, "Standing curl-down"},
    {TextKey::curl_down_dose, "3 to 5 times, slowly"},
    {TextKey::curl_down_steps,
     "Stand with your feet hip-wide and your knees soft, the tummy lightly tense.\n"
     "Bring your chin to your chest and roll down from the top.\n"
     "Breathe in and out slowly.\n"
     "Roll up again just as slowly."},
    {TextKey::curl_down_precaution, "Only as far as it is comfortable; folded arms make the pull stronger."},
    {TextKey::arm_opener_name, "Arm opener"},
    {TextKey::arm_opener_dose, "3 to 5 times on each side"},
    {TextKey::arm_opener_steps,
     "Lie on your side with a cushion under your head, hips and knees at right angles, arms ahead at shoulder height.\n"
     "Lift the upper arm over and let it sink behind you; your head follows.\n"
     "Take a breath and bring the arm back."},
    {TextKey::arm_opener_precaution,
     "A strong stretch: let gravity do the work, keep the hips stacked, and leave it out while your upper back is very "
     "sore."},
    {TextKey::band_rows_name, "Band rows"},
    {TextKey::band_rows_dose, "3 rounds of 10 to 15, a minute of rest between them"},
    {TextKey::band_rows_steps,
     "Fix a band at hip height and sit or stand so that it is tight already.\n"
     "Make yourself tall and pull until your elbows pass your sides, shoulder blades together.\n"
     "Return slowly."},
    {TextKey::band_rows_precaution, "Keep the back straight and move the shoulder blades, not only the arms."},
    {TextKey::prone_salute_name, "Prone salute"},
    {TextKey::prone_salute_dose, "hold 5 to 10 seconds, rest as long, 10 times"},
    {TextKey::prone_salute_steps,
     "Lie on your front, forehead and palms down, the tummy lightly tense.\n"
     "Lift head and shoulders with the back and hold.\n"
     "Come down and rest for as long.\n"
     "When that has become easy: hands under the forehead, later one arm ahead, then both."},
    {TextKey::prone_salute_precaution,
     "Do not push with the arms or strain for height; a pillow under the tummy helps a sensitive low back."},

    {TextKey::hint_desk,
     "This keeps coming back. Do the armrests stop the chair at the edge of the desk? Lower them or take them off, so "
     "that you sit close enough."},
    {TextKey::hint_screen,
     "This keeps coming back. Raise the screen until its top edge is at the height of your eyes."},
    {TextKey::hint_surface, "This keeps coming back. What you bend over lies too low: bring it up towards you."},
    {TextKey::hint_cushion,
     "This keeps coming back. Put a cushion behind your low back, where the backrest does not reach it."},
    {TextKey::hint_reach,
     "This keeps coming back. Put what you need now and then, such as phone or water, where you have to move for it."},
    {TextKey::hint_breaks,
     "This keeps coming back. Tie breaks to something that happens anyway; on days without any, exercise before or "
     "after work."},
    {TextKey::hint_level,
     "This keeps coming back. Are both armrests at one height, and screen and keyboard straight ahead of you?"},

    {TextKey::calibration_idle, "No calibration is running."},
    {TextKey::calibration_leave_chair, "Get up and take everything off the chair, then go on."},
    {TextKey::calibration_measuring_empty, "Leave the chair empty for {seconds} seconds."},
    {TextKey::calibration_sit_supported,
     "Sit down, all the way back, and lean on the backrest as is comfortable, then go on."},
    {TextKey::calibration_measuring_supported, "Stay like this, leaning back, for {seconds} seconds."},
    {TextKey::calibration_sit_upright,
     "The calibration is in use. To have bending forward told from the first minute, sit upright with the back free "
     "and go on; or cancel, and keep what was measured."},
    {TextKey::calibration_measuring_upright, "Stay upright, the back free, for {seconds} seconds."},
    {TextKey::calibration_bend_forward,
     "Upright sitting is known. To see whether bending is told from it, put the elbows on the knees and go on; or "
     "cancel, and keep what was measured."},
    {TextKey::calibration_measuring_forward, "Stay bent forward for {seconds} seconds."},
    {TextKey::calibration_again, "That did not work: {reason}. Once more:"},
    {TextKey::calibration_done, "Done: the chair knows how you sit supported."},
    {TextKey::calibration_done_upright, "Done: the chair knows how you sit supported and upright."},
    {TextKey::calibration_done_forward,
     "Done: the chair knows how you sit, and tells bending forward from sitting upright."},
    {TextKey::calibration_failed, "The calibration failed: {reason}"},

    {TextKey::plan_title, "Plan for {date}"},
    {TextKey::plan_stretches, "Stretches"},
    {TextKey::plan_strength, "Strength"},
    {TextKey::plan_rest_day, "a day of rest; strength comes every other day"},
    {TextKey::plan_done_today, "done today"},
    {TextKey::plan_now, "Right now"},
    {TextKey::plan_nothing_left, "Everything that would fit is retired. Walk a little instead, or take one back."},
    {TextKey::plan_answers, "Your answers"},
    {TextKey::plan_retired, "Retired because it hurt"},
    {TextKey::answer_done, "done"},
    {TextKey::answer_skip, "not now"},
    {TextKey::answer_hurts, "hurts"},

    {TextKey::goals_title, "{chair}: how you sit and move"},
    {TextKey::goals_today, "today"},
    {TextKey::goals_week, "last 7 days"},
    {TextKey::goals_usual, "weeks before"},
    {TextKey::goals_shifts, "Posture shifts an hour"},
    {TextKey::goals_still, "Longest time still, min"},
    {TextKey::goals_breaks, "Breaks a day"},
    {TextKey::goals_supported, "Back supported, %"},
    {TextKey::goals_sitting, "Sitting a day, h"},
    {TextKey::goals_no_change, "no change"},
    {TextKey::goals_more, "more than before"},
    {TextKey::goals_less, "less than before"},
    {TextKey::goals_not_enough_days, "not enough days yet"},
    {TextKey::goals_nothing_yet, "Nobody has sat here for an hour yet."},
    {TextKey::goals_below, "{value} posture shifts an hour so far; {floor} is the first goal."},
    {TextKey::goals_floor_reached, "{value} posture shifts an hour: {floor} is reached, {goal} is the next goal."},
    {TextKey::goals_goal_reached, "{value} posture shifts an hour: the goal of {goal} is reached."},
    {TextKey::goals_why, "In a study of 60 people, 20 to 30 shifts an hour felt better in the back than 10."},

    {TextKey::leaves_to_broker, "Posture, sitting times, alerts and settings go to the broker at {broker}."},
    {TextKey::leaves_to_home_assistant, "A Home Assistant at this broker shows and keeps them."},
    {TextKey::leaves_raw, "The pads' raw counts go there too, every {seconds} s."},
    {TextKey::leaves_to_network, "This page can be reached from the network, with the password."},
    {TextKey::leaves_nothing, "Nothing: no broker is configured, and the page answers this machine only."},

    {TextKey::start_gently, "Begin gently and listen to your back; moving in and out beats holding hard."},
    {TextKey::red_flags,
     "Stop if pain gets worse. See a doctor about pain after a fall, numbness, weakness, fever, chest pain, or pain "
     "that does not settle."},
    {TextKey::not_a_medical_device, "Not a medical device: chairhub is about comfort, movement and sitting habits."},
    {TextKey::exercise_credit, "Exercises adapted, in our own words, from a public article by a physiotherapist."},
});

}  // namespace

const TextTable& texts_in_english() {
  return english;
}

}  // namespace chairhub
