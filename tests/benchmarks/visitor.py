"""A browser's requests over one kept-alive connection, timed one by one."""

from __future__ import annotations

import http.client
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*name="(?!csrf_token)([^"]+)"[^>]*value="([^"]*)"')


def hidden_in(page: str, action: str) -> dict[str, str]:
    """Give the hidden fields of the form on a page that posts to `action`."""
    form = page[page.index(f'action="{action}"') :]
    return dict(HIDDEN.findall(form[: form.index("</form>")]))


@dataclass
class Visitor:
    """Somebody who is signed in: the cookie and the token of their forms."""

    port: int
    cookie: str = ""
    token: str = ""
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def get(self, path: str) -> tuple[float, int]:
        """Get a page; give seconds and bytes over the wire."""
        return self._send("GET", path, None)

    def post(self, path: str, fields: Mapping[str, str]) -> tuple[float, int]:
        """Post a form; give seconds and bytes."""
        return self._send("POST", path, urlencode({**fields, "csrf_token": self.token}))

    def hidden_fields(self, path: str) -> dict[str, str]:
        """Get a page and give the hidden fields of the form that posts back to it."""
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        page = self.connection.getresponse().read().decode()
        return hidden_in(page, path)

    def _send(self, method: str, path: str, body: str | None) -> tuple[float, int]:
        headers = {"Cookie": self.cookie}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        seconds = time.perf_counter() - began
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status}\n{content[:600].decode(errors='replace')}")
        return seconds, len(content)
