"""Built front-end files: their hashed addresses, and serving them for good."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "static" / "build"
PREFIX = "/static/build/"
WORKER = f"{PREFIX}worker.js"
HASHED = re.compile(r"-[0-9A-Z]{8}\.\w+$")


class BuildMissing(RuntimeError):
    """The front end is not built, or lacks a file; the message says what to do."""


def asset(name: str) -> str:
    """Give the address of a built file by its logical name, such as "app.css"."""
    files = manifest()
    if name not in files:
        raise BuildMissing(
            f"The front end has no {name}. Known: {', '.join(sorted(files))}. Run `npm run build`."
        )
    return PREFIX + files[name]


def init_assets(app: Flask) -> None:
    """Give templates their addresses and serve the files, compressed and cached for good."""
    app.jinja_env.globals.update(asset=asset)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=BUILD,
        prefix=PREFIX,
        immutable_file_test=_is_hashed,
        allow_all_origins=False,
        add_headers_function=_headers,
    )


@cache
def manifest() -> Mapping[str, str]:
    """Read which hashed file each logical name stands for."""
    path = BUILD / "manifest.json"
    if not path.is_file():
        raise BuildMissing(
            f"The front end is not built: {path.relative_to(ROOT)} is missing. Run `npm run build`."
        )
    files: dict[str, str] = json.loads(path.read_text("utf-8"))
    return files


def _headers(headers: Headers, _path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    if url == WORKER:
        headers["Service-Worker-Allowed"] = "/"
        headers["Cache-Control"] = "no-cache"


def _is_hashed(_path: str, url: str) -> bool:
    return HASHED.search(url) is not None
