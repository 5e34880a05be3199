"""The blueprints of this room; the pages hang themselves on them."""

from __future__ import annotations

from flask import Blueprint

cohorts = Blueprint("cohorts", __name__)
members = Blueprint("members", __name__)
