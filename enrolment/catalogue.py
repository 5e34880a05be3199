"""The catalogue of content that this application has loaded."""

from __future__ import annotations

from flask import current_app

from content.catalogue import Catalogue
from content.keuzedeel import Keuzedeel


def catalogue() -> Catalogue:
    """Give the loaded catalogue; it never changes while the process runs."""
    found: Catalogue = current_app.extensions["catalogue"]
    return found


def keuzedeel(slug: str) -> Keuzedeel:
    """Give the keuzedeel with this slug."""
    return catalogue().keuzedeel(slug)
