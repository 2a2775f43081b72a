#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// Chair.
constexpr std::array words_chair_de{
    PageText{"chair.title", "Stuhl"},
    PageText{"chair.kit", "Aufbau"},
    PageText{"chair.driver", "Treiber"},
    PageText{"chair.rate", "{n} Messungen je Sekunde"},
    PageText{"chair.dropped", "{n} Messungen gingen seit dem Start verloren"},
    PageText{"chair.pads", "Sensoren"},
    PageText{"chair.pad", "Sensor"},
    PageText{"chair.where", "Ort"},
    PageText{"chair.now", "jetzt"},
    PageText{"chair.counts", "Messwert"},
    PageText{"chair.status", "Zustand"},
    PageText{"chair.since", "seit {time}"},
    PageText{"chair.noise", "Rauschen"},
    PageText{"chair.drift", "Drift"},
    PageText{"chair.zero", "Nullpunkt"},
    PageText{"chair.all_ok", "Allen Sensoren ist zu trauen."},
    PageText{"chair.some_not_ok", "{n} von {all} Sensoren bleiben außen vor."},
    PageText{"chair.times", "seit dem Start außen vor: {n}×"},
    PageText{"chair.explain_drift",
             "Drift: wie weit der Nullpunkt seit der Kalibrierung gewandert ist, als Teil der Spanne; ab 10 % ist die "
             "Kalibrierung fraglich."},
    PageText{"chair.tare", "Den leeren Stuhl als Null nehmen"},
    PageText{"chair.tare_why", "Während niemand sitzt und nichts darauf liegt."},
    PageText{"chair.calibration", "Kalibrierung"},
    PageText{
        "chair.calibration_why",
        "Etwa eine Minute: erst der leere Stuhl, dann du angelehnt. Danach wird nach deinem eigenen Sitzen beurteilt."},
    PageText{"chair.calibrate_start", "Starten"},
    PageText{"chair.calibrate_next", "Weiter"},
    PageText{"chair.calibrate_cancel", "Abbrechen"},
    PageText{"chair.calibrate_keep", "Gemessenes behalten"},
    PageText{"chair.calibrate_again", "Noch einmal"},
    PageText{"chair.calibrate_step", "Schritt {n} von {all}"},
    PageText{"chair.calibrate_optional", "freiwillig"},
    PageText{"chair.progress", "{n} % gemessen"},
    PageText{"chair.total_now", "ganze Last jetzt"},
    PageText{"chair.profiles", "Personen"},
    PageText{"chair.profiles_why", "Eine Kalibrierung passt zu einer Person; die Nullpunkte gehören zum Stuhl."},
    PageText{"chair.profile_in_use", "in Gebrauch"},
    PageText{"chair.profile_use", "Nehmen"},
    PageText{"chair.profile_calibrated", "kalibriert am {date}"},
    PageText{"chair.profile_not_calibrated", "nicht kalibriert"},
    PageText{"chair.recording", "Rohwerte aufzeichnen"},
    PageText{"chair.recording_why",
             "Eine CSV-Datei mit jedem Messwert, um einem Sensor nachzugehen oder für eine Fehlermeldung. Sie bleibt "
             "auf dem Hub."},
    PageText{"chair.recording_off", "Das Aufzeichnen ist in der Konfiguration nicht eingerichtet."},
    PageText{"chair.recording_seconds", "Sekunden"},
    PageText{"chair.recording_start", "Aufzeichnen"},
    PageText{"chair.recording_stop", "Beenden"},
    PageText{"chair.recording_running", "Aufzeichnung seit {time}: bisher {rows} Messungen."},
    PageText{"chair.recording_done", "{rows} Messungen in {file}."},
    PageText{"chair.recording_get", "Herunterladen"},
    PageText{"chair.doctor", "Der Doktor"},
    PageText{"chair.doctor_why",
             "Schaut nach Bussen, Rechten, Broker, Uhr und Platte, ändert nichts und sagt, was zu tun ist."},
    PageText{"chair.doctor_start", "Nachsehen"},
    PageText{"chair.doctor_running", "Schaut nach…"},
    PageText{"chair.doctor_at", "nachgesehen um {time}"},
    PageText{"chair.doctor_none", "Seit dem Start des Hubs hat er nicht nachgesehen."},
    PageText{"chair.doctor_ok", "In Ordnung: {n}"},
    PageText{"chair.doctor_cure", "Was zu tun ist"},
};

}  // namespace

std::span<const PageText> page_chair_de() {
  return words_chair_de;
}

}  // namespace chairhub
