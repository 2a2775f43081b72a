"""The view that ships is taken, and names nothing that is not there."""

import re

import yaml


def test_every_entity_of_the_view_is_there(home, root):
    text = (root / "dashboards/home-assistant/chair.yaml").read_text()
    named = set(re.findall(r"\b(?:sensor|binary_sensor|switch|select|number|button|event)\.desk_\w+", text))
    assert named and named <= set(home.states())


def test_it_is_taken(home, root):
    view = yaml.safe_load((root / "dashboards/home-assistant/chair.yaml").read_text())
    home.ask("lovelace/config/save", url_path=None, config={"views": [view]})
    assert home.ask("lovelace/config", url_path=None)["views"] == [view]
