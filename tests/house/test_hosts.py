"""In production only our own host is answered, so that no link ever points elsewhere."""

from __future__ import annotations

from pathlib import Path

from foundation.settings import Mode, Settings
from web import create_app


def test_another_host_is_refused_in_production(tmp_path: Path) -> None:
    settings = Settings(
        mode=Mode.PRODUCTION, secret_key="k" * 40, public_url="https://school.example", data_dir=tmp_path
    )
    client = create_app(settings).test_client()
    assert client.get("/hulp", headers={"Host": "school.example"}).status_code == 200
    assert client.get("/healthz", headers={"Host": "127.0.0.1:8000"}).status_code == 200
    for wrong in ("evil.example", "school.example.evil.example", "evil.example:443"):
        assert client.get("/hulp", headers={"Host": wrong}).status_code == 400, wrong
