"""What the owner changes in the configuration, seen from Home Assistant: nothing is lost, nothing stays behind."""

import pytest

from conftest import WHEN_IT_REFUSES, WHEN_THE_BROKER_IS_LOST
from waiting import wait_for

MAIN = "binary_sensor.desk_occupied"
# A device's message is taken out of the broker when Home Assistant has let go of its entities. It does that once more
# itself for each disabled entity that goes.
WHEN_NOTHING_IS_LEFT_TO_GO = ("No device components to cleanup for",)


@pytest.fixture(name="configured")
def make_configured(hub):
    """Starts the hub with more lines in its configuration, and as it was in the end."""
    before = hub.config.read_text()

    def restart(of_home_assistant="", replace=("", "")):
        # Stopped earlier, it would remove again what may be left, and Home Assistant would say that it is not there.
        wait_for("what it replaces to be gone", hub.has_settled)
        hub.stop()
        hub.config.write_text(before.replace(*replace).replace("[home_assistant]\n", "[home_assistant]\n" + of_home_assistant))
        hub.start_unannounced()

    yield restart
    restart()


def registered(home):
    return {one["unique_id"]: (one["id"], one["entity_id"]) for one in home.entities()}


def discovery_topics(broker):
    return {topic for topic in broker.retained() if topic.startswith(("homeassistant/", "ha/"))}


def test_the_form_is_changed_and_changed_back_and_no_entity_is_a_new_one(home, broker, configured):
    before = registered(home)
    configured('discovery = "components"\n')
    wait_for("the device messages to go", lambda: not any("/device/" in one for one in discovery_topics(broker)))
    wait_for("one message for each entity", lambda: len(discovery_topics(broker)) == len(before))
    wait_for("the chair", lambda: home.state(MAIN) == "on")
    assert registered(home) == before
    configured()
    wait_for("two device messages and nothing else",
             lambda: {one.split("/")[1] for one in discovery_topics(broker)} == {"device"})
    wait_for("the chair", lambda: home.state(MAIN) == "on")
    assert registered(home) == before


def test_an_entity_looks_as_its_owner_wishes(home, configured):
    configured('entities.posture.name = "Haltung"\nentities.exercise_hurts.offered = false\n')
    wait_for("the name", lambda: home.state("sensor.desk_posture") and
             home.attributes("sensor.desk_posture")["friendly_name"] == "Desk chair Haltung")
    wait_for("the other to be gone", lambda: home.state("button.desk_exercise_hurts") is None)
    configured()
    wait_for("it to be back", lambda: home.state("button.desk_exercise_hurts") is not None)


def test_a_chair_that_is_renamed_leaves_nothing_of_its_old_id(home, broker, configured):
    configured(replace=('id = "quick"', 'id = "swift"'))
    wait_for("the new one", lambda: home.state("binary_sensor.swift_occupied") is not None)
    wait_for("the old one to be gone", lambda: home.state("binary_sensor.quick_occupied") is None)
    assert not [topic for topic in broker.retained() if "quick" in topic]


def test_switched_off_it_is_gone_and_only_from_here(home, broker, configured):
    configured('discovery = "off"\n')
    wait_for("the devices to be gone", lambda: not home.devices())
    assert discovery_topics(broker) == set()
    wait_for("its states all the same", lambda: broker.retained().get("chairhub/desk/availability") == "online")
    configured()
    wait_for("both to be back", lambda: len(home.devices()) == 2)


def test_nothing_is_complained_about(home):
    assert home.complaints(WHEN_THE_BROKER_IS_LOST + WHEN_IT_REFUSES + WHEN_NOTHING_IS_LEFT_TO_GO) == []
    assert home.repairs() == []
