"""The rubric of a submission: stored once by its hash, read back from there, kept per process for good."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from assessment.submissions.models import RubricVersion
from content.instrument import Instrument
from content.keuzedeel import Keuzedeel
from foundation.clock import now
from foundation.database import db


def store(keuzedeel: Keuzedeel) -> str:
    """Keep what a keuzedeel is judged with now, and give its hash. One statement when it is there already."""
    version = keuzedeel.instrument_version
    if not db.session.scalar(_is_stored(), {"version": version}):
        _insert_once(version, keuzedeel)
    return version


def instrument(version: str) -> Instrument:
    """Give the instrument with this hash, as it was."""
    return _read(version)


def body_of(version: str) -> dict[str, Any]:
    """Give what was stored under this hash, as it was stored."""
    return dict(db.session.scalars(sa.select(RubricVersion.body).where(RubricVersion.hash == version)).one())


@lru_cache(maxsize=64)
def _read(version: str) -> Instrument:
    """Read it once: what stands under a hash never changes."""
    return Instrument.model_validate(body_of(version))


@cache
def _is_stored() -> sa.Select[bool]:
    return sa.select(sa.exists().where(RubricVersion.hash == sa.bindparam("version")))


def _insert_once(version: str, keuzedeel: Keuzedeel) -> None:
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    row = {
        "hash": version,
        "keuzedeel": keuzedeel.slug,
        "body": keuzedeel.instrument(),
        "created_at": now(),
    }
    db.session.execute(dialect.insert(RubricVersion).values(row).on_conflict_do_nothing())
