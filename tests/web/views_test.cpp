// What the page is given is what the document says, and says what the numbers mean.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/web/action_json.h"
#include "hub/web/chair_json.h"
#include "hub/web/coach_json.h"
#include "hub/web/day_json.h"
#include "hub/web/now_json.h"
#include "hub/web/pads_json.h"
#include "hub/web/texts_json.h"
#include "tests/web/schema.h"

namespace chairhub::views_test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Json = nlohmann::json;

constexpr WallTime noon{Millis(1'772'452'800'000)};

Chair small_chair() {
  return {"desk",
          "Desk",
          {{"left", Zone::seat, -1, 0.5, {}}, {"right", Zone::seat, 1, 0.5, {}}, {"back", Zone::back, 0, 0.5, {}}},
          true};
}

LoggedAlert alert() {
  LoggedAlert alert;
  alert.id = 7;
  alert.cause = Cause::bent_forward;
  alert.raised = noon;
  alert.since = noon - Minutes(6);
  alert.minutes = 6;
  alert.evidence = {{"forward_warn_min", 6, 5}, {"back_share", 0.03, std::nullopt}};
  alert.also_due = {Cause::static_too_long};
  alert.exercise_id = "side_bend";
  alert.exercise_how = "Bend.\nBack.";
  return alert;
}

TEST(NowView, SaysHowSomebodySits) {
  Observation seen;
  seen.posture = Posture::bent_forward;
  seen.occupied = true;
  seen.next_due = NextDue{Cause::sitting_too_long, Seconds(61)};
  const std::vector<LoggedAnswer> answers = {{"side_bend", ExerciseAnswer::done, noon + Minutes(2)}};
  const Json now =
      Json::parse(now_json({seen, Settings{}, Exposure{}, noon, true, 3, alert(), answers, "left: reads nothing"}));
  EXPECT_THAT(misfits(now, "Now"), IsEmpty());
  EXPECT_EQ(now["posture"], "bent_forward");
  EXPECT_EQ(now["next_due"]["in_s"], 65);
  EXPECT_EQ(now["causes"].size(), cause_count);
  EXPECT_EQ(now["alert"]["answer"], "done");
  EXPECT_EQ(now["alert"]["exercise"]["steps"], Json({"Bend.", "Back."}));
}

TEST(NowView, MakesNothingUpWithoutFramesOrWhilePaused) {
  Observation seen;
  seen.posture = Posture::supported;
  const Json silent = Json::parse(now_json({seen, Settings{}, Exposure{}, noon, false, 0, {}, {}, ""}));
  EXPECT_THAT(misfits(silent, "Now"), IsEmpty());
  EXPECT_EQ(silent["posture"], "unknown");
  EXPECT_EQ(silent["posture_since_ms"], nullptr);
}

TEST(NowView, IsTheSameAsLongAsNothingHappensButTime) {
  const auto at = [](WallTime t) { return now_json({Observation{}, Settings{}, Exposure{}, t, true, 0, {}, {}, ""}); };
  EXPECT_EQ(without_moment(at(noon)), without_moment(at(noon + Seconds(1))));
}

TEST(PadsView, ShowsTheMiddleOfTheLoad) {
  const Chair chair = small_chair();
  const std::vector<PadReport> well(3);
  Frame frame;
  frame.pad_count = 3;
  frame.pads = {PadReading{1000, Signal::ok}, PadReading{3000, Signal::ok}, PadReading{0, Signal::missing}};
  const Json pads = Json::parse(pads_json({chair, uncalibrated(chair), well, frame, 0.2}));
  EXPECT_THAT(misfits(pads, "Pads"), IsEmpty());
  EXPECT_EQ(pads["centre"], Json({0.5, 0.5}));
  EXPECT_EQ(pads["load"][2], nullptr);
  EXPECT_EQ(pads["counts"][2], nullptr);
}

TEST(PadsView, HasNoMiddleWhereThereIsNoLoad) {
  const Chair chair = small_chair();
  const Json pads = Json::parse(pads_json({chair, uncalibrated(chair), {}, Frame{}, 0.2}));
  EXPECT_THAT(misfits(pads, "Pads"), IsEmpty());
  EXPECT_EQ(pads["centre"], nullptr);
  EXPECT_EQ(pads["left_right"], nullptr);
}

