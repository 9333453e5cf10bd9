"""Debian's Chromium without a window, spoken to over a pipe by the DevTools protocol."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # we are root in a container, and open only our own pages
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--remote-debugging-pipe",
)
_PATIENCE = 30.0  # seconds until a page that never settles is given up


def executable() -> str:
    """The path of Chromium, which is installed first where that is possible and needed."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None and shutil.which("apt-get") and os.geteuid() == 0:
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        for command in (["apt-get", "update", "-qq"], [*install, "chromium", "fonts-noto-cjk"]):
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found = shutil.which("chromium")
    assert found, "install Chromium: the site is looked at in it"
    return found


class RefusedError(Exception):
    """What Chromium does not do, in its own words."""


class Page:
    """One tab. What it asked the network for stands in `requests`."""

    def __init__(self, write: int, read: int) -> None:
        self._write = write
        self._read = read
        self._number = 0
        self._buffer = b""
        self._session: dict[str, str] = {}
        self.requests: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = {"sessionId": attached["sessionId"]}
        for domain in ("Page", "Network", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> Any:
        """The result of one call of the protocol. Raises RefusedError where Chromium refuses it."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters, **self._session}
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            if answer.get("method") == "Network.requestWillBeSent":
                self.requests.append(answer["params"]["request"]["url"])
        if "error" in answer:
            raise RefusedError(answer["error"])
        return answer["result"]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            chunk = os.read(self._read, 1 << 20)
            assert chunk, "Chromium ended"
            self._buffer += chunk
        message, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def window(self, width: int, *, dark: bool = False) -> None:
        """Take the window's width in CSS pixels and the colours that the reader prefers."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=width < 500,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def open(self, url: str) -> None:
        """Open an address and wait until it is loaded."""
        self.call("Page.navigate", url=url)
        wanted = json.dumps(url)
        self.until(f"document.readyState === 'complete' && location.href === {wanted}")

    def value(self, expression: str) -> Any:
        """What a JavaScript expression is in the page."""
        told = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def until(self, expression: str) -> Any:
        """The value of the expression once it is true, on whatever page that is then."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            with suppress(RefusedError):  # the page is being left
                if value := self.value(expression):
                    return value
            time.sleep(0.05)
        raise AssertionError(f"in vain: {expression}")


@contextmanager
def chromium(profile: Path, environment: Mapping[str, str] = os.environ) -> Iterator[Page]:
    """A tab of a fresh browser, which ends with the block."""
    to_browser, write = os.pipe()
    read, from_browser = os.pipe()
    # The protocol wants descriptors 3 and 4; a shell puts ours there.
    script = f'exec "$@" 3<&{to_browser} 4>&{from_browser}'
    command = ["bash", "-c", script, "bash", executable(), *_FLAGS, f"--user-data-dir={profile}"]
    process = subprocess.Popen(
        command,
        env=dict(environment),
        pass_fds=(to_browser, from_browser),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_browser)
    os.close(from_browser)
    try:
        yield Page(write, read)
    finally:
        os.close(write)
        os.close(read)
        process.terminate()
        process.wait()
