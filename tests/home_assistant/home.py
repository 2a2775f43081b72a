"""A real Home Assistant, headless, driven over what a browser uses: REST and the WebSocket."""

import json
import os
import shutil
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timezone
from pathlib import Path

import websocket

from waiting import end, free_port, wait_for

CONFIGURATION = """
homeassistant: {{name: chair test, time_zone: Europe/Berlin, unit_system: metric, country: DE, currency: EUR}}
http: {{server_host: 127.0.0.1, server_port: {port}}}
logger: {{default: warning}}
recorder: {{commit_interval: 1}}
config:
history:
logbook:
automation: !include automations.yaml
input_boolean: {{in_a_meeting: {{name: In a meeting}}, desk_is_up: {{name: Desk is up}}}}
{lamp}
"""
LAMP = "template: [{light: [{name: Lamp, turn_on: [], turn_off: [], set_hs: [], set_level: []}]}]"
LAMP_UNTIL_2025_6 = """light: [{platform: template, lights: {lamp: {
  friendly_name: Lamp, turn_on: [], turn_off: [], set_hs: [], set_level: []}}}]"""
# One of the first steps is done: it adds weather and radio, which look for the internet.
ONBOARDING = '{"version": 4, "minor_version": 1, "key": "onboarding", "data": {"done": ["core_config"]}}'
# Said because of the way it is installed and started here; none of them is about a device.
OF_NO_INTEREST = ("homeassistant.bootstrap", "aiohttp_fast_zlib", "homeassistant.components.camera",
                  "homeassistant.components.http")
OF_A_SLOW_MACHINE = ("Please create a bug report at", "is taking over", "Timed out waiting")
START = 240  # seconds: the first start fills its database and writes its caches


def version_numbers(version):
    return tuple(int(part) for part in version.split("."))


