"""How gunicorn serves: `gunicorn -c python:web.gunicorn wsgi:app`; options on the command line win."""

from __future__ import annotations

from typing import Any

from foundation.database import db
from web.commands import refuse_on_another_version

preload_app = True
worker_class = "gthread"
workers = 2
threads = 4


def when_ready(server: Any) -> None:
    """Stop before the first request when the database has another version than this code needs."""
    app = server.app.wsgi()
    with app.app_context():
        refuse_on_another_version()
        db.engine.dispose()  # a connection must not be shared with the workers
