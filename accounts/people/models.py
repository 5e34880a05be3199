"""The account of a person."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from foundation.database import Identified, Model, Versioned


class Person(Identified, Versioned, Model):
    """An account. `email` is normalised and unique; a school never changes it."""

    __tablename__ = "person"

    email: Mapped[str] = mapped_column(sa.String(320), unique=True)
    password_hash: Mapped[str] = mapped_column(sa.String(200), default="")
    language: Mapped[str] = mapped_column(sa.String(5), default="nl")
    theme: Mapped[str] = mapped_column(sa.String(10), default="licht")
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
