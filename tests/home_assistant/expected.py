"""What Home Assistant has to show, worked out from what the hub has announced and said."""

import json
import re

SHAPE = re.compile(r"\{\{ (?:'ON' if value_json\.(\w+) else 'OFF'|value_json\.(\w+)) \}\}")


def entity_id(component):
    return component["default_entity_id"]


def shown(component, root, retained):
    """The state that a component with a value has to show; None where the hub says nothing that is kept."""
    if "value_template" not in component:
        return None
    if "expire_after" in component:
        return None
    for one in component.get("availability", root["availability"]):
        if retained.get(one["topic"]) != "online":
            return "unavailable"
    if component.get("state_topic", root["state_topic"]) not in retained:
        return "not said yet"
    said = json.loads(retained[component.get("state_topic", root["state_topic"])])
    as_switch, as_value = SHAPE.fullmatch(component["value_template"]).groups()
    if as_switch:
        return "on" if said[as_switch] else "off"
    return in_words(said[as_value])


def in_words(value):
    if value is None:
        return "unknown"
    return str(value)


def differences(home, broker, announced):
    """Where Home Assistant shows something else than the hub says, in one line each."""
    # Before and after, because some of it goes on changing meanwhile.
    before, states, after, found = broker.retained(), home.states(), broker.retained(), []
    for root in announced.values():
        for component in root["cmps"].values():
            have, want = states.get(entity_id(component)), shown(component, root, after)
            if want is not None and not any(agree(one, have) for one in (shown(component, root, before), want)):
                found.append(f"{entity_id(component)} is {have} and not {want}")
    return found


def agree(want, have):
    if want == have:
        return True
    try:
        return float(want) == float(have)
    except (TypeError, ValueError):
        return False
