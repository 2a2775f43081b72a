#include "hub/core/texts.h"

namespace chairhub {
namespace {

constexpr TextTable german = table_of({
    {TextKey::alert_sitting_too_long, "Du sitzt seit {minutes} Minuten ohne Pause (Grenze: {limit})."},
    {TextKey::alert_bent_forward, "Du bist seit {minutes} Minuten nach vorn gebeugt (Grenze: {limit})."},
    {TextKey::alert_static_too_long, "Du sitzt seit {minutes} Minuten unverändert (Grenze: {limit})."},
    {TextKey::alert_unsupported_upright,
     "Du sitzt seit {minutes} Minuten aufrecht, ohne dich anzulehnen (Grenze: {limit})."},
    {TextKey::alert_asymmetric, "Du sitzt seit {minutes} Minuten zu einer Seite geneigt (Grenze: {limit})."},
    {TextKey::alert_sitting_too_long_wheelchair,
     "Du bist seit {minutes} Minuten ohne Pause im Stuhl (Grenze: {limit})."},
    {TextKey::alert_static_too_long_wheelchair,
     "Du hast dein Gewicht seit {minutes} Minuten nicht verlagert (Grenze: {limit})."},

    {TextKey::remedy_sitting_too_long, "Steh für etwa fünf Minuten auf; einmal die Treppe hinauf und hinunter reicht."},
    {TextKey::remedy_bent_forward,
     "Rück näher an den Tisch und stell den Bildschirm so hoch, dass seine Oberkante auf Augenhöhe ist."},
    {TextKey::remedy_static_too_long, "Setz dich anders hin: lehn dich an, richte dich auf oder steh kurz auf."},
    {TextKey::remedy_unsupported_upright,
     "Lehn dich eine Weile an; wo die Lehne dein Kreuz nicht erreicht, hilft ein Kissen."},
    {TextKey::remedy_asymmetric,
     "Verlagere dein Gewicht auf die andere Seite und schau, ob dich eine Armlehne oder ein Portemonnaie schief "
     "setzt."},
    // 15 s and clearly less load: the weight shift of WiSAT (Ahad 2021).
    {TextKey::remedy_sitting_too_long_wheelchair,
     "Mach eine Pause von der Arbeit und entlaste den Sitz: beug dich weit vor oder weit zu jeder Seite, mindestens 15 "
     "Sekunden lang und nur so weit, wie du sicher sitzt."},
    {TextKey::remedy_static_too_long_wheelchair,
     "Verlagere dein Gewicht: beug dich vor oder zur Seite, bis der Sitz deutlich entlastet ist, und bleib mindestens "
     "15 Sekunden so."},
    {TextKey::remedy_asymmetric_wheelchair,
     "Verlagere dein Gewicht auf die andere Seite und schau, ob dich eine Armlehne oder das Kissen schief setzt."},

    {TextKey::back_extension_name, "Rücken strecken"},
    {TextKey::back_extension_dose, "10- bis 20-mal, am Ende jeweils etwa eine Sekunde bleiben"},
    {TextKey::back_extension_steps,
     "Leg die Hände an den Hinterkopf.\n"
     "Heb die Brust und beug dich über die Lehne nach hinten.\n"
     "Bleib etwa eine Sekunde so und komm zurück."},
    {TextKey::back_extension_precaution, "Leg den Kopf nicht in den Nacken und beweg dich sanft."},
    {TextKey::mid_back_rotation_name, "Oberkörper drehen"},
    {TextKey::mid_back_rotation_dose, "10- bis 20-mal zu jeder Seite"},
    {TextKey::mid_back_rotation_steps,
     "Verschränk die Arme vor der Brust; mit den Händen am Hinterkopf wird es kräftiger.\n"
     "Dreh den Oberkörper nach links.\n"
     "Dreh ihn nach rechts und mach im Wechsel weiter."},
    {TextKey::mid_back_rotation_precaution,
     "Ohne Schwung und nie in den Schmerz hinein; lass die Arme hängen, wenn die Schultern empfindlich sind."},
    {TextKey::side_bend_name, "Seitlich neigen"},
    {TextKey::side_bend_dose, "10 Sekunden auf jeder Seite, 5 bis 10 Runden"},
    {TextKey::side_bend_steps,
     "Streck einen Arm über den Kopf und lass die andere Schulter sinken.\n"
     "Neig dich im Bogen zur sinkenden Schulter und halt das 10 Sekunden.\n"
     "Komm zurück und wechsle die Seite."},
    {TextKey::side_bend_precaution, "Die Wirbelsäule macht den Bogen, nicht die Hüfte."},
    {TextKey::side_bend_precaution_armrests,
     "Die Wirbelsäule macht den Bogen, nicht die Hüfte; stören Armlehnen, steh dafür auf."},
    {TextKey::side_bend_precaution_armrests_wheelchair,
     "Die Wirbelsäule macht den Bogen, nicht die Hüfte; stören Armlehnen, lass es aus."},
    {TextKey::curl_down_name, "Im Stehen abrollen"},
    {TextKey::curl_down_dose, "3- bis 5-mal, langsam"},
    {TextKey::curl_down_steps,
     "Stell dich hüftbreit hin, die Knie locker, den Bauch leicht gespannt.\n"
     "Zieh das Kinn zur Brust und roll dich von oben her ab.\n"
     "Atme langsam ein und aus.\n"
     "Roll dich genauso langsam wieder auf."},
    {TextKey::curl_down_precaution, "Nur so weit, wie es angenehm ist; mit verschränkten Armen zieht es stärker."},
    {TextKey::arm_opener_name, "Arm öffnen"},
    {TextKey::arm_opener_dose, "3- bis 5-mal auf jeder Seite"},
    {TextKey::arm_opener_steps,
     "Leg dich auf die Seite, ein Kissen unter dem Kopf, Hüfte und Knie im rechten Winkel, die Arme auf Schulterhöhe "
     "nach vorn.\n"
     "Führ den oberen Arm über dich hinweg und lass ihn hinter dir sinken; der Kopf geht mit.\n"
     "Atme einmal durch und führ den Arm zurück."},
    {TextKey::arm_opener_precaution,
     "Eine kräftige Dehnung: lass nur die Schwerkraft ziehen, halt die Hüften übereinander und lass sie aus, solange "
     "der obere Rücken sehr empfindlich ist."},
    {TextKey::band_rows_name, "Rudern mit Band"},
    {TextKey::band_rows_dose, "3 Runden mit 10 bis 15 Zügen, dazwischen eine Minute Pause"},
    {TextKey::band_rows_steps,
     "Mach ein Band auf Hüfthöhe fest und setz oder stell dich so hin, dass es schon gespannt ist.\n"
     "Mach dich groß und zieh, bis die Ellbogen am Körper vorbei sind, die Schulterblätter zusammen.\n"
     "Lass langsam wieder nach."},
    {TextKey::band_rows_precaution, "Halt den Rücken gerade und beweg die Schulterblätter, nicht nur die Arme."},
    {TextKey::prone_salute_name, "Heben in Bauchlage"},
    {TextKey::prone_salute_dose, "5 bis 10 Sekunden halten, ebenso lange ausruhen, 10-mal"},
    {TextKey::prone_salute_steps,
     "Leg dich auf den Bauch, Stirn und Handflächen am Boden, den Bauch leicht gespannt.\n"
     "Heb Kopf und Schultern mit dem Rücken und halt das.\n"
     "Leg dich wieder ab und ruh ebenso lange aus.\n"
     "Wenn es leicht geworden ist: Hände unter die Stirn, später einen Arm nach vorn, dann beide."},
    {TextKey::prone_salute_precaution,
     "Nicht mit den Armen drücken und nicht um Höhe kämpfen; ist das Kreuz empfindlich, hilft ein Kissen unter dem "
     "Bauch."},

    {TextKey::hint_desk,
     "Das kommt immer wieder vor. Stoßen die Armlehnen an den Tisch? Stell sie tiefer oder nimm sie ab, dann sitzt du "
     "nah genug."},
    {TextKey::hint_screen,
     "Das kommt immer wieder vor. Stell den Bildschirm so hoch, dass seine Oberkante auf Höhe deiner Augen ist."},
    {TextKey::hint_surface, "Das kommt immer wieder vor. Worüber du dich beugst, liegt zu tief: hol es zu dir herauf."},
    {TextKey::hint_cushion,
     "Das kommt immer wieder vor. Steck dir ein Kissen ins Kreuz, dort, wo die Lehne nicht hinreicht."},
    {TextKey::hint_reach,
     "Das kommt immer wieder vor. Stell ab und zu Gebrauchtes wie Telefon oder Wasser so hin, dass du dich dafür "
     "bewegen musst."},
    {TextKey::hint_breaks,
     "Das kommt immer wieder vor. Häng Pausen an etwas, das ohnehin ansteht; an Tagen ohne Pausen üb vor oder nach der "
     "Arbeit."},
    {TextKey::hint_level,
     "Das kommt immer wieder vor. Sind beide Armlehnen gleich hoch, Bildschirm und Tastatur gerade vor "
     "dir?"},

    {TextKey::calibration_idle, "Es läuft keine Kalibrierung."},
    {TextKey::calibration_leave_chair, "Steh auf und räum den Stuhl ganz leer, dann geht es weiter."},
    {TextKey::calibration_measuring_empty, "Lass den Stuhl {seconds} Sekunden lang leer."},
    {TextKey::calibration_sit_supported,
     "Setz dich ganz nach hinten und lehn dich an, so wie es bequem ist, dann geht es weiter."},
    {TextKey::calibration_measuring_supported, "Bleib {seconds} Sekunden lang so angelehnt."},
    {TextKey::calibration_sit_upright,
     "Die Kalibrierung gilt schon. Damit Beugen nach vorn von Anfang an erkannt wird, setz dich aufrecht hin, den "
     "Rücken frei, "
     "dann geht es weiter; oder brich ab, das Gemessene bleibt."},
    {TextKey::calibration_measuring_upright, "Bleib {seconds} Sekunden lang aufrecht, den Rücken frei."},
    {TextKey::calibration_bend_forward,
     "Dein aufrechtes Sitzen ist bekannt. Zur Probe: stütz die Ellbogen auf die Knie, dann geht es weiter; oder brich "
     "ab, das Gemessene bleibt."},
    {TextKey::calibration_measuring_forward, "Bleib {seconds} Sekunden lang vorgebeugt."},
    {TextKey::calibration_again, "Das hat nicht geklappt: {reason}. Noch einmal:"},
    {TextKey::calibration_done, "Fertig: der Stuhl weiß jetzt, wie du angelehnt sitzt."},
    {TextKey::calibration_done_upright, "Fertig: der Stuhl weiß jetzt, wie du angelehnt und wie du aufrecht sitzt."},
    {TextKey::calibration_done_forward,
     "Fertig: der Stuhl weiß jetzt, wie du sitzt, und unterscheidet Beugen nach vorn von aufrechtem Sitzen."},
    {TextKey::calibration_failed, "Die Kalibrierung ist misslungen: {reason}"},

    {TextKey::plan_title, "Plan für {date}"},
    {TextKey::plan_stretches, "Dehnen"},
    {TextKey::plan_strength, "Kraft"},
    {TextKey::plan_rest_day, "heute Ruhetag; Kraft ist jeden zweiten Tag dran"},
    {TextKey::plan_done_today, "heute gemacht"},
    {TextKey::plan_now, "Jetzt gerade"},
    {TextKey::plan_nothing_left,
     "Alles, was passen würde, ist ausgemustert. Geh stattdessen ein paar Schritte oder hol eine Übung zurück."},
    {TextKey::plan_answers, "Deine Antworten"},
    {TextKey::plan_retired, "Ausgemustert, weil es weh tat"},
    {TextKey::answer_done, "gemacht"},
    {TextKey::answer_skip, "jetzt nicht"},
    {TextKey::answer_hurts, "tut weh"},

    {TextKey::goals_title, "{chair}: wie du sitzt und dich bewegst"},
    {TextKey::goals_today, "heute"},
    {TextKey::goals_week, "letzte 7 Tage"},
    {TextKey::goals_usual, "Wochen davor"},
    {TextKey::goals_shifts, "Haltungswechsel je Stunde"},
    {TextKey::goals_still, "Längste Zeit still, min"},
    {TextKey::goals_breaks, "Pausen am Tag"},
    {TextKey::goals_supported, "Angelehnt, %"},
    {TextKey::goals_sitting, "Sitzen am Tag, h"},
    {TextKey::goals_no_change, "unverändert"},
    {TextKey::goals_more, "mehr als vorher"},
    {TextKey::goals_less, "weniger als vorher"},
    {TextKey::goals_not_enough_days, "noch zu wenige Tage"},
    {TextKey::goals_nothing_yet, "Hier hat noch niemand eine Stunde lang gesessen."},
    {TextKey::goals_below, "Bisher {value} Haltungswechsel je Stunde; {floor} sind das erste Ziel."},
    {TextKey::goals_floor_reached,
     "{value} Haltungswechsel je Stunde: {floor} sind geschafft, {goal} sind das nächste Ziel."},
    {TextKey::goals_goal_reached, "{value} Haltungswechsel je Stunde: das Ziel von {goal} ist erreicht."},
    {TextKey::goals_why,
     "In einer Studie mit 60 Leuten fühlte sich der Rücken mit 20 bis 30 Wechseln je Stunde wohler als mit 10."},

    {TextKey::leaves_to_broker, "Haltung, Sitzzeiten, Hinweise und Einstellungen gehen an den Broker {broker}."},
    {TextKey::leaves_to_home_assistant, "Home Assistant an diesem Broker zeigt sie und hebt sie auf."},
    {TextKey::leaves_raw, "Die Rohwerte der Sensoren gehen alle {seconds} s ebenfalls dorthin."},
    {TextKey::leaves_to_network, "Diese Seite ist im Netz erreichbar, mit dem Passwort."},
    {TextKey::leaves_nothing, "Nichts: kein Broker ist eingerichtet, und die Seite antwortet nur diesem Rechner."},

    {TextKey::start_gently,
     "Fang sanft an und hör auf deinen Rücken; sich hin und her bewegen ist besser als fest halten."},
    {TextKey::red_flags,
     "Hör auf, wenn Schmerzen stärker werden. Lass Schmerzen nach einem Sturz, Taubheit, Schwäche, Fieber, "
     "Brustschmerzen und Schmerzen, die nicht nachlassen, ärztlich abklären."},
    {TextKey::not_a_medical_device,
     "Kein Medizinprodukt: bei chairhub geht es um Wohlbefinden, Bewegung und Sitzgewohnheiten."},
    {TextKey::exercise_credit,
     "Die Übungen folgen, in unseren eigenen Worten, einem öffentlichen Artikel aus der Physiotherapie."},
});

}  // namespace

const TextTable& texts_in_german() {
  return german;
}

}  // namespace chairhub
