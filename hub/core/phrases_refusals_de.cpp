#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// What the hub says when something cannot be done, or does not work.
constexpr std::array phrases_refusals{
    PageText{"no exercise was offered yet, so the answer has to name one",
             "noch wurde keine Übung angeboten, deshalb muss die Antwort eine nennen"},
    PageText{"no exercise is retired", "keine Übung ist abgewählt"},
    PageText{"{1} is not retired; retired: {2}", "{1} ist nicht abgewählt; abgewählt: {2}"},
    PageText{"quiet hours take two different times of day from 00:00 to 23:59",
             "Ruhezeiten brauchen zwei verschiedene Uhrzeiten von 00:00 bis 23:59"},
    PageText{"snooze takes 1 to 1440 minutes, or 0 to end it",
             "eine Ruhepause dauert 1 bis 1440 Minuten; 0 beendet sie"},
    PageText{"tare needs an empty chair, and something is on it",
             "dafür muss der Stuhl leer sein, und es ist etwas darauf"},
    PageText{"the chair has no profile \"{1}\"", "der Stuhl hat kein Profil „{1}“"},
    PageText{"there is no profile \"{1}\"{2}; there are: {3}", "es gibt kein Profil „{1}“{2}; es gibt: {3}"},
    PageText{"there is no exercise \"{1}\"; there are {2}", "es gibt keine Übung „{1}“; es gibt {2}"},
    PageText{"there is no threshold '{1}'", "es gibt keine Grenze „{1}“"},
    PageText{"{1} cannot be {2}; {3} to {4} {5} is allowed", "{1} kann nicht {2} sein; erlaubt ist {3} bis {4} {5}"},
    PageText{"(a ratio)", "(ein Verhältnis)"},
    PageText{"{1} does not take {2}: {3}", "{1} nimmt {2} nicht an: {3}"},
    PageText{"send ON or OFF", "erlaubt ist ON oder OFF"},
    PageText{"send a number such as 15 or 7.5", "erlaubt ist eine Zahl wie 15 oder 7.5"},
    PageText{"send two different times such as 22:00-07:00, or off",
             "erlaubt sind zwei verschiedene Uhrzeiten wie 22:00-07:00, oder off"},
    PageText{"send whole minutes from 1 to 1440, 'tomorrow', or 0 to end it",
             "erlaubt sind ganze Minuten von 1 bis 1440, „tomorrow“, oder 0 zum Beenden"},
    PageText{"recordings are not allowed here: name a folder for them as recordings in [web] of the configuration",
             "Aufzeichnungen sind hier nicht erlaubt: nenn in der Konfiguration unter [web] als recordings einen "
             "Ordner dafür"},
    PageText{"the chair is paused, and nothing is kept meanwhile",
             "der Stuhl pausiert, und so lange wird nichts aufgehoben"},
    PageText{"a recording is running already; end it, or wait for its end",
             "eine Aufzeichnung läuft schon; beende sie oder warte ihr Ende ab"},
    PageText{"this hub has no doctor", "dieser Hub hat keine Untersuchung"},
    PageText{"the doctor is looking already; wait for what it finds",
             "die Untersuchung läuft schon; warte ab, was sie findet"},
    PageText{"{1} frames were left out: the disk was too slow", "{1} Messungen fehlen: die Karte war zu langsam"},
    PageText{"too many ask the log at once: try again in a few seconds",
             "zu viele fragen gleichzeitig nach dem Protokoll: versuch es in ein paar Sekunden noch einmal"},
    PageText{"{1}: the disk is nearly full{2}; make room", "{1}: der Speicher ist fast voll{2}; schaff Platz"},
    PageText{"no recording is running", "es läuft keine Aufzeichnung"},
    PageText{"the recording is still running; end it, or wait for its end",
             "die Aufzeichnung läuft noch; beende sie oder warte ihr Ende ab"},
    PageText{"nothing has been recorded since the hub has started",
             "seit dem Start des Hubs wurde nichts aufgezeichnet"},
    PageText{"body: seconds is missing or not a whole number from 1 to {1}",
             "die Länge fehlt oder ist keine ganze Zahl von 1 bis {1} Sekunden"},
    PageText{"body: confirm has to be the id of the chair, {1}, so that nothing is deleted by mistake",
             "zur Bestätigung muss die Kennung des Stuhls dastehen, {1}, damit nichts aus Versehen gelöscht wird"},
    PageText{"body: to_ms has to be later than from_ms", "das Ende muss nach dem Anfang liegen"},
    PageText{"too many tries; try again in {1} s", "zu viele Versuche; noch einmal in {1} s"},
    PageText{"the password is not right", "das Passwort stimmt nicht"},
    PageText{"guests may look and change nothing; log in", "Gäste dürfen schauen, aber nichts ändern; melde dich an"},
    PageText{"log in first", "melde dich erst an"},
    PageText{"no connection to the broker at {1}", "keine Verbindung zum Broker {1}"},
    PageText{"the kit is offline", "der Bausatz ist nicht erreichbar"},
    PageText{"no connection to the broker, over which the kit sends",
             "keine Verbindung zum Broker, über den der Bausatz sendet"},
    PageText{"the kit has delivered no frame for 2 s", "vom Bausatz kam seit 2 s keine Messung"},
    PageText{"{1}: the kit has come to its end", "{1}: der Bausatz ist an sein Ende gekommen"},
    PageText{"no chip of the kit works: the hub goes on without pads and keeps trying",
             "kein Chip des Bausatzes funktioniert: der Hub macht ohne Sensoren weiter und versucht es immer wieder"},
    PageText{"{1} refused the user '{2}': check mqtt.user and the file mqtt.password_file names",
             "{1} lehnt den Benutzer „{2}“ ab: prüf mqtt.user und die Datei, die mqtt.password_file nennt"},
    PageText{"{1} does not speak this version of MQTT: set mqtt.protocol to the other of 311 and 5",
             "{1} spricht diese Version von MQTT nicht: stell mqtt.protocol auf die andere von 311 und 5"},
    PageText{"{1} refused the client id '{2}'", "{1} lehnt die Kennung „{2}“ ab"},
    PageText{"{1} refused the connection with code {2}", "{1} lehnt die Verbindung mit dem Code {2} ab"},
    PageText{"{1} cannot be reached over TLS: check that it runs, that mqtt.ca_file signed its certificate, and that "
             "the certificate names '{2}'",
             "{1} ist über TLS nicht zu erreichen: läuft er, hat mqtt.ca_file sein Zertifikat unterschrieben, und "
             "nennt es „{2}“?"},
    PageText{"{1} cannot be reached: check that it runs and that mqtt.host and mqtt.port are right",
             "{1} ist nicht zu erreichen: läuft er, und stimmen mqtt.host und mqtt.port?"},
    PageText{"{1} refused the subscription to {2}: allow it in the broker's access list",
             "{1} lehnt das Abonnement von {2} ab: erlaub es in der Zugriffsliste des Brokers"},
    PageText{"the MQTT broker at {1}", "der MQTT-Broker {1}"},
    PageText{"the log was damaged ({1}): {2} rows were saved into a fresh one, and the damaged file is kept as {3}",
             "das Protokoll war beschädigt ({1}): {2} Zeilen wurden in ein neues gerettet, und die beschädigte Datei "
             "ist als {3} noch da"},
};

}  // namespace

std::span<const PageText> phrases_refusals_de() {
  return phrases_refusals;
}

}  // namespace chairhub
