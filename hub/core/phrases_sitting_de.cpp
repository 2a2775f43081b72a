#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// What the detection, the calibration and the profiles say of how somebody sits.
constexpr std::array phrases_sitting{
    PageText{"the back carries {1} % of what it does when supported",
             "die Lehne trägt {1} % von dem, was sie angelehnt trägt"},
    PageText{"the back carries {1} % of the load", "die Lehne trägt {1} % der Last"},
    PageText{"the back is loaded, the seat's rear carries {1} % of what it does when supported",
             "die Lehne ist belastet, hinten trägt der Sitz {1} % von dem, was er angelehnt trägt"},
    PageText{"support cannot be told: no load of the backrest to compare with",
             "ob du angelehnt bist, lässt sich nicht sagen: es fehlt eine Last der Lehne zum Vergleich"},
    PageText{"support cannot be told without a backrest", "ob du angelehnt bist, lässt sich ohne Lehne nicht sagen"},
    PageText{"{1}; the seat's rear no less than in your upright sitting",
             "{1}; hinten trägt der Sitz nicht weniger, als wenn du aufrecht sitzt"},
    PageText{"{1}; the seat's rear {2} % of what it does {3}",
             "{1}; hinten trägt der Sitz {2} % von dem, was er {3} trägt"},
    PageText{"in your upright sitting", "bei deinem aufrechten Sitzen"},
    PageText{"when supported", "angelehnt"},
    PageText{"no pad of the seat can be believed", "keinem Sensor des Sitzes ist zu trauen"},
    PageText{"{1} % of the load when sitting supported", "{1} % der Last, mit der du angelehnt sitzt"},
    PageText{"the load of {1} pads", "die Last von {1} Sensoren"},
    PageText{"something light or still: {1}", "etwas Leichtes oder Stilles: {1}"},
    PageText{"does not answer", "antwortet nicht"},
    PageText{"its wire is open: the resistor at its far end cannot be seen",
             "sein Kabel ist unterbrochen: der Widerstand am Ende ist nicht zu sehen"},
    PageText{"reads the supply itself: a short circuit in the pad or its cable",
             "zeigt die Versorgung selbst: ein Kurzschluss im Sensor oder im Kabel"},
    PageText{"is beyond what its converter can measure: a loose wire, or too much gain",
             "liegt über dem, was sein Wandler messen kann: ein loses Kabel oder zu viel Verstärkung"},
    PageText{"reads below ground: its ground wire or its supply is loose",
             "zeigt weniger als Masse: Masse oder Versorgung ist lose"},
    PageText{"reads exactly what another channel of its chip reads",
             "zeigt genau das, was ein anderer Kanal seines Chips zeigt"},
    PageText{"reads {1} as if empty, though this person loads it", "zeigt {1} wie leer, obwohl du ihn sonst belastest"},
    PageText{"has stayed unloaded at {1} through {2} sittings", "ist {2} Sitzzeiten lang unbelastet bei {1} geblieben"},
    PageText{"has stayed at {1} through {2} sittings", "ist {2} Sitzzeiten lang bei {1} geblieben"},
    PageText{"reads {1} while somebody sits; its range ends at {2}",
             "zeigt {1}, während jemand sitzt; sein Bereich endet bei {2}"},
    PageText{"jumps by {1} % of its range every half second while the others are still",
             "springt jede halbe Sekunde um {1} % seines Bereichs, während die anderen stillhalten"},
    PageText{"the calibration is {1} days old; calibrate anew", "die Kalibrierung ist {1} Tage alt; kalibriere neu"},
    PageText{"pad {1} reads {2} % of its span more than when the empty chair was calibrated; calibrate anew",
             "der Sensor {1} zeigt {2} % seiner Spanne mehr als beim Kalibrieren des leeren Stuhls; kalibriere neu"},
    PageText{
        "{1} carries {2} % of its load with nobody there; take off what is on it, or calibrate anew",
        "{1} trägt {2} % der üblichen Last, obwohl niemand da ist; nimm herunter, was dort liegt, oder kalibriere neu"},
    PageText{"the backrest", "die Lehne"},
    PageText{"the seat", "der Sitz"},
    PageText{"through {1} sittings {2} % of the load has lain elsewhere than when calibrated, and all of it is {3} % "
             "of what it was, as with a cushion added; calibrate anew",
             "seit {1} Sitzzeiten liegen {2} % der Last woanders als beim Kalibrieren, und insgesamt sind es {3} % von "
             "damals, wie mit einem neuen Kissen; kalibriere neu"},
    PageText{"the load is {1} % of the calibrated one and {2} % of it lies elsewhere",
             "die Last beträgt {1} % der kalibrierten, und {2} % davon liegen woanders"},
    PageText{"this looks like {1}, not {2}: {3}", "das sieht nach {1} aus, nicht nach {2}: {3}"},
    PageText{"this looks like somebody else than {1}: {2}", "das sieht nach jemand anderem als {1} aus: {2}"},
    PageText{"That did not work: {1}. Once more: {2}", "Das hat nicht geklappt: {1}. Noch einmal: {2}"},
    PageText{"the empty chair was measured for less than two seconds",
             "der leere Stuhl wurde kürzer als zwei Sekunden gemessen"},
    PageText{"the seat was loaded while the empty chair was measured; it has to be empty",
             "der Sitz war belastet, während der leere Stuhl gemessen wurde; er muss leer sein"},
    PageText{"the person was measured for less than two seconds", "du wurdest kürzer als zwei Sekunden gemessen"},
    PageText{"nobody sat on the chair while the supported posture was measured",
             "niemand saß auf dem Stuhl, während das Anlehnen gemessen wurde"},
    PageText{"the load moved too much while the supported posture was measured; sit still and try again",
             "die Last hat sich beim Messen des Anlehnens zu sehr bewegt; sitz still und versuch es noch einmal"},
    PageText{"{1} needs the supported posture measured first", "{1}: vorher muss das Anlehnen gemessen sein"},
    PageText{"{1} was measured for less than two seconds", "{1}: das wurde kürzer als zwei Sekunden gemessen"},
    PageText{"{1} cannot be told from supported: no load of the backrest to compare with",
             "{1} lässt sich nicht vom Anlehnen unterscheiden: es fehlt eine Last der Lehne zum Vergleich"},
    PageText{"nobody sat on the chair while {1} was measured", "{1}: beim Messen saß niemand auf dem Stuhl"},
    PageText{"the back was on the backrest while {1} was measured; it has to be free",
             "{1}: der Rücken lag beim Messen an der Lehne; er muss frei sein"},
    PageText{"upright sitting", "aufrechtes Sitzen"},
    PageText{"bending forward", "Vorbeugen"},
    PageText{"bending forward needs upright sitting measured first",
             "vor dem Vorbeugen muss das aufrechte Sitzen gemessen sein"},
    PageText{"bending forward left {1} % of the upright load on the seat's rear, too much to be told from sitting "
             "upright; bend further, or go without this step",
             "beim Vorbeugen blieben hinten {1} % der aufrechten Last auf dem Sitz, zu viel zum Unterscheiden; beug "
             "dich weiter vor oder lass diesen Schritt weg"},
};

}  // namespace

std::span<const PageText> phrases_sitting_de() {
  return phrases_sitting;
}

}  // namespace chairhub
