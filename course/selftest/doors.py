"""The blueprint of this room; the pages hang themselves on it."""

from __future__ import annotations

from flask import Blueprint

selftest = Blueprint("selftest", __name__, url_prefix="/programma")
