#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// Chair.
constexpr std::array words_chair_en{
    PageText{"chair.title", "Chair"},
    PageText{"chair.kit", "Kit"},
    PageText{"chair.driver", "driver"},
    PageText{"chair.rate", "{n} readings a second"},
    PageText{"chair.dropped", "{n} frames were lost since the start"},
    PageText{"chair.pads", "Pads"},
    PageText{"chair.pad", "pad"},
    PageText{"chair.where", "where"},
    PageText{"chair.now", "now"},
    PageText{"chair.counts", "reading"},
    PageText{"chair.status", "status"},
    PageText{"chair.since", "since {time}"},
    PageText{"chair.noise", "noise"},
    PageText{"chair.drift", "drift"},
    PageText{"chair.zero", "zero"},
    PageText{"chair.all_ok", "All pads are believed."},
    PageText{"chair.some_not_ok", "{n} of {all} pads are left out."},
    PageText{"chair.times", "left out since the start: {n}×"},
    PageText{"chair.explain_drift",
             "Drift: how far the zero has moved since the calibration, as a part of the pad's span; 10 % puts the "
             "calibration in doubt."},
    PageText{"chair.tare", "Take the empty chair as zero"},
    PageText{"chair.tare_why", "While nobody sits and nothing lies on it."},
    PageText{"chair.calibration", "Calibration"},
    PageText{"chair.calibration_why",
             "About a minute: first the empty chair, then you leaning back. Afterwards support and leaning are judged "
             "by how you sit."},
    PageText{"chair.calibrate_start", "Start"},
    PageText{"chair.calibrate_next", "Go on"},
    PageText{"chair.calibrate_cancel", "Cancel"},
    PageText{"chair.calibrate_keep", "Keep what was measured"},
    PageText{"chair.calibrate_again", "Once more"},
    PageText{"chair.calibrate_step", "Step {n} of {all}"},
    PageText{"chair.calibrate_optional", "optional"},
    PageText{"chair.progress", "{n} % measured"},
    PageText{"chair.total_now", "whole load now"},
    PageText{"chair.profiles", "People"},
    PageText{"chair.profiles_why", "One calibration fits one person; the zeros belong to the chair."},
    PageText{"chair.profile_in_use", "in use"},
    PageText{"chair.profile_use", "Use"},
    PageText{"chair.profile_calibrated", "calibrated {date}"},
    PageText{"chair.profile_not_calibrated", "not calibrated"},
    PageText{"chair.recording", "Record raw readings"},
    PageText{"chair.recording_why",
             "A CSV file of every reading, for looking into a pad or for a bug report. It stays on the hub."},
    PageText{"chair.recording_off", "Recording is not set up in the configuration."},
    PageText{"chair.recording_seconds", "Seconds"},
    PageText{"chair.recording_start", "Record"},
    PageText{"chair.recording_stop", "Stop"},
    PageText{"chair.recording_running", "Recording since {time}: {rows} readings so far."},
    PageText{"chair.recording_done", "{rows} readings in {file}."},
    PageText{"chair.recording_get", "Download"},
    PageText{"chair.doctor", "The doctor"},
    PageText{"chair.doctor_why",
             "Looks at buses, rights, broker, clock and disk, changes nothing, and says what to do."},
    PageText{"chair.doctor_start", "Have a look"},
    PageText{"chair.doctor_running", "Looking…"},
    PageText{"chair.doctor_at", "looked at {time}"},
    PageText{"chair.doctor_none", "It has not looked since the hub started."},
    PageText{"chair.doctor_ok", "Fine: {n}"},
    PageText{"chair.doctor_cure", "What to do"},
};

}  // namespace

std::span<const PageText> page_chair_en() {
  return words_chair_en;
}

}  // namespace chairhub
