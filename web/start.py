"""How a process begins that serves: what is made now lives as long as the process."""

from __future__ import annotations

import gc

from flask import Flask

from web.application import create_app


def begin() -> Flask:
    """Make the application, and let Python look for garbage only in what comes after it.

    Otherwise it walks through the whole house now and then, in the middle of somebody's request, and writes
    in every page of memory that the processes of gunicorn share.
    """
    app = create_app()
    gc.collect()
    gc.freeze()
    return app
