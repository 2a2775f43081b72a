"""The view that ships is taken, and names nothing that is not there."""

import json
import re

import yaml

from browser import Browser
from waiting import wait_for


def test_every_entity_of_the_view_is_there(home, root):
    text = (root / "dashboards/home-assistant/chair.yaml").read_text()
    named = set(re.findall(r"\b(?:sensor|binary_sensor|switch|select|number|button|event)\.desk_\w+", text))
    assert named and named <= set(home.states())


def test_a_browser_shows_it_without_an_error_card(home, root):
    view = yaml.safe_load((root / "dashboards/home-assistant/chair.yaml").read_text())
    home.ask("lovelace/dashboards/create", url_path="smart-chair", title="Chair", mode="storage")
    home.ask("lovelace/config/save", url_path="smart-chair", config={"views": [view]})
    with Browser() as browser:
        browser.open(f"http://127.0.0.1:{home.port}/smart-chair/{view['path']}",
                     [("hassTokens", json.dumps(home.tokens()))])
        cards = yaml.dump(view).count("type: tile")
        try:
            wait_for("all cards", lambda: browser.names().count("hui-tile-card") == cards, 120)
            wait_for("what they show", lambda: "supported" in browser.text().split(" | "))
        finally:
            browser.take_picture(root / f"build/home_assistant/chair-{home.version[0]}.png")
        assert browser.names().count("hui-error-card") + browser.names().count("hui-warning") == 0