TEST(PadHealthView, SaysWhyAPadIsNotBelieved) {
  const Chair chair = small_chair();
  std::vector<PadReport> reports(3);
  reports[1] = {PadStatus::stuck, "stays at 2000", 1, {SteadyTime{}, noon}};
  const std::vector<NamedCount> radio = {{"taken", 3}};
  const Json health = Json::parse(pad_health_json({chair, uncalibrated(chair), reports, 4, radio}));
  EXPECT_THAT(misfits(health, "PadHealth"), IsEmpty());
  EXPECT_EQ(health["pads"][1]["status"], "stuck");
  EXPECT_EQ(health["radio"]["taken"], 3);
}

TEST(ChairView, ShowsLayoutThresholdsAndHub) {
  const Chair chair = small_chair();
  const std::vector<ProfileStart> profiles(1);
  EXPECT_THAT(misfits(Json::parse(chair_json({chair, "a kit", "simulated", true, 10, profiles})), "Chair"), IsEmpty());
  Thresholds changed;
  changed.static_warn_min = 20;
  const Json rows = Json::parse(thresholds_json(changed, Thresholds{}));
  EXPECT_THAT(misfits_of_answer(rows, "get", "/api/chairs/{chair}/thresholds"), IsEmpty());
  EXPECT_EQ(rows.size(), threshold_table().size());
  HubView hub;
  hub.privacy_tier = "nothing";
  hub.discovery = "off";
  hub.started = noon;
  EXPECT_THAT(misfits(Json::parse(hub_json(hub)), "Hub"), IsEmpty());
}

DayView busy_day() {
  DayView view;
  view.date = "2026-03-02";
  view.range = {noon - std::chrono::hours(12), noon + std::chrono::hours(12)};
  view.now = noon + std::chrono::hours(1);
  view.spans = {{{Posture::supported, noon, noon + Minutes(30), true, "the back carries half"}}, Seconds{0}};
  view.sittings = {{noon, noon + Minutes(30), true, 3}};
  view.alerts = {alert()};
  view.holds = {{Cause::bent_forward, Held::meeting, noon, noon + Minutes(1), false, 6, 5}};
  view.events = {{"desk", noon - Minutes(9), NoteKind::taken_break, "", "", Minutes(8)},
                 {"", noon, NoteKind::hub, "", "well", std::nullopt}};
  view.totals.sitting = Minutes(30);
  view.totals.shifts = 3;
  return view;
}

TEST(DayView, HasWhatHappenedThatDay) {
  const Json day = Json::parse(day_json(busy_day()));
  EXPECT_THAT(misfits(day, "Day"), IsEmpty());
  EXPECT_EQ(day["is_today"], true);
  EXPECT_EQ(day["breaks"].size(), 1U);
  EXPECT_EQ(day["events"].size(), 1U);
  EXPECT_EQ(day["totals"]["shifts_per_hour"], 6);
  EXPECT_EQ(day["first_ms"], (noon - Minutes(9)).time_since_epoch().count());
}

TEST(DayView, IsEmptyForADayWithoutAnything) {
  const Json day = Json::parse(day_json({}));
  EXPECT_THAT(misfits(day, "Day"), IsEmpty());
  EXPECT_EQ(day["first_ms"], nullptr);
}

TEST(DaysView, DoNotKnowTheLongestStretchWhereMinutesAreGone) {
  Totals old;
  old.sitting = std::chrono::hours(6);
  const Json days = Json::parse(days_json({{"2025-03-02", old}, {"2025-03-03", {}}}));
  EXPECT_THAT(misfits(days, "Days"), IsEmpty());
  EXPECT_EQ(days["days"][0]["longest_still_min"], nullptr);
  EXPECT_EQ(days["days"][1]["longest_still_min"], 0);
}

