"""A real browser, driven over the pipe of the Chrome DevTools Protocol: no extra package needed."""

import json
import os
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS = 30


class Chromium:
    """One page. ``failures`` collects what the browser complained about."""

    def __init__(self, write: int, read: int) -> None:
        self._write = write
        self._read = read
        self._waiting = b""
        self._number = 0
        self._session: str | None = None
        self.failures: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        answer = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = answer["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            if answer.get("method") == "Runtime.exceptionThrown":
                self.failures.append(str(answer["params"]))
            if answer.get("method") == "Log.entryAdded":
                self.failures.append(answer["params"]["entry"]["text"])

    def evaluate(self, script: str) -> Any:
        """The value of a piece of JavaScript on the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"].get("value")

    def wait_for(self, script: str) -> None:
        """Wait until a piece of JavaScript is true."""
        deadline = time.monotonic() + SECONDS
        while not self.evaluate(f"Boolean({script})"):
            assert time.monotonic() < deadline, script
            time.sleep(0.05)

    def visit(self, url: str) -> None:
        """Load a page and wait for its scripts."""
        self.call("Page.navigate", url=url)
        self.wait_for("location.href !== 'about:blank' && document.readyState === 'complete'")

    def press(self, key: str) -> None:
        """Press a key."""
        code = {"Escape": 27}.get(key, ord(key[0].upper()))
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            ready, _, _ = select.select([self._read], [], [], SECONDS)
            assert ready, "the browser does not answer"
            read = os.read(self._read, 1 << 20)
            assert read, "the browser stopped"
            self._waiting += read
        line, _, self._waiting = self._waiting.partition(b"\0")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def chromium(folder: Path) -> Iterator[Chromium]:
    """Start a browser with a profile of its own, and stop it."""
    to_browser, write = os.pipe()
    read, from_browser = os.pipe()
    script = f'exec chromium "$@" 3<&{to_browser} 4>&{from_browser}'
    options = (
        "--headless --no-sandbox --disable-gpu --disable-background-networking "
        "--disable-component-update --disable-sync --no-first-run --window-size=1400,1400 "
        f"--remote-debugging-pipe --user-data-dir={folder}"
    )
    process = subprocess.Popen(
        ["bash", "-c", script, "chromium", *options.split()],
        pass_fds=(to_browser, from_browser),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_browser)
    os.close(from_browser)
    try:
        yield Chromium(write, read)
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)
        os.close(write)
        os.close(read)
