"""What Home Assistant makes of the device message."""

import json

from expected import entity_id
from waiting import wait_for


def test_the_registry_holds_exactly_what_was_announced(home, hub):
    wanted = {(one["p"], one["unique_id"]) for root in hub.announced().values() for one in root["cmps"].values()}

    def registered():
        return {(one["entity_id"].split(".")[0], one["unique_id"]) for one in home.entities()}

    wait_for("all entities", lambda: len(registered()) >= len(wanted))
    assert registered() == wanted


def test_every_entity_gets_the_id_that_was_asked_for(home, hub):
    wanted = {entity_id(one) for root in hub.announced().values() for one in root["cmps"].values()}
    assert {one["entity_id"] for one in home.entities()} == wanted


def test_the_device_says_who_it_is(home, hub):
    for root in hub.announced().values():
        [device] = [one for one in home.devices() if one["name"] == root["dev"]["name"]]
        assert device["sw_version"] == root["dev"]["sw"]
        assert device["serial_number"] == root["dev"]["sn"]
        assert device["model"] == root["dev"]["mdl"]


def test_the_main_entity_is_called_like_the_device(home):
    assert home.attributes("binary_sensor.desk_occupied")["friendly_name"] == "Desk chair"


def test_names_do_not_repeat_the_device(home):
    for state in home.get("/api/states"):
        name = state["attributes"].get("friendly_name", "")
        assert "chair Desk chair" not in name and "chair Quick chair" not in name


def test_rare_entities_are_disabled_until_they_are_wanted(home, hub):
    rare = {one["default_entity_id"] for one in hub.components("desk").values() if one.get("enabled_by_default") is False}
    disabled = {one["entity_id"] for one in home.entities() if one["disabled_by"] == "integration"}
    assert rare and rare == {one for one in disabled if ".desk_" in one}


def test_states_are_what_the_hub_says(home, agrees):
    home.enable_everything()
    agrees()


def test_nothing_is_complained_about(home):
    assert home.complaints() == []
    assert home.repairs() == []
    assert json.dumps(home.ask("recorder/validate_statistics")) == "{}"
