#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// Where a threshold comes from. Studies keep their names.
constexpr std::array phrases_sources{
    PageText{"a median of five half seconds passes over a cough and delays a change by 1.5 s",
             "ein Median von fünf halben Sekunden übergeht ein Husten und verzögert einen Wechsel um 1,5 s"},
    PageText{"FSRs settle for about 30 s under a new load (Interlink data sheet: drift per decade of time)",
             "FSR setzen sich unter neuer Last etwa 30 s lang (Datenblatt von Interlink: Drift je Dekade der Zeit)"},
    PageText{"recordings of real chairs hold gaps of 7 to 16 s from lost buffers",
             "in Aufzeichnungen echter Stühle gibt es Lücken von 7 bis 16 s"},
    PageText{"between qppd (25 %), TU Berlin (50 %) and the 51 % of body weight that always rests on the seat",
             "zwischen qppd (25 %), TU Berlin (50 %) und den 51 % des Gewichts, die immer auf dem Sitz ruhen"},
    PageText{"leaning far forward can take 58 to 75 % of the load off the seat (force-plate chair, n=22)",
             "weit vorgebeugt können dem Sitz 58 bis 75 % der Last fehlen (Stuhl auf Kraftmessplatten, n=22)"},
    PageText{"20 kg on a load cell of 50 kg; recordings of three kits hold 1.1 pads and more",
             "20 kg auf einer Wägezelle für 50 kg; Aufzeichnungen dreier Bausätze zeigen 1,1 Sensoren und mehr"},
    PageText{"half of the above", "die Hälfte davon"},
    PageText{"a laptop bag weighs 3 to 8 kg, an adult puts 23 kg and more on a seat",
             "eine Laptoptasche wiegt 3 bis 8 kg, ein Erwachsener bringt 23 kg und mehr auf den Sitz"},
    PageText{
        "in recordings people's whole load changes by more than this in 29 to 98 of 100 half seconds",
        "in Aufzeichnungen ändert sich die Last von Menschen in 29 bis 98 von 100 halben Sekunden um mehr als das"},
    PageText{"people shift every 6 to 9 min (Linder-Ganz 2007), objects never do",
             "Menschen bewegen sich alle 6 bis 9 min (Linder-Ganz 2007), Gegenstände nie"},
    PageText{"no study gives a cut-off, so the person's own supported load is the measure",
             "keine Studie nennt eine Grenze, deshalb ist das eigene Anlehnen das Maß"},
    PageText{"bending moves the trunk's weight onto thighs and feet; two people in recordings: 0.74 to 0.92 and 0.84 "
             "to 0.90 tell it apart",
             "Vorbeugen bringt das Gewicht des Rumpfs auf Oberschenkel und Füße; zwei Personen in Aufzeichnungen: 0,74 "
             "bis 0,92 und 0,84 bis 0,90 unterscheiden es"},
    PageText{"inclining forward takes 10 to 12 % off the seat (Nag 2008), arms on knees or desk take more",
             "vorgeneigt fehlen dem Sitz 10 bis 12 % (Nag 2008), mit den Armen auf Knien oder Tisch mehr"},
    PageText{"without support the pelvis carries no less than with it; sitting down again changes that by up to 30 % "
             "in recordings",
             "ohne Lehne trägt das Becken nicht weniger als mit ihr; neues Hinsetzen ändert das in Aufzeichnungen um "
             "bis zu 30 %"},
    PageText{"recordings: no difference from 50 s to never", "Aufzeichnungen: kein Unterschied zwischen 50 s und nie"},
    PageText{"sitting bones slide off the rear pads; recordings of two people: 0.10 to 0.30 tell it apart",
             "die Sitzbeine rutschen von den hinteren Sensoren; Aufzeichnungen zweier Personen: 0,10 bis 0,30 "
             "unterscheiden es"},
    PageText{"recordings of two kits, with and without a calibration: 0.25 to 0.45 tell it apart",
             "Aufzeichnungen zweier Bausätze, mit und ohne Kalibrierung: 0,25 bis 0,45 unterscheiden es"},
    PageText{"Dorso: 0.7 of the entry", "Dorso: 0,7 des Eintritts"},
    PageText{"a lean of a few minutes has to stay one", "ein Neigen von ein paar Minuten soll eins bleiben"},
    PageText{"a stuck pad of a real chair reads 0.97 to 0.99, healthy pads of three kits at most 0.969",
             "ein klemmender Sensor eines echten Stuhls zeigt 0,97 bis 0,99, gesunde dreier Bausätze höchstens 0,969"},
    PageText{"sitting down moves every healthy pad that is loaded",
             "Hinsetzen bewegt jeden gesunden Sensor, der belastet wird"},
    PageText{"a healthy pad at the edge is touched in some of the postures only",
             "ein gesunder Sensor am Rand wird nur in manchen Haltungen berührt"},
    PageText{"a failing pad swept 0.91 of its range in a real calibration, the livest healthy one 0.54",
             "ein kranker Sensor überstrich beim Kalibrieren 0,91 seines Bereichs, der lebhafteste gesunde 0,54"},
    PageText{"real people settling on the chair: up to 0.17 of the mean",
             "Menschen, die sich zurechtsetzen: bis zu 0,17 des Mittels"},
    PageText{"Waongenngarm 2020 (n=40): 10 % of the left/right load; front/rear is our extension",
             "Waongenngarm 2020 (n=40): 10 % der Last links/rechts; vorn/hinten ist von uns"},
    PageText{"office workers slump within 20 min of sitting without support (Akkarakittichoke 2017); 2 min nags",
             "im Büro sinkt man ohne Lehne in 20 min zusammen (Akkarakittichoke 2017); nach 2 min wäre es Nörgelei"},
    PageText{"the bent spine creeps with a time constant of 9.4 min (McGill and Brown 1992): 41 % in 5 min",
             "die gebeugte Wirbelsäule gibt mit einer Zeitkonstante von 9,4 min nach (McGill und Brown 1992): 41 % in "
             "5 min"},
    PageText{"a low mover shifts every 12 min (Waongenngarm 2020); moving every 15 min spares the disc (Billy 2014)",
             "wer sich wenig bewegt, tut es alle 12 min (Waongenngarm 2020); alle 15 min schont die Bandscheibe (Billy "
             "2014)"},
    PageText{"HSE: a break after 50 to 60 min; Diaz 2026 (n=19342): 60 min is the best compromise",
             "HSE: eine Pause nach 50 bis 60 min; Diaz 2026 (n=19342): 60 min sind der beste Kompromiss"},
    PageText{"no study gives a cut-off", "keine Studie nennt eine Grenze"},
    PageText{"qppd and Smart-ChAIr: 20 %; TU Berlin: 8 and 14 %", "qppd und Smart-ChAIr: 20 %; TU Berlin: 8 und 14 %"},
    PageText{"half the stiffness is back after 2 min out of flexion (McGill and Brown 1992)",
             "nach 2 min ohne Beugung ist die halbe Steifigkeit zurück (McGill und Brown 1992)"},
    PageText{"HSE: 5 to 10 min; Toomingas 2012: 5 min each hour", "HSE: 5 bis 10 min; Toomingas 2012: 5 min je Stunde"},
    PageText{"relief of a 2 min walk lasts under 10 min (De Carvalho 2023)",
             "2 min Gehen erleichtern weniger als 10 min lang (De Carvalho 2023)"},
    PageText{"5 min away repay 60 min", "5 min weg gleichen 60 min aus"},
    PageText{"feedback wears off (Goossens 2012, Roossien 2017), so it has to be rare",
             "Rückmeldungen nutzen sich ab (Goossens 2012, Roossien 2017), deshalb müssen sie selten sein"},
    PageText{"Stretchly repeats once; Workrave three times", "Stretchly wiederholt einmal, Workrave dreimal"},
    PageText{"time to end a sentence and get up; recovery may take longer",
             "Zeit, einen Satz zu beenden und aufzustehen; Erholung darf länger dauern"},
    PageText{"half a working day; a switch that was forgotten must not silence for ever",
             "ein halber Arbeitstag; ein vergessener Schalter darf nicht für immer verstummen lassen"},
    PageText{"Akkarakittichoke 2023 (n=60): 20 to 30 shifts an hour hurt less than 10",
             "Akkarakittichoke 2023 (n=60): 20 bis 30 Wechsel je Stunde schmerzen weniger als 10"},
    PageText{"FSRs relax by some 5 % per decade of time (Interlink data sheet), foam likewise",
             "FSR geben um etwa 5 % je Dekade der Zeit nach (Datenblatt von Interlink), Schaum ebenso"},
    PageText{
        "a coat puts 3 to 8 % of the span on the pads of a backrest, a cat 5 % on those of a seat",
        "ein Mantel bringt 3 bis 8 % der Spanne auf die Sensoren einer Lehne, eine Katze 5 % auf die eines Sitzes"},
    PageText{"hot or humid FSRs read up to 15 % less or 30 % more (Interlink data sheet)",
             "heiße oder feuchte FSR zeigen bis zu 15 % weniger oder 30 % mehr (Datenblatt von Interlink)"},
    PageText{"a coat over the backrest carries about half of what counts as support",
             "ein Mantel über der Lehne bringt etwa die Hälfte dessen, was als Anlehnen gilt"},
    PageText{"in recordings two minutes of one person's supported sitting differ by up to 1.36 times",
             "in Aufzeichnungen unterscheiden sich zwei angelehnte Minuten einer Person bis zum 1,36-Fachen"},
    PageText{"in recordings 0.14 is usual and 0.21 the most between two minutes of one person's supported sitting",
             "in Aufzeichnungen sind zwischen zwei angelehnten Minuten einer Person 0,14 üblich und 0,21 das meiste"},
    PageText{"people shift every 6 to 9 min (Linder-Ganz 2007), and one look at a posture is none",
             "Menschen bewegen sich alle 6 bis 9 min (Linder-Ganz 2007), und ein Blick auf eine Haltung ist keiner"},
    PageText{"WiSAT 2021: a weight shift takes 30 % of the load off; that a side or the rear will do is ours",
             "WiSAT 2021: eine Gewichtsverlagerung nimmt 30 % der Last weg; dass eine Seite oder hinten genügt, ist "
             "von uns"},
    PageText{"as {1}: {2} to {3}", "wie {1}: {2} bis {3}"},
    PageText{"as {1}", "wie {1}"},
};

}  // namespace

std::span<const PageText> phrases_sources_de() {
  return phrases_sources;
}

}  // namespace chairhub
