"""A file that is far too big gets a page from the real server, not a broken line; nothing of it is kept."""

from __future__ import annotations

import http.client
from collections.abc import Iterator

FAR_TOO_BIG = 40_000_000
PIECE = b"0" * 1_000_000


def _body() -> Iterator[bytes]:
    yield from (PIECE for _ in range(FAR_TOO_BIG // len(PIECE)))


def test_the_sender_of_a_body_that_is_far_too_big_reads_why(app_servers, tmp_path) -> None:
    folder = tmp_path / "server"
    server = app_servers(database_url=f"sqlite:///{tmp_path / 'big.sqlite3'}", data_dir=folder, migrate=True)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    form = {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(FAR_TOO_BIG)}
    connection.request("POST", "/inloggen", body=_body(), headers={**form, "Accept": "text/html"})
    answer = connection.getresponse()
    page = answer.read().decode()
    assert answer.status == 413
    assert "te groot" in page
    connection.request("GET", "/healthz")
    assert connection.getresponse().status == 200
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 5_000_000