class HomeAssistant:
    def __init__(self, root, version):
        """It is installed in the folder `root`, which is the root of a small Debian."""
        self.version = version_numbers(version)
        self.port = free_port()
        self._program = f"/ha/{version}/bin/hass"
        self._root = Path(root)
        self._folder = Path("/tmp") / f"home-assistant-{self.port}"
        self.config.mkdir(parents=True)
        (self.config / "configuration.yaml").write_text(
            CONFIGURATION.format(port=self.port, lamp=LAMP if self.version >= (2025, 7) else LAMP_UNTIL_2025_6))
        (self.config / "automations.yaml").write_text("[]\n")
        (self.config / ".storage").mkdir()
        (self.config / ".storage/onboarding").write_text(ONBOARDING)
        self._tokens = None
        self._process = None

    @property
    def config(self):
        return self._root / self._folder.relative_to("/")

    # ---- its life

    def start(self):
        environment = dict(os.environ, HOME="/tmp", LC_ALL="C.UTF-8")
        with open(self.config / "out.log", "a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                ["chroot", str(self._root), self._program, "--config", str(self._folder), "--skip-pip"],
                stdout=log, stderr=subprocess.STDOUT, env=environment)
        if self._tokens is None:
            self._onboard()
        wait_for("Home Assistant to run", self._is_running, START)

    def stop(self):
        end(self._process, START)

    def restart(self):
        self.stop()
        self.start()

    def remove(self):
        shutil.rmtree(self.config)

    def _onboard(self):
        me = f"http://127.0.0.1:{self.port}/"
        wait_for("the first steps to be offered", lambda: self._try("GET", "/api/onboarding"), START)
        user = {"client_id": me, "name": "t", "username": "t", "password": "chair", "language": "en"}
        code = self.post("/api/onboarding/users", user)["auth_code"]
        form = urllib.parse.urlencode({"grant_type": "authorization_code", "code": code, "client_id": me})
        self._tokens = self._ask("POST", "/auth/token", form.encode())
        self.post("/api/onboarding/analytics", {})
        self.post("/api/onboarding/integration", {"client_id": me, "redirect_uri": me})

    def add_mqtt(self, broker_port):
        flow = self.post("/api/config/config_entries/flow", {"handler": "mqtt", "show_advanced_options": False})
        answer = {"broker": "127.0.0.1", "port": broker_port}
        while flow["type"] == "form":
            assert not flow.get("errors"), flow
            flow = self.post(f"/api/config/config_entries/flow/{flow['flow_id']}", answer)
            answer = {}
        assert flow["type"] == "create_entry", flow

    # ---- what a browser asks

    def get(self, path):
        return self._ask("GET", path)

    def post(self, path, body):
        return self._ask("POST", path, json.dumps(body).encode(), "application/json")

    def delete(self, path):
        return self._ask("DELETE", path)

    def call(self, service, **data):
        return self.post("/api/services/" + service.replace(".", "/"), data)

    def state(self, entity_id):
        found = self._try("GET", f"/api/states/{entity_id}")
        return found["state"] if found else None

    def attributes(self, entity_id):
        return self.get(f"/api/states/{entity_id}")["attributes"]

    def states(self):
        return {one["entity_id"]: one["state"] for one in self.get("/api/states")}

    def ask(self, kind, **data):
        """A command of the WebSocket; its result."""
        # A new one each time: Home Assistant hangs up on whoever does not listen for a minute.
        one = self.socket()
        one.send(json.dumps({"id": 1, "type": kind, **data}))
        answer = json.loads(one.recv())
        one.close()
        assert answer["type"] == "result" and answer["success"], answer
        return answer["result"]

    def entities(self, platform="mqtt"):
        return [one for one in self.ask("config/entity_registry/list") if one["platform"] == platform]

    def devices(self):
        return [one for one in self.ask("config/device_registry/list") if one["manufacturer"] == "chairhub"]

    def tokens(self):
        """As a browser keeps them that has logged in."""
        me = f"http://127.0.0.1:{self.port}"
        return {**self._tokens, "hassUrl": me, "clientId": f"{me}/", "expires": int(time.time() + 1500) * 1000}

    def enable_everything(self):
        """Also what is disabled until somebody wants it."""
        wanted = [one["entity_id"] for one in self.entities() if one["disabled_by"] == "integration"]
        for entity_id in wanted:
            self.ask("config/entity_registry/update", entity_id=entity_id, disabled_by=None)
        # Half a minute later Home Assistant sets all of MQTT up anew.
        wait_for("what was enabled", lambda: set(wanted) <= set(self.states()), 120)

    def complaints(self, expected=()):
        """What its log holds against anybody, in one line each."""
        found = []
        for entry in self.ask("system_log/list"):
            if entry["level"] not in ("WARNING", "ERROR", "CRITICAL") or entry["name"].startswith(OF_NO_INTEREST):
                continue
            trouble = entry["exception"].strip().splitlines()[-1:]
            text = f"{entry['level']} {entry['name']}: {entry['message']} {trouble}"
            if not any(words in text for words in (*expected, *OF_A_SLOW_MACHINE)):
                found.append(text)
        return found

    def repairs(self):
        """What it wants somebody to repair, but for how it was installed."""
        return [f"{one['domain']}: {one['translation_key']} {one['translation_placeholders']}"
                for one in self.ask("repairs/list_issues")["issues"] if one["translation_key"] != "deprecated_method"]

    # ---- the wire

    def _is_running(self):
        assert self._process.poll() is None, (self.config / "out.log").read_text()
        found = self._try("GET", "/api/config")
        return found and found["state"] == "RUNNING"

    def socket(self):
        one = websocket.create_connection(f"ws://127.0.0.1:{self.port}/api/websocket", timeout=60)
        one.recv()
        one.send(json.dumps({"type": "auth", "access_token": self._tokens["access_token"]}))
        assert json.loads(one.recv())["type"] == "auth_ok"
        return one

    def _try(self, method, path):
        try:
            return self._ask(method, path)
        except (urllib.error.URLError, ConnectionError):
            return None  # not there yet

    def _ask(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", body, method=method)
        if body is not None:
            request.add_header("Content-Type", kind)
        if self._tokens:
            request.add_header("Authorization", f"Bearer {self._tokens['access_token']}")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or "null")


class Changes:
    """Every change of a state while it listens, in its order."""

    def __init__(self, home):
        self.seen = []
        self.since = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
        self._socket = home.socket()
        self._socket.send(json.dumps({"id": 1, "type": "subscribe_events", "event_type": "state_changed"}))
        self._socket.recv()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        try:
            while text := self._socket.recv():
                self.seen.append(json.loads(text)["event"]["data"])
        except (websocket.WebSocketException, OSError):
            return  # closed, by us or by Home Assistant

    def of(self, entity_id):
        return [one["new_state"] for one in list(self.seen) if one["entity_id"] == entity_id]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()
        self._reader.join()
