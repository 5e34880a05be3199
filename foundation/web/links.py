"""Addresses for mails and codes on paper: always on the configured host, whatever a request claims."""

from __future__ import annotations

from typing import Any

from flask import current_app


def public_link(endpoint: str, **values: Any) -> str:
    """Give the full address of a page on `WIJKWIJS_PUBLIC_URL`; works in jobs too."""
    path = current_app.url_map.bind("host").build(endpoint, values)
    return f"{current_app.extensions['settings'].public_url}{path}"
