"""Home Assistant makes statistics of the numbers every five minutes, and has nothing against them."""

from datetime import datetime, timedelta, timezone

from waiting import wait_for

FIVE_MINUTES = 5 * 60 + 90


def test_the_numbers_become_statistics(home, hub):
    home.enable_everything()  # older ones have forgotten that while they were gone
    wanted = {one["default_entity_id"] for one in hub.components("desk").values() if "state_class" in one}
    since = (datetime.now(timezone.utc) - timedelta(hours=1)).isoformat()

    def statistics():
        found = home.ask("recorder/statistics_during_period", start_time=since, period="5minute",
                         statistic_ids=sorted(wanted))
        return set(found) == wanted

    wait_for(f"statistics of {sorted(wanted)}", statistics, FIVE_MINUTES)
    assert home.ask("recorder/validate_statistics") == {}


def test_no_repair_is_asked_for(home):
    assert home.repairs() == []
