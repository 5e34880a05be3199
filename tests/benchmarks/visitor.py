"""A browser's requests over one kept-alive connection, timed one by one."""

from __future__ import annotations

import http.client
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

HIDDEN = re.compile(r'<input [^>]*type="hidden"[^>]*>')
NAME, VALUE = re.compile(r' name="([^"]*)"'), re.compile(r' value="([^"]*)"')


def hidden_in(page: str, action: str) -> dict[str, str]:
    """Give the hidden fields of the form on a page that posts to `action`, without the token."""
    form = page[page.index(f'action="{action}"') :]
    found = {}
    for tag in HIDDEN.findall(form[: form.index("</form>")]):
        name, value = NAME.search(tag), VALUE.search(tag)
        if name and value and name[1] != "csrf_token":
            found[name[1]] = value[1]
    return found


@dataclass
class Visitor:
    """Somebody who is signed in: the cookie and the token of their forms."""

    port: int
    cookie: str = ""
    token: str = ""
    connection: http.client.HTTPConnection = field(init=False)
    used: float = 0.0

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def get(self, path: str) -> tuple[float, int]:
        """Get a page; give seconds and bytes over the wire."""
        return self._send("GET", path, None, {})

    def post(self, path: str, fields: Mapping[str, str], *, by_script: bool = False) -> tuple[float, int]:
        """Post a form, as a browser or as the page's own script does; give seconds and bytes."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if by_script:
            headers["Accept"] = "application/json"
        return self._send("POST", path, urlencode({**fields, "csrf_token": self.token}), headers)

    def hidden_fields(self, path: str) -> dict[str, str]:
        """Get a page and give the hidden fields of the form that posts back to it."""
        self._renew_when_idle()
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        page = self.connection.getresponse().read().decode()
        self.used = time.perf_counter()
        return hidden_in(page, path)

    def _send(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> tuple[float, int]:
        self._renew_when_idle()
        began = time.perf_counter()
        self.connection.request(method, path, body, {"Cookie": self.cookie, **headers})
        answer = self.connection.getresponse()
        content = answer.read()
        self.used = time.perf_counter()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status}\n{content[:600].decode(errors='replace')}")
        return self.used - began, len(content)

    def _renew_when_idle(self) -> None:
        """A server closes a connection on which nothing happens for two seconds."""
        if time.perf_counter() - self.used > 1:
            self.connection.close()
            self.connection.connect()
