"""Chromium without a window, driven over its own debugging protocol."""

import base64
import contextlib
import json
import os
import signal
import subprocess
import tempfile

import websocket

from waiting import end, wait_for

# Home Assistant's page is made of parts within parts, each with a tree of its own.
EVERYWHERE = """
const all = [];
const look = (root) => root.querySelectorAll('*').forEach((one) => { all.push(one); if (one.shadowRoot) look(one.shadowRoot); });
look(document);
"""


class Browser:
    def __init__(self, width=1400, height=1800):
        self._folder = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            ["/usr/bin/chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--no-first-run", "--disable-background-networking", "--remote-debugging-port=0",
             "--remote-allow-origins=*", f"--window-size={width},{height}", f"--user-data-dir={self._folder.name}",
             "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self._last = 0
        self.said = []  # on its console
        port, path = wait_for("the browser", self._address)
        self._socket = websocket.create_connection(f"ws://127.0.0.1:{port}{path}", timeout=120)
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime"):
            self._ask(f"{domain}.enable")

    _session = None

    def _address(self):
        try:
            with open(f"{self._folder.name}/DevToolsActivePort", encoding="ascii") as file:
                lines = file.read().splitlines()
        except FileNotFoundError:
            return None
        return lines if len(lines) == 2 else None

    def _ask(self, method, **parameters):
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._last:
                assert "error" not in answer, answer
                return answer["result"]
            if answer.get("method") in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
                self.said.append(answer["params"])

    def open(self, url, kept=()):
        """`kept` are pairs that the page finds in its local storage."""
        for key, value in kept:
            script = f"localStorage.setItem({json.dumps(key)}, {json.dumps(value)})"
            self._ask("Page.addScriptToEvaluateOnNewDocument", source=script)
        self._ask("Page.navigate", url=url)

    def evaluate(self, script):
        found = self._ask("Runtime.evaluate", expression=f"(() => {{ {script} }})()", returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def names(self):
        """The names of all elements, wherever they are."""
        return self.evaluate(EVERYWHERE + "return all.map((one) => one.localName);")

    def text(self):
        return self.evaluate(EVERYWHERE + """return all.flatMap((one) => [...one.childNodes])
            .filter((one) => one.nodeType === 3).map((one) => one.data.trim()).filter((one) => one).join(' | ');""")

    def take_picture(self, file):
        picture = self._ask("Page.captureScreenshot", format="png")["data"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(picture))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._socket.close()
        end(self._process)
        # What it started ends a little later, and may write into the folder until then.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        wait_for("the browser to leave its folder alone", self._is_removed)

    def _is_removed(self):
        try:
            self._folder.cleanup()
        except OSError:
            return False
        return True
