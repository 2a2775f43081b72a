#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// The frame: navigation, connection, units, log-in.
constexpr std::array words_common_de{
    PageText{"app.title", "chairhub"},
    PageText{"app.skip", "Zum Inhalt springen"},
    PageText{"app.menu", "Seiten"},
    PageText{"app.chair", "Stuhl"},
    PageText{"app.simulated", "simuliert"},
    PageText{"app.simulated_why", "Dieser Stuhl ist simuliert oder wird abgespielt; hier sitzt niemand wirklich."},
    PageText{"app.no_chair", "Dieser Hub hat noch keinen Stuhl."},
    PageText{"app.not_found", "Diese Seite gibt es nicht."},
    PageText{"app.disclaimer",
             "Kein Medizinprodukt: chairhub dreht sich um Wohlbefinden, Bewegung und Sitzgewohnheiten."},
    PageText{"app.version", "chairhub {version}"},
    PageText{"theme.label", "Farben"},
    PageText{"theme.auto", "wie das Gerät"},
    PageText{"theme.light", "hell"},
    PageText{"theme.dark", "dunkel"},
    PageText{"theme.switch", "Farben: {theme}. Wechseln zu {next}."},
    PageText{"nav.now", "Jetzt"},
    PageText{"nav.day", "Tag"},
    PageText{"nav.trends", "Verlauf"},
    PageText{"nav.coach", "Coach"},
    PageText{"nav.chair", "Stuhl"},
    PageText{"nav.settings", "Einstellungen"},
    PageText{"link.away", "Der Hub antwortet nicht; neuer Versuch läuft…"},
    PageText{"link.away_since", "Gezeigt wird, was er um {time} gesagt hat."},
    PageText{"link.back", "Der Hub ist wieder da."},
    PageText{"link.restarted", "Der Hub ist um {time} neu gestartet; hier ist alles frisch."},
    PageText{"link.connecting", "Verbinde…"},
    PageText{"link.live", "live"},
    PageText{"load.wait", "Lade…"},
    PageText{"load.failed", "Das ließ sich nicht lesen: {error}"},
    PageText{"load.again", "Noch einmal"},
    PageText{"do.ok", "Erledigt."},
    PageText{"do.refused", "Nicht erledigt: {error}"},
    PageText{"do.no_answer", "Nicht erledigt: der Hub antwortet nicht."},
    PageText{"do.cancel", "Abbrechen"},
    PageText{"do.close", "Schließen"},
    PageText{"do.save", "Speichern"},
    PageText{"do.change", "Ändern"},
    PageText{"do.undo", "Rückgängig"},
    PageText{"do.more", "Mehr"},
    PageText{"guest.note", "Du schaust als Gast zu: du siehst alles und änderst nichts."},
    PageText{"table.show", "Als Tabelle"},
    PageText{"unit.min", "{n} min"},
    PageText{"unit.h_min", "{h} h {min} min"},
    PageText{"unit.h", "{n} h"},
    PageText{"unit.s", "{n} s"},
    PageText{"unit.per_h", "{n} je Stunde"},
    PageText{"unit.pct", "{n} %"},
    PageText{"unit.days", "{n} Tage"},
    PageText{"unit.mb", "{n} MB"},
    PageText{"unit.celsius", "{n} °C"},
    PageText{"unit.moment", "ein Moment"},
    PageText{"value.unknown", "nicht bekannt"},
    PageText{"value.none", "keine"},
    PageText{"value.yes", "ja"},
    PageText{"value.no", "nein"},
    PageText{"value.on", "an"},
    PageText{"value.off", "aus"},
    PageText{"value.today", "heute"},
    PageText{"value.yesterday", "gestern"},
    PageText{"login.title", "Anmelden"},
    PageText{"login.text", "Dieser Hub zeigt sein Protokoll denen, die das Passwort kennen."},
    PageText{"login.password", "Passwort"},
    PageText{"login.go", "Anmelden"},
    PageText{"login.failed", "Dieses Passwort öffnet nicht."},
    PageText{"login.too_often", "Zu viele Versuche. Versuch es in {seconds} Sekunden noch einmal."},
    PageText{"login.out", "Abmelden"},
    PageText{"login.guest_in", "Anmelden, um etwas zu ändern"},
};

}  // namespace

std::span<const PageText> page_common_de() {
  return words_common_de;
}

}  // namespace chairhub
