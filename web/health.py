"""`/healthz`: is the server well? For machines."""

from __future__ import annotations

import sqlalchemy as sa
from flask import Blueprint
from flask.typing import ResponseReturnValue

from accounts.policy.guard import public
from foundation.database import db
from web.version import VERSION

health = Blueprint("health", __name__)


@health.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    """Answer with status, database and version."""
    try:
        db.session.execute(sa.text("SELECT 1"))
    except sa.exc.SQLAlchemyError:
        return {"status": "error", "database": "unreachable", "version": VERSION}, 503
    return {"status": "ok", "database": db.engine.dialect.name, "version": VERSION}
