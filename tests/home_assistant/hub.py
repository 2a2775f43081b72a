"""The hub under test, as it ships, with chairs that somebody simulated sits on."""

import json
import re
import subprocess

from waiting import end, wait_for

# Sits well and in real time, so that its states stand still while they are compared.
STEADY = "seed 3\n09:00 sit supported 300min\n14:00 stand\n14:01 end\n"
# Bends forward for a while again and again, sixty times faster than real: an alert every now and then.
CYCLES = 60


def bending():
    lines = ["seed 3", "00:00 stand"]
    for cycle in range(CYCLES):
        start = 1 + cycle * 23
        for minute, words in ((start, "sit supported 5min"), (start + 5, "sit bent_forward 12min"),
                              (start + 17, "sit supported 4min"), (start + 21, "stand")):
            lines.append(f"{minute // 60:02}:{minute % 60:02} {words}")
    lines.append("23:30 end")
    return "\n".join(lines) + "\n"


class Hub:
    def __init__(self, program, folder, broker, protocol, object_id):
        self.program, self.folder, self.broker = program, folder, broker
        folder.mkdir(exist_ok=True)
        (folder / "steady.scenario").write_text(STEADY)
        (folder / "bending.scenario").write_text(bending())
        self.config = folder / "chairhub.toml"
        self.config.write_text(f"""
[[chair]]
id = "desk"
name = "Desk chair"
kit = {{ driver = "simulated", scenario = "steady.scenario", start = "now" }}
[[chair.profile]]
name = "anna"
[[chair.profile]]
name = "ben"

[[chair]]
id = "quick"
name = "Quick chair"
kit = {{ driver = "simulated", scenario = "bending.scenario", start = "now", speed = 60 }}

[storage]
database = "log.db"

[home_assistant]
pads_every_s = 10
object_id = {str(object_id).lower()}

[mqtt]
host = "127.0.0.1"
port = {broker.port}
protocol = {protocol}
""")
        self._process = None

    def start(self):
        self.start_unannounced()
        wait_for("the hub to announce itself", lambda: len(self.announced()) == 2 and self._says("online"))
        return self

    def start_unannounced(self):
        before = self.log().count(": connected") if self._process else 0
        log = open(self.folder / "hub.log", "a", encoding="utf-8")
        with log:
            self._process = subprocess.Popen([self.program, "run", "--config", str(self.config)],
                                             stdout=log, stderr=subprocess.STDOUT)
        wait_for("both connections of the hub", lambda: self.log().count(": connected") >= before + 2)

    def kill(self):
        self._process.kill()
        self._process.wait()
        wait_for("its will", lambda: self._says("offline"))

    def stop(self):
        assert end(self._process) == 0, self.log()

    def _says(self, availability):
        kept = self.broker.retained()
        return all(kept.get(f"chairhub/{chair}/availability") == availability for chair in ("desk", "quick"))

    def is_running(self):
        return self._process is not None and self._process.poll() is None

    def has_settled(self):
        """One announcement for each chair: none that the broker might still keep of an earlier run."""
        return (self.folder / "log.db.identity").read_text().count("topic ") == 2

    def log(self):
        return (self.folder / "hub.log").read_text()

    def forget(self):
        subprocess.run([self.program, "forget", "--config", str(self.config), "--broker", "--yes"], check=True)

    def announced(self):
        """The device messages by chair, as the broker keeps them."""
        found = {}
        for topic, payload in self.broker.retained().items():
            match = re.fullmatch(r".*/device/chairhub_[0-9a-f]+_([a-z0-9_-]+)/config", topic)
            if match:
                found[match[1]] = json.loads(payload)
        return found

    def components(self, chair):
        return self.announced()[chair]["cmps"]

    def said(self, chair, what):
        return json.loads(self.broker.retained()[f"chairhub/{chair}/{what}"])
