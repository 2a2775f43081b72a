"""`chairhub forget --broker` leaves nothing, neither in the broker nor in Home Assistant."""

from waiting import wait_for


def test_everything_is_gone(home, broker, hub):
    hub.stop()
    hub.forget()
    wait_for("the devices to be gone", lambda: not home.devices())
    assert home.entities() == []
    assert [topic for topic in broker.retained() if topic.startswith(("chairhub/", "homeassistant/"))] == []
