"""An alert is one event with everything in it, and no restart makes it happen again."""

import json

from broker import Listener
from home import Changes
from waiting import wait_for

EVENT = "event.quick_alert"


def happened(changes):
    """The state is the moment of the last event: when the entity only becomes available (again), it is none or an old one."""
    events = {one["state"]: one for one in changes.of(EVENT) if "id" in one["attributes"] and one["state"] > changes.since}
    return list(events.values())


def test_every_alert_is_one_event(home, broker):
    with Listener(broker, ["chairhub/quick/alert"]) as published, Changes(home) as changes:
        wait_for("two alerts", lambda: len(published.on("chairhub/quick/alert")) >= 2, 180)
        count = len(published.on("chairhub/quick/alert"))
        wait_for("its events", lambda: len(happened(changes)) >= count)
        ids = [json.loads(one)["id"] for one in published.on("chairhub/quick/alert")]
    events = happened(changes)[:count]
    assert [one["attributes"]["id"] for one in events] == ids[:count]
    assert len({one["attributes"]["event_type"] for one in events}) < count, "the same type fires again"
    first = events[0]["attributes"]
    assert first["event_type"] in first["event_types"]
    assert first["text"] and first["evidence"] and first["remedy"]


def test_no_restart_repeats_one(home, hub, agrees):
    home.call("switch.turn_off", entity_id="switch.quick_alerts_on")
    wait_for("alerts to be off", lambda: hub.said("quick", "settings")["alerts"] is False)
    before = home.state(EVENT)
    assert home.complaints() == []
    home.restart()
    agrees()
    assert home.state(EVENT) == before
    hub.stop()
    hub.start()
    agrees()
    assert home.state(EVENT) == before
    home.call("switch.turn_on", entity_id="switch.quick_alerts_on")
    wait_for("alerts to be on", lambda: home.state("switch.quick_alerts_on") == "on")
