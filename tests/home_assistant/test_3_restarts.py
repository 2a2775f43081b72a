"""Who of the three ever goes and comes back: afterwards everything is as the hub says."""

import time

from broker import Listener
from conftest import WHEN_THE_BROKER_IS_LOST
from waiting import wait_for

MAIN = "binary_sensor.desk_occupied"


def test_home_assistant_knows_everything_after_its_restart(home, agrees):
    assert home.complaints() == []
    home.restart()
    start = time.monotonic()
    agrees()
    print(f"all states {time.monotonic() - start:.1f} s after Home Assistant's start")


def test_the_broker_forgets_everything_and_is_told_again(home, broker, hub, agrees):
    broker.kill()
    wait_for("the loss to be seen", lambda: home.state(MAIN) == "unavailable")
    broker.start()
    start = time.monotonic()
    wait_for("the hub to be back", lambda: len(hub.announced()) == 2, 120)
    wait_for("Home Assistant to be back", lambda: home.state(MAIN) == "on", 120)
    agrees()
    print(f"all states {time.monotonic() - start:.1f} s after the broker's start")
    assert home.complaints(WHEN_THE_BROKER_IS_LOST) == []


def test_a_dead_hub_is_seen_and_a_new_one_is_there_again(home, hub, agrees):
    hub.kill()
    start = time.monotonic()
    wait_for("the death to be seen", lambda: home.state(MAIN) == "unavailable")
    print(f"a killed hub was unavailable after {time.monotonic() - start:.1f} s")
    hub.start()
    start = time.monotonic()
    wait_for("the hub to be back", lambda: home.state(MAIN) == "on")
    agrees()
    print(f"all states {time.monotonic() - start:.1f} s after the hub's start")


def test_after_online_no_offline_follows(home, broker, hub, agrees):
    with Listener(broker, ["chairhub/desk/availability"]) as said:
        hub.stop()
        hub.start()
        agrees()
        wait_for("a while of it", lambda: said.on("chairhub/desk/availability")[-1:] == ["online"])
    last_offline = max(i for i, one in enumerate(said.heard) if one[1] == "offline")
    assert all(one[1] == "online" for one in said.heard[last_offline + 1:])
    assert home.complaints(WHEN_THE_BROKER_IS_LOST) == []
