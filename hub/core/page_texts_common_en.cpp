#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

// The frame: navigation, connection, units, log-in.
constexpr std::array words_common_en{
    PageText{"app.title", "chairhub"},
    PageText{"app.skip", "Skip to the content"},
    PageText{"app.menu", "Pages"},
    PageText{"app.chair", "Chair"},
    PageText{"app.simulated", "simulated"},
    PageText{"app.simulated_why", "This chair is simulated or replayed; nobody really sits here."},
    PageText{"app.no_chair", "This hub serves no chair yet."},
    PageText{"app.not_found", "There is no such page."},
    PageText{"app.disclaimer", "Not a medical device: chairhub is about comfort, movement and sitting habits."},
    PageText{"app.version", "chairhub {version}"},
    PageText{"theme.label", "Colours"},
    PageText{"theme.auto", "as the device"},
    PageText{"theme.light", "light"},
    PageText{"theme.dark", "dark"},
    PageText{"theme.switch", "Colours: {theme}. Switch to {next}."},
    PageText{"nav.now", "Now"},
    PageText{"nav.day", "Day"},
    PageText{"nav.trends", "Trends"},
    PageText{"nav.coach", "Coach"},
    PageText{"nav.chair", "Chair"},
    PageText{"nav.settings", "Settings"},
    PageText{"nav.settings_short", "Setup"},
    PageText{"link.away", "The hub is not answering; trying again…"},
    PageText{"link.away_since", "Shown is what it said at {time}."},
    PageText{"link.back", "The hub is back."},
    PageText{"link.restarted", "The hub has restarted at {time}; everything here is fresh."},
    PageText{"link.connecting", "Connecting…"},
    PageText{"link.live", "live"},
    PageText{"load.wait", "Loading…"},
    PageText{"load.failed", "This could not be read: {error}"},
    PageText{"load.again", "Try again"},
    PageText{"do.ok", "Done."},
    PageText{"do.refused", "Not done: {error}"},
    PageText{"do.no_answer", "Not done: the hub does not answer."},
    PageText{"do.cancel", "Cancel"},
    PageText{"do.close", "Close"},
    PageText{"do.save", "Save"},
    PageText{"do.change", "Change"},
    PageText{"do.undo", "Undo"},
    PageText{"do.more", "More"},
    PageText{"guest.note", "You are looking as a guest: you see, and change nothing."},
    PageText{"table.show", "As a table"},
    PageText{"unit.min", "{n} min"},
    PageText{"unit.h_min", "{h} h {min} min"},
    PageText{"unit.h", "{n} h"},
    PageText{"unit.s", "{n} s"},
    PageText{"unit.per_h", "{n} an hour"},
    PageText{"unit.pct", "{n} %"},
    PageText{"unit.days", "{n} days"},
    PageText{"unit.mb", "{n} MB"},
    PageText{"unit.celsius", "{n} °C"},
    PageText{"unit.moment", "a moment"},
    PageText{"value.unknown", "not known"},
    PageText{"value.none", "none"},
    PageText{"value.yes", "yes"},
    PageText{"value.no", "no"},
    PageText{"value.on", "on"},
    PageText{"value.off", "off"},
    PageText{"value.today", "today"},
    PageText{"value.yesterday", "yesterday"},
    PageText{"login.title", "Log in"},
    PageText{"login.text", "This hub shows its log to those who know the password."},
    PageText{"login.password", "Password"},
    PageText{"login.go", "Log in"},
    PageText{"login.failed", "That password does not open it."},
    PageText{"login.too_often", "Too many attempts. Try again in {seconds} seconds."},
    PageText{"login.out", "Log out"},
    PageText{"login.guest_in", "Log in to change things"},
};

}  // namespace

std::span<const PageText> page_common_en() {
  return words_common_en;
}

}  // namespace chairhub
