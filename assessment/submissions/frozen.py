"""Frozen work as a document on a page: written once per process, because what is frozen never changes."""

from __future__ import annotations

import json
from functools import lru_cache

from flask import current_app
from flask_babel import get_locale
from markupsafe import Markup

from assessment.submissions.models import Snapshot

KEPT = 64


def frozen_document(snapshot: Snapshot, level: int = 2) -> Markup:
    """Write frozen work as a document, with headings from this level."""
    return _written(snapshot.body, get_locale().language, level)


@lru_cache(maxsize=KEPT)
def _written(body: str, language: str, level: int) -> Markup:
    """Write it from its text alone; the language is that of the words around it."""
    template = current_app.jinja_env.get_template("submissions/frozen.html")
    return Markup(template.render(content=json.loads(body), level=level))  # noqa: S704 - made by a template
