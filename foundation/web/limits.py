"""Limits that hold over all workers: counted in the database, per account and per source."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from flask import request
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from foundation.clock import now
from foundation.database import Identified, Model, db, new_id
from foundation.errors import TooOften
from foundation.transaction import separately


class LimitCount(Identified, Model):
    """How often something was tried in one window. The key is hashed: no address is kept readable."""

    __tablename__ = "limit_count"
    __table_args__ = (sa.UniqueConstraint("scope", "key", "window"),)

    scope: Mapped[str] = mapped_column(sa.String(40))
    key: Mapped[str] = mapped_column(sa.String(64))
    window: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)


def hit(scope: str, *keys: str, most: int, per: timedelta) -> None:
    """Count one try for each key; raise TooOften when one of them is above `most` in this window."""
    counts = [separately(lambda key=key: _count(scope, key, per)) for key in keys]  # type: ignore[misc]
    if max(counts, default=0) > most:
        raise TooOften(minutes=max(1, int(per.total_seconds() // 60)))


def held_back(scope: str, key: str, *, per: timedelta) -> int | None:
    """Let one through per window: give how many were held back before it, or None for one to hold back."""
    if _count(scope, key, per) > 1:
        return None
    same = (LimitCount.scope == scope, LimitCount.key == _hashed(key))
    earlier = sa.delete(LimitCount).where(*same, LimitCount.window < _start_of_window(per))
    return sum(tries - 1 for tries in db.session.scalars(earlier.returning(LimitCount.tries)))


def forget(scope: str, key: str) -> None:
    """Take the count of one key away, after success."""
    db.session.execute(sa.delete(LimitCount).where(LimitCount.scope == scope, LimitCount.key == _hashed(key)))


def source() -> str:
    """Give the address the request came from; proxies are trusted by setting only."""
    return request.remote_addr or "unknown"


def _count(scope: str, key: str, per: timedelta) -> int:
    window = _start_of_window(per)
    db.session.execute(_insert_once(scope, _hashed(key), window))
    counted = (
        sa.update(LimitCount)
        .where(LimitCount.scope == scope, LimitCount.key == _hashed(key), LimitCount.window == window)
        .values(tries=LimitCount.tries + 1)
        .returning(LimitCount.tries)
    )
    return int(db.session.execute(counted).scalar_one())


def _insert_once(scope: str, key: str, window: datetime) -> Any:
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    row = {"id": new_id(), "scope": scope, "key": key, "window": window, "tries": 0}
    return dialect.insert(LimitCount).values(row).on_conflict_do_nothing()


def _start_of_window(per: timedelta) -> datetime:
    instant, size = now(), per.total_seconds()
    return datetime.fromtimestamp(instant.timestamp() // size * size, instant.tzinfo)


def _hashed(key: str) -> str:
    return hashlib.sha256(key.strip().casefold().encode()).hexdigest()
