"""One Home Assistant, one broker and one hub for all tests; the files run in the order of their names."""

import os
from pathlib import Path

import pytest

from broker import Broker
from expected import differences
from home import HomeAssistant, version_numbers
from hub import Hub
from waiting import wait_for

# What a lost broker makes Home Assistant say, rightly.
WHEN_THE_BROKER_IS_LOST = ("Disconnected from MQTT server", "Error talking to MQTT", "Failed to connect to MQTT",
                           "Error returned from MQTT server")
# What it says when it refuses a value itself.
WHEN_IT_REFUSES = ("is outside valid range",)


@pytest.fixture(scope="session", name="broker")
def make_broker(tmp_path_factory):
    broker = Broker(tmp_path_factory.mktemp("broker"))
    yield broker
    broker.stop()


@pytest.fixture(scope="session", name="hub")
def make_hub(tmp_path_factory, broker):
    protocol = os.environ["CHAIRHUB_MQTT_PROTOCOL"]
    hub = Hub(os.environ["CHAIRHUB_PROGRAM"], tmp_path_factory.mktemp("hub"), broker, protocol,
              object_id=version_numbers(os.environ["HOME_ASSISTANT_VERSION"]) < (2025, 10)).start()
    yield hub
    if hub.is_running():
        hub.stop()


@pytest.fixture(scope="session", name="home")
def make_home(broker, hub):
    home = HomeAssistant(os.environ["HOME_ASSISTANT_ROOT"], os.environ["HOME_ASSISTANT_VERSION"])
    home.start()
    home.add_mqtt(broker.port)
    wait_for("both chairs in the registry", lambda: len(home.devices()) == 2)
    yield home
    home.stop()
    if "HOME_ASSISTANT_KEEP" not in os.environ:
        home.remove()


@pytest.fixture(name="agrees")
def make_agrees(home, broker, hub):
    """Waits until Home Assistant shows what the hub says, everywhere."""

    def agrees(within=60):
        announced = hub.announced()
        last = []

        def check():
            last[:] = differences(home, broker, announced)
            return not last

        try:
            wait_for("Home Assistant to agree with the hub", check, within)
        except AssertionError as error:
            raise AssertionError(f"{error}; {last}") from None

    return agrees


@pytest.fixture(scope="session", name="root")
def project():
    return Path(__file__).resolve().parents[2]
