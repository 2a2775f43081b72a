"""What is set in Home Assistant holds in the hub, and comes back from there."""

import time
import urllib.error

import pytest

from broker import Listener
from conftest import WHEN_IT_REFUSES, WHEN_THE_BROKER_IS_LOST
from expected import entity_id
from waiting import wait_for

SECOND = 1.0


def of_platform(hub, platform):
    return {key: one for key, one in hub.components("desk").items() if one["p"] == platform}


def until(home, entity, wanted):
    """Seconds until it is shown."""
    start = time.monotonic()
    wait_for(f"{entity} to be {wanted}", lambda: home.state(entity) == wanted)
    return time.monotonic() - start


def within_a_second(taken):
    print(f"round trips: the longest {max(taken):.2f} s of {len(taken)}")
    # A machine under load may hold up one of them.
    assert sorted(taken)[len(taken) // 2] < SECOND, taken


def test_every_switch_goes_there_and_back(home, hub):
    taken = []
    for one in of_platform(hub, "switch").values():
        before = home.state(entity_id(one))
        other = "off" if before == "on" else "on"
        for wanted in (other, before):
            home.call(f"switch.turn_{wanted}", entity_id=entity_id(one))
            taken.append(until(home, entity_id(one), wanted))
    within_a_second(taken)


def test_every_number_takes_its_ends_and_comes_back(home, hub):
    taken = []
    for one in of_platform(hub, "number").values():
        before = home.state(entity_id(one))
        for value in (one["min"], one["max"], float(before)):
            home.call("number.set_value", entity_id=entity_id(one), value=value)
            start = time.monotonic()
            wait_for(f"{entity_id(one)} to be {value}", lambda: float(home.state(entity_id(one))) == value)
            taken.append(time.monotonic() - start)
    within_a_second(taken)


def test_home_assistant_itself_refuses_what_is_out_of_range(home, hub):
    for one in of_platform(hub, "number").values():
        with pytest.raises(urllib.error.HTTPError):
            home.call("number.set_value", entity_id=entity_id(one), value=one["max"] + 1)


def test_what_is_out_of_range_all_the_same_bounces(home, broker, hub):
    for key, one in of_platform(hub, "number").items():
        before = home.state(entity_id(one))
        with Listener(broker, [one["state_topic"]]) as said:
            said.wait_for_topic(one["state_topic"])
            count = len(said.heard)
            home.call("mqtt.publish", topic=one["command_topic"], payload=str(one["max"] + 1))
            wait_for("the settings again", lambda: len(said.heard) > count)
        wait_for("the reason", lambda: key in (hub.said("desk", "diag")["last_refusal"] or ""))
        assert home.state(entity_id(one)) == before


def test_every_select_takes_each_of_its_options(home, hub):
    taken = []
    for one in of_platform(hub, "select").values():
        before = home.state(entity_id(one))
        # "other" only says that somebody has asked for something else, elsewhere.
        for option in [*(each for each in one["options"] if each != "other"), before]:
            home.call("select.select_option", entity_id=entity_id(one), option=option)
            taken.append(until(home, entity_id(one), option))
    within_a_second(taken)


def test_every_button_is_answered(home, broker, hub):
    taken = []
    for one in of_platform(hub, "button").values():
        with Listener(broker, ["chairhub/desk/settings"]) as said:
            said.wait_for_topic("chairhub/desk/settings")
            count, start = len(said.heard), time.monotonic()
            home.call("button.press", entity_id=entity_id(one))
            wait_for(f"an answer to {entity_id(one)}", lambda: len(said.heard) > count)
            taken.append(time.monotonic() - start)
    within_a_second(taken)


def test_a_snooze_is_shown_with_its_end_and_ends(home):
    home.call("button.press", entity_id="button.desk_snooze_30")
    wait_for("a snooze", lambda: home.state("sensor.desk_snoozed_until") != "unknown")
    home.call("button.press", entity_id="button.desk_snooze_end")
    wait_for("its end", lambda: home.state("sensor.desk_snoozed_until") == "unknown")


def test_a_tare_under_a_sitter_is_refused_and_the_reason_is_shown(home):
    home.call("button.press", entity_id="button.desk_tare")
    wait_for("the reason", lambda: "tare" in home.state("sensor.desk_last_refusal").lower()
             or "sit" in home.state("sensor.desk_last_refusal"))


def test_a_command_that_was_kept_in_the_broker_is_refused(home, broker, hub):
    hub.stop()
    broker.publish("chairhub/desk/set/alerts", "OFF", retain=True)
    hub.start()
    wait_for("the reason", lambda: "retained" in (hub.said("desk", "diag")["last_refusal"] or ""))
    assert home.state("switch.desk_alerts_on") == "on"
    broker.publish("chairhub/desk/set/alerts", "", retain=True)


def test_nothing_is_complained_about(home):
    assert home.complaints(WHEN_THE_BROKER_IS_LOST + WHEN_IT_REFUSES) == []
    assert home.repairs() == []
