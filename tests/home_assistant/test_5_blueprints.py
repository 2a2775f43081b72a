"""Every blueprint that ships is taken by Home Assistant, and the automation made of it does what it promises."""

import pytest

from waiting import wait_for

INPUTS = {
    "alert": {"alert": "event.quick_alert", "lamp": ["light.lamp"]},
    "meeting": {"in_meeting": "input_boolean.in_a_meeting", "meeting": "switch.desk_meeting"},
    "stand_up": {"too_long": "binary_sensor.quick_sitting_too_long", "desk_up": "input_boolean.desk_is_up"},
    "weekly_summary": {"sitting_today": "sensor.desk_sitting_today", "shifts": "sensor.desk_shifts_per_hour"},
}
NEEDS = {"weekly_summary": (2025, 6)}


def notifications(home):
    """What lies on its table, by id."""
    return {one["notification_id"]: f"{one['title']}\n{one['message']}"
            for one in home.ask("persistent_notification/get")}


@pytest.fixture(scope="module", name="automations", autouse=True)
def import_blueprints(home, root):
    """An automation of each blueprint that this Home Assistant is new enough for; its entity id by the blueprint's name."""
    made = {}
    for name, inputs in INPUTS.items():
        if home.version < NEEDS.get(name, home.version):
            continue
        text = (root / f"dashboards/home-assistant/blueprints/{name}.yaml").read_text()
        home.ask("blueprint/save", domain="automation", path=f"chairhub/{name}.yaml", yaml=text)
        home.post(f"/api/config/automation/config/{name}",
                  {"alias": name, "use_blueprint": {"path": f"chairhub/{name}.yaml", "input": inputs}})
        made[name] = f"automation.{name}"
        wait_for(f"the automation {name}", lambda made=made, name=name: home.state(made[name]) == "on")
    yield made
    for name in made:
        home.delete(f"/api/config/automation/config/{name}")


def test_all_are_taken(home, automations):
    known = home.ask("blueprint/list", domain="automation")
    for name in automations:
        found = known[f"chairhub/{name}.yaml"]
        assert "error" not in found and found["metadata"]["name"].startswith("Chair")


def test_an_alert_lights_the_lamp_and_says_why(home):
    wait_for("the lamp", lambda: home.state("light.lamp") == "on", 180)
    said = notifications(home)["chair_alert"]
    attributes = home.attributes("event.quick_alert")
    assert attributes["text"] in said and attributes["remedy"] in said


def test_no_restart_runs_the_alert_again(home, hub, agrees):
    home.call("switch.turn_off", entity_id="switch.quick_alerts_on")
    wait_for("alerts to be off", lambda: hub.said("quick", "settings")["alerts"] is False)
    before = home.attributes("automation.alert")["last_triggered"]
    home.restart()
    agrees()
    hub.stop()
    hub.start()
    agrees()
    assert home.attributes("automation.alert")["last_triggered"] == before
    home.call("switch.turn_on", entity_id="switch.quick_alerts_on")


def test_a_meeting_holds_the_alerts_and_its_end_lets_them_go(home, hub, broker):
    home.call("input_boolean.turn_on", entity_id="input_boolean.in_a_meeting")
    wait_for("the meeting", lambda: home.state("switch.desk_meeting") == "on")
    assert hub.said("desk", "settings")["meeting"] is True
    home.stop()
    broker.publish("chairhub/desk/set/meeting", "OFF")
    wait_for("the alerts", lambda: hub.said("desk", "settings")["meeting"] is False)
    home.start()
    wait_for("the meeting that still goes on", lambda: hub.said("desk", "settings")["meeting"] is True)
    home.call("input_boolean.turn_off", entity_id="input_boolean.in_a_meeting")
    wait_for("its end", lambda: home.state("switch.desk_meeting") == "off")
    assert hub.said("desk", "settings")["meeting"] is False


def test_the_nudge_comes_while_the_desk_is_down(home):
    home.call("automation.trigger", entity_id="automation.stand_up")
    assert home.state("input_boolean.desk_is_up") == "off"
    home.call("number.set_value", entity_id="number.quick_sit_alert_min", value=20)
    wait_for("the nudge", lambda: "chair_stand_up" in notifications(home), 180)


def test_the_week_is_told(home, automations):
    if "weekly_summary" not in automations:
        pytest.skip("needs a newer Home Assistant, as the blueprint says")
    home.call("automation.trigger", entity_id="automation.weekly_summary", skip_condition=True)
    wait_for("the summary", lambda: "You sat" in notifications(home).get("chair_week", ""))
