// The detector's part that outlasts a sitting: zeros that drift, a calibration
// that may not fit any more, people who take turns.

#include "hub/core/detector.h"

#include "hub/core/units.h"

namespace chairhub {

void Detector::tend(const Judgement& judgement, const Sample& sample) {
  const Thresholds& thresholds = settings_.thresholds;
  const std::size_t told = observation_.events.size();
  const auto zeros = zeros_.update(sample, judgement.posture == Posture::empty, recognition_.pads(),
                                   recognition_.calibration(), thresholds, observation_.events);
  for (const auto& [pad, zero] : zeros) recognition_.move_zero(pad, zero);
  // Only what is worth telling is worth a write.
  if (observation_.events.size() > told) observation_.calibration_changed = true;

  BaselineWatch::Now now;
  now.at = sample.at;
  now.elapsed = sample.elapsed;
  now.occupied = judgement.occupied;
  // A seat without a backrest knows one way to sit only.
  const bool sits_so = chair_.has_backrest() ? judgement.posture == Posture::supported : judgement.occupied;
  now.like_baseline = sits_so && sample.at.steady - sat_down_ >= seconds(thresholds.settle_after_sit_s);
  if (!judgement.occupied) {
    profile_watch_.begin_anew();
  } else if (now.like_baseline) {
    auto suggested = profile_watch_.add(recognition_.loads(), sample.at, sample.elapsed, profiles_,
                                        recognition_.calibration(), thresholds);
    // What is in doubt anyway, such as with a coat over the backrest, tells nobody apart.
    if (suggested && observation_.doubt.empty()) observation_.events.emplace_back(std::move(*suggested));
  }
  now.stranger = profile_watch_.stranger();
  baseline_watch_.update(now, recognition_.loads(), recognition_.calibration(), zeros_, thresholds,
                         observation_.events);
  observation_.doubt = baseline_watch_.doubt();
}

void Detector::zone_changed() {
  day_begin_ = local_time_.midnight_before(observation_.at.wall);
  day_end_ = local_time_.midnight_after(observation_.at.wall);
  sittings_.move_day(observation_.at.wall);
}

void Detector::begin_profile() {
  observation_.profile = profiles_.in_use();
  profile_watch_.begin_anew();
  baseline_watch_.change_person();
}

Result<void> Detector::select_profile(const std::string& name, Moment now) {
  auto calibration = profiles_.select(name, recognition_.calibration());
  if (!calibration) return tl::unexpected(calibration.error());
  settings_.profile = name;
  // What is being measured was begun for somebody else.
  steps_.cancel();
  tare_.reset();
  recognition_.use(std::move(*calibration));
  begin_profile();
  exposure_.restart();
  movement_.restart(now.steady);
  weight_shifts_.restart(now.steady);
  return {};
}

void Detector::take_over(Calibration calibration) {
  recognition_.use(std::move(calibration));
  profiles_.keep(recognition_.calibration());
  zeros_.forget();
  baseline_watch_.take_zeros();
  observation_.calibration_changed = true;
}

std::optional<Shifted> Detector::shift(const Judgement& judgement, Moment at, Millis elapsed) {
  if (profile().kind == ProfileKind::wheelchair)
    return weight_shifts_.update(recognition_.loads(), at, elapsed, settings_.thresholds);
  return movement_.update(judgement.balance, judgement.supported, at, settings_.thresholds);
}

void Detector::measure_movement(Moment at) {
  const bool by_weight = profile().kind == ProfileKind::wheelchair;
  const Millis still = by_weight ? weight_shifts_.still_for(at.steady) : movement_.still_for(at.steady);
  SittingTimes& times = observation_.times;
  times.still = observation_.occupied ? still : Millis{0};
  times.shifts_per_hour = static_cast<double>(by_weight ? weight_shifts_.shifts_in_last_hour(at.steady)
                                                        : movement_.shifts_in_last_hour(at.steady));
}

}  // namespace chairhub
