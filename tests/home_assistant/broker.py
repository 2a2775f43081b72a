"""A Mosquitto of our own on a free port, without a memory on disk: what it kept dies with it."""

import subprocess
import threading

from waiting import PATIENCE, end, free_port, wait_for


class Broker:
    def __init__(self, folder):
        self.port = free_port()
        self._log = open(folder / "mosquitto.log", "a", encoding="utf-8")
        self._process = None
        self.start()

    def start(self):
        self._process = subprocess.Popen(
            ["/usr/sbin/mosquitto", "-p", str(self.port)], stdout=self._log, stderr=subprocess.STDOUT)
        wait_for("the broker to answer", self._answers)

    def kill(self):
        self._process.kill()
        self._process.wait()

    def stop(self):
        end(self._process)
        self._log.close()

    def publish(self, topic, payload, retain=False):
        keep = ["-r"] if retain else []
        subprocess.run(["mosquitto_pub", *self._here(), "-q", "1", "-t", topic, "-m", payload, *keep], check=True)

    def retained(self):
        """Topic -> payload of everything it keeps."""
        # One of our own tells that it listens. It leaves at the first that is not retained, behind all that are.
        self.publish("test/first", "1", retain=True)
        with Listener(self, ["#"], ["--retained-only"]) as listener:
            listener.wait_for_topic("test/first")
            self.publish("test/last", "1")
            listener.wait_for_end()
        return {topic: payload for topic, payload in listener.heard if not topic.startswith("test/")}

    def _here(self):
        return ["-h", "127.0.0.1", "-p", str(self.port)]

    def _answers(self):
        return subprocess.run(["mosquitto_pub", *self._here(), "-t", "test/ready", "-m", "1"],
                              check=False, stderr=subprocess.DEVNULL).returncode == 0


class Listener:
    """Everything that comes on some topics, in its order."""

    def __init__(self, broker, topics, more=()):
        self.heard = []
        filters = [word for topic in topics for word in ("-t", topic)]
        self._process = subprocess.Popen(
            ["mosquitto_sub", "-h", "127.0.0.1", "-p", str(broker.port), "-q", "1", "-F", "%t %p", *filters, *more],
            stdout=subprocess.PIPE, text=True)
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        for line in self._process.stdout:
            topic, _, payload = line.rstrip("\n").partition(" ")
            self.heard.append((topic, payload))

    def on(self, topic):
        return [payload for where, payload in list(self.heard) if where == topic]

    def wait_for_topic(self, topic):
        return wait_for(f"a message on {topic}", lambda: self.on(topic))

    def wait_for_end(self):
        self._process.wait(PATIENCE)
        self._reader.join()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()
        self._reader.join()
        self._process.stdout.close()