TEST(MinutesView, LeavesAGapWhereNobodySat) {
  Minute minute;
  minute.start = noon;
  minute.seconds[static_cast<std::size_t>(Posture::slumped)] = 40;
  Minute later = minute;
  later.start = noon + Minutes(10);
  const Json series = Json::parse(minutes_json({noon, noon + Minutes(20)}, Minutes(1), {minute, later}));
  EXPECT_THAT(misfits(series, "MinuteSeries"), IsEmpty());
  EXPECT_EQ(series["at_ms"].size(), 3U);
  EXPECT_EQ(series["posture"], Json({"slumped", nullptr, "slumped"}));
  EXPECT_EQ(series["occupied_s"], Json({40, 0, 40}));
}

TEST(AlertsView, SaysWhereTheNextPageBegins) {
  const Json page = Json::parse(alerts_json({{alert()}, {}, true}));
  EXPECT_THAT(misfits(page, "AlertPage"), IsEmpty());
  EXPECT_EQ(page["next_before_id"], 7);
  EXPECT_EQ(Json::parse(alerts_json({}))["next_before_id"], nullptr);
}

TEST(TrendsView, ComparesWithEarlierWeeks) {
  std::vector<DaySummary> days(days_of_use);
  for (DaySummary& day : days) day = {std::chrono::hours(5), {}, {}, 60, Minutes(20), 4};
  const Json trends = Json::parse(trends_json({goals_of(days, 10), 10, Language::german}));
  EXPECT_THAT(misfits(trends, "Trends"), IsEmpty());
  EXPECT_EQ(trends["measures"][0]["change"], "no_change");
}

TEST(CoachView, OffersWhatFits) {
  const CoachResume memory{{}, {{"side_bend", ExerciseAnswer::hurts, noon}, {"gone", ExerciseAnswer::done, noon}}};
  const Exerciser who{ProfileKind::standard, std::nullopt, {"side_bend"}};
  const Json coach = Json::parse(coach_json({memory, who, true, advice_now(memory, who, true, noon, Language::english),
                                             plan_for(noon, FixedOffset(), memory, who), Language::english}));
  EXPECT_THAT(misfits(coach, "Coach"), IsEmpty());
  EXPECT_EQ(coach["retired"][0]["id"], "side_bend");
  EXPECT_EQ(coach["answers"][0]["name"], "gone");
}

TEST(TextsView, HasEveryWordOfThePage) {
  for (const Language language : all_languages)
    EXPECT_THAT(misfits_of_answer(Json::parse(texts_json(language)), "get", "/api/texts/{name}"), IsEmpty());
}

TEST(ActionViews, SayHowFarThingsAre) {
  EXPECT_THAT(misfits(Json::parse(recording_json({})), "Recording"), IsEmpty());
  EXPECT_THAT(misfits(Json::parse(recording_json({true, noon, Seconds(60), 3, "desk.csv", "full"})), "Recording"),
              IsEmpty());
  EXPECT_THAT(misfits(Json::parse(doctor_json(DoctorView{false, noon, {{"note", "hub.running", "", "it runs", ""}}})),
                      "Doctor"),
              IsEmpty());
}

TEST(ActionBodies, AreRefusedInASentence) {
  EXPECT_EQ(recording_length_from(R"({"seconds": 60})").value(), Seconds(60));
  for (const char* body : {"", "60", "{}", R"({"seconds": 0})", R"({"seconds": 3601})", R"({"seconds": "60"})"})
    EXPECT_THAT(recording_length_from(body).error().message, HasSubstr("body: ")) << body;
  EXPECT_TRUE(forget_request_from(R"({"confirm": "desk"})", "desk"));
  EXPECT_EQ(forget_request_from(R"({"from_ms": 5, "confirm": "desk"})", "desk")->from, WallTime(Millis(5)));
  for (const char* body : {R"({})", R"({"confirm": "sofa"})", R"({"confirm": "desk", "from_ms": -1})",
                           R"({"confirm": "desk", "from_ms": 9, "to_ms": 9})", R"({"confirm": "desk", "all": true})"})
    EXPECT_THAT(forget_request_from(body, "desk").error().message, HasSubstr("body: ")) << body;
}

}  // namespace chairhub::views_test
