"""A headless Chromium on one page of Home Assistant, driven over its DevTools."""

import base64
import json
import subprocess
import urllib.request

import websocket

from waiting import PATIENCE, free_port, wait_for

# Home Assistant draws in shadow roots; this looks through all of them.
ALL_ELEMENTS = """
(() => {
  const found = [], look = (root) => { for (const one of root.querySelectorAll('*')) {
    found.push(one); if (one.shadowRoot) look(one.shadowRoot); } };
  look(document);
  return found;
})()
"""


class Browser:
    def __init__(self, home, path, folder, size=(1600, 1700)):
        port = free_port()
        self._asked = 0
        self._process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
             f"--user-data-dir={folder / 'browser'}", f"--remote-debugging-port={port}", "--remote-allow-origins=*",
             f"--window-size={size[0]},{size[1]}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        [page] = wait_for("the browser", lambda: self._pages(port))
        self._socket = websocket.create_connection(page["webSocketDebuggerUrl"], timeout=PATIENCE)
        tokens = json.dumps(home.tokens())
        self._ask("Page.addScriptToEvaluateOnNewDocument",
                  source=f"localStorage.setItem('hassTokens', {json.dumps(tokens)})")
        self._ask("Page.enable")
        self._ask("Page.navigate", url=f"http://127.0.0.1:{home.port}{path}")

    def count(self, selector):
        """Elements on the page, in shadow roots too."""
        return self.evaluate(f"{ALL_ELEMENTS}.filter(one => one.matches({json.dumps(selector)})).length")

    def words(self):
        return self.evaluate(f"{ALL_ELEMENTS}.map(one => one.shadowRoot ? one.shadowRoot.textContent : '').join(' ')")

    def evaluate(self, script):
        return self._ask("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def take_picture(self, file):
        file.write_bytes(base64.b64decode(self._ask("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        self._socket.close()
        self._process.terminate()
        self._process.wait(PATIENCE)

    @staticmethod
    def _pages(port):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
                return [one for one in json.loads(answer.read()) if one["type"] == "page"]
        except OSError:
            return None

    def _ask(self, method, **parameters):
        self._asked += 1
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == self._asked:
                assert "error" not in answer, answer
                return answer["result"]
