"""Pages are small over the wire for browsers that can read them."""

from __future__ import annotations

import gzip

from tests.client import Client


def test_a_page_is_gzipped_for_who_asks(client: Client) -> None:
    plain = client.get("/privacy")
    small = client.get("/privacy", headers={"Accept-Encoding": "gzip, br"}, manners=False)
    assert small.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in small.headers["Vary"]
    assert len(small.data) * 3 < len(plain.data)
    assert "Wat je kunt vragen" in gzip.decompress(small.data).decode()


def test_a_small_answer_stays_as_it_is(client: Client) -> None:
    answer = client.get("/healthz", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
    assert answer.json["status"] == "ok"
