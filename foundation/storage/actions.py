"""Keep and give back files. The name of a file is the SHA-256 of its bytes, so it never changes."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import obstore
from flask import Flask, current_app
from obstore.store import LocalStore, from_url


def init_storage(app: Flask, *, url: str, folder: Path) -> None:
    """Open the store: `url` (for example s3://bucket) or else a local folder."""
    if not url:
        folder.mkdir(parents=True, exist_ok=True)
    app.extensions["storage"] = from_url(url) if url else LocalStore(folder)


def keep(content: bytes) -> str:
    """Store bytes once and give their SHA-256 (hex)."""
    digest = hashlib.sha256(content).hexdigest()
    with suppress(obstore.exceptions.AlreadyExistsError):
        obstore.put(_store(), _path(digest), content, mode="create")
    return digest


def give(digest: str) -> bytes:
    """Give the bytes with this hash; raise FileNotFoundError when they are gone."""
    return bytes(obstore.get(_store(), _path(digest)).bytes())


def _store() -> Any:
    return current_app.extensions["storage"]


def _path(digest: str) -> str:
    return f"{digest[:2]}/{digest[2:4]}/{digest}"
