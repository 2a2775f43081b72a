"""The view that ships shows every card, in a real browser."""

import re

import yaml

from browser import Browser
from waiting import wait_for


def test_every_entity_of_the_view_is_there(home, root):
    text = (root / "dashboards/home-assistant/chair.yaml").read_text()
    named = set(re.findall(r"\b(?:sensor|binary_sensor|switch|select|number|button|event)\.desk_\w+", text))
    assert named and named <= set(home.states())


def test_it_is_drawn_without_an_error(home, root, tmp_path):
    view = yaml.safe_load((root / "dashboards/home-assistant/chair.yaml").read_text())
    cards = sum(len(section["cards"]) for section in view["sections"])
    home.ask("lovelace/config/save", url_path=None, config={"views": [view]})
    browser = Browser(home, "/lovelace/chair", tmp_path)
    picture = root / "build/logs/home_assistant.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    try:
        wait_for("all cards", lambda: browser.count("hui-card") >= cards, 180)
        wait_for("the posture", lambda: "upported" in browser.words(), 180)
        wait_for("the graphs", lambda: browser.count("canvas") >= 3 or browser.count("ha-chart-base") >= 3, 180)
        broken = browser.count("hui-error-card, hui-warning, hui-warning-element")
        assert broken == 0
    finally:
        browser.take_picture(picture)
        print(f"a picture of it: {picture}")
        browser.close()
